import { actorOf } from '../../../../platform/identity/viewer.ts'
import { ButtonLink, People } from '../../../../platform/ui/index.ts'
import { anyMemberOrGuest } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { liveAddress } from '../../../../platform/web/live-route.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardStream } from '../../board.ts'
import { findFace } from '../../check-in-store.ts'
import { sessionText } from '../../text.session.ts'
import { views } from '../../views.ts'
import { zones } from '../../zone.ts'
import { openZoneProps } from '../../zone-props.ts'
import { PhoneCheckIn } from '../../zones/check-in/phone-check-in.tsx'
import { whoIn } from './check-in-routes.tsx'

/** The board session in the hand: one step at a time. */
export const phoneRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/session/phone',
  access: anyMemberOrGuest('session'),
  handle: showPhone,
}

async function showPhone(c: WebContext): Promise<Response> {
  const organisation = organisationOf(c)
  const { locale, visit, services } = c.var
  const props = await openZoneProps(c, { view: 'phone', zones })
  // The pass of a guest ends with the session that it was for.
  if (props === null) return visit.viewer.kind === 'guest' ? endedPage(c) : refuse(c, 'not-found')
  const { board, session, data, path } = props
  const who = session && whoIn(services.settings.secret, session.id, actorOf(visit.viewer))
  const face = session && who ? await withinScope(c, (trx) => findFace(trx, organisation.id, session.id, who)) : null
  if (session === null) return c.redirect(`${path}/sessions/last`, 303)
  const stream = liveAddress(organisation.slug, boardStream(board.id), 'phone', data.sequence)
  return page(c, {
    title: sessionText(locale).phone.title(board.teamName),
    chrome: 'session',
    width: 'narrow',
    where: <b>{board.name}</b>,
    end: <People locale={locale} id="present" names={[]} most={3} />,
    stand: views.phone.stand?.(props),
    body: (
      <div class="board-session stack" data-controller="live" data-live-source-value={stream}>
        {views.phone.session?.(props)}
        <PhoneCheckIn {...props} face={face} />
        {(['successes', 'goals', 'actions', 'plans'] as const).map((zone) => views.phone[zone]?.(props))}
      </div>
    ),
  })
}

function endedPage(c: WebContext): Response {
  const words = sessionText(c.var.locale).phone
  return page(c, {
    title: words.ended,
    chrome: 'bare',
    width: 'narrow',
    body: (
      <div class="stack">
        <h1>{words.ended}</h1>
        <p>{words.endedGuest}</p>
        <p>
          <ButtonLink kind="quiet" href="/m">
            {sessionText(c.var.locale).join.title}
          </ButtonLink>
        </p>
      </div>
    ),
  })
}
