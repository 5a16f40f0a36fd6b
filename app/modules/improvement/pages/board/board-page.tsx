import { amsterdamDay } from '../../../../platform/text/days.ts'
import { People } from '../../../../platform/ui/index.ts'
import { anyMemberOrGuest } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { liveAddress } from '../../../../platform/web/live-route.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath, boardStream } from '../../board.ts'
import { archiveDay, loadBoardData } from '../../board-data.ts'
import { findBoard } from '../../board-store.ts'
import { findOpenSession } from '../../open-session-store.ts'
import { views } from '../../views.ts'
import { zones } from '../../zone.ts'
import type { ZoneProps } from '../../zone-view.ts'

export const boardPageRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board',
  access: anyMemberOrGuest('session', 'pupil'),
  handle: showBoard,
}

async function showBoard(c: WebContext): Promise<Response> {
  const organisation = organisationOf(c)
  const today = amsterdamDay(c.var.now)
  const props = await withinScope(c, async (trx): Promise<ZoneProps | null> => {
    const open = await findBoard(trx, c.var.visit, c.req.param('board') ?? '')
    if (open === null) return null
    const { board, audience } = open
    const query = {
      organisationId: organisation.id,
      boardId: board.id,
      teamId: board.teamId,
      zones,
      since: archiveDay(today),
    }
    const data = await loadBoardData(trx, query)
    const session = await findOpenSession(trx, organisation.id, board.id)
    return {
      locale: c.var.locale,
      view: 'desk',
      audience,
      path: boardPath(organisation.slug, board.id),
      board,
      data,
      session,
      today,
    }
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
