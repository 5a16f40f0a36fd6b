import { Alert, Button, ButtonLink } from '../../../../platform/ui/index.ts'
import { members } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath } from '../../board.ts'
import { findBoard } from '../../board-store.ts'
import { findOpenSession } from '../../open-session-store.ts'
import { loadAgreed } from '../../session-end-store.ts'
import { peopleOf } from '../../session-record-store.ts'
import { sessionText } from '../../text.session.ts'
import { AgreedView } from './agreed-view.tsx'

/** Before a session is closed: is this what we agreed? */
export const finishRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/session/finish',
  access: members('teacher', 'coach', 'leader'),
  handle: showFinish,
}

async function showFinish(c: WebContext): Promise<Response> {
  const organisation = organisationOf(c)
  const found = await withinScope(c, async (trx) => {
    const open = await findBoard(trx, c.var.visit, c.req.param('board') ?? '')
    if (open === null) return null
    const session = await findOpenSession(trx, organisation.id, open.board.id)
    if (session === null) return { ...open, agreed: null, people: [] }
    const agreed = await loadAgreed(trx, organisation.id, open.board.id, session, c.var.now)
    const people = await peopleOf(
      trx,
      agreed.actions.flatMap((action) => action.ownerIds),
    )
    return { ...open, agreed, people }
  })
  if (found === null) return refuse(c, 'not-found')
  const { board, audience, agreed, people } = found
  if (audience !== 'writes') return refuse(c, 'not-yours')
  const path = boardPath(organisation.slug, board.id)
  if (agreed === null) return c.redirect(`${path}/sessions/last`, 303)
  const words = sessionText(c.var.locale).end
  const wall = c.req.query('wall') !== undefined
  return page(c, {
    title: words.title,
    chrome: 'session',
    ...(wall ? { size: 'wall', width: 'wide' } : {}),
    where: <b>{board.name}</b>,
    stand: (
      <div class="session-stand">
        <span class="grow" />
        <ButtonLink kind="quiet" size="big" href={wall ? `${path}/session` : `${path}/session/phone`}>
          {words.notYet}
        </ButtonLink>
        <form method="post" action={`${path}/session/end${wall ? '?wall' : ''}`}>
          <Button kind="main" size="big" icon="check">
            {words.close}
          </Button>
        </form>
      </div>
    ),
    body: (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="say">{words.lead}</p>
        {agreed.unseenIds.length > 0 && <Alert kind="warning">{words.unseen(agreed.unseenIds.length)}</Alert>}
        <AgreedView locale={c.var.locale} agreed={agreed} people={people} />
      </div>
    ),
  })
}
