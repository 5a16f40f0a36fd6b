import { People } from '../../../../platform/ui/index.ts'
import { anyMemberOrGuest } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { liveAddress } from '../../../../platform/web/live-route.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardStream } from '../../board.ts'
import { findBoard } from '../../board-store.ts'
import { views } from '../../views.ts'
import { zones } from '../../zone.ts'
import { loadZoneProps } from '../../zone-props.ts'

export const boardPageRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board',
  access: anyMemberOrGuest('session', 'pupil'),
  handle: showBoard,
}

async function showBoard(c: WebContext): Promise<Response> {
  const organisation = organisationOf(c)
  const { locale, now } = c.var
  const props = await withinScope(c, async (trx) => {
    const open = await findBoard(trx, c.var.visit, c.req.param('board') ?? '')
    return open && loadZoneProps(trx, { ...open, organisation, locale, view: 'desk', zones, now })
  })
  if (props === null) return refuse(c, 'not-found')
  const source = liveAddress(organisation.slug, boardStream(props.board.id), 'desk', props.data.sequence)
  return page(c, {
    title: props.board.name,
    width: 'wide',
    end: <People locale={c.var.locale} id="present" names={[]} />,
    body: (
      <div class="stack" data-controller="live" data-live-source-value={source}>
        <h1>{props.board.name}</h1>
        <div class="zones">{zones.map((zone) => views.desk[zone]?.(props))}</div>
      </div>
    ),
  })
}
