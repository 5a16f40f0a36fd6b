import { PageHead } from '../../../../platform/ui/index.ts'
import { anyMemberOrGuest } from '../../../../platform/web/access.ts'
import { organisationOf } from '../../../../platform/web/context.ts'
import { liveAddress } from '../../../../platform/web/live-route.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardStream } from '../../board.ts'
import { cardsText } from '../../text.cards.ts'
import { openZoneProps } from '../../zone-props.ts'
import { AddAction } from '../../zones/actions/add-action.tsx'
import { ChooseActions } from '../../zones/actions/choose-actions.tsx'

/** Choosing actions together, by what they do for pupils and how easy they are. Live: each with a phone, or one screen. */
export const chooseRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/choose',
  access: anyMemberOrGuest('session'),
  handle: async (c) => {
    const organisation = organisationOf(c)
    const { locale } = c.var
    const props = await openZoneProps(c, { view: 'choose', zones: ['actions'] })
    if (props === null) return refuse(c, 'not-found')
    const words = cardsText(locale)
    const source = liveAddress(organisation.slug, boardStream(props.board.id), 'choose', props.data.sequence)
    return page(c, {
      title: words.choose.title,
      body: (
        <div class="stack" data-controller="live" data-live-source-value={source}>
          <PageHead over={<a href={props.path}>{words.back}</a>} title={words.choose.title} />
          <p>{words.choose.lead}</p>
          <ChooseActions {...props} />
          {props.audience === 'writes' && <AddAction {...props} />}
        </div>
      ),
    })
  },
}
