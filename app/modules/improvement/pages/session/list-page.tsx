import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import { ButtonLink, EmptyState, PageHead, Table } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath } from '../../board.ts'
import { findBoard } from '../../board-store.ts'
import { listSessions, peopleOf, type SessionRecord } from '../../session-record-store.ts'
import { sessionText } from '../../text.session.ts'

/** The sessions that a board has had. */
export const sessionsRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/sessions',
  access: anyMember,
  handle: showSessions,
}

async function showSessions(c: WebContext): Promise<Response> {
  const organisation = organisationOf(c)
  const found = await withinScope(c, async (trx) => {
    const open = await findBoard(trx, c.var.visit, c.req.param('board') ?? '')
    if (open === null) return null
    const sessions = await listSessions(trx, organisation.id, open.board.id)
    const leaders = await peopleOf(
      trx,
      sessions.map((session) => session.leaderId).filter((id) => id !== null),
    )
    return { board: open.board, sessions, leaders }
  })
  if (found === null) return refuse(c, 'not-found')
  const { board, sessions, leaders } = found
  const { locale } = c.var
  const words = sessionText(locale).list
  const path = boardPath(organisation.slug, board.id)
  return page(c, {
    title: words.title,
    body: (
      <>
        <PageHead title={words.title} over={board.name}>
          <ButtonLink kind="quiet" href={path}>
            {sessionText(locale).summary.board}
          </ButtonLink>
        </PageHead>
        {sessions.length === 0 ? (
          <EmptyState as="h2" title={words.empty}>
            {words.emptyLead}
          </EmptyState>
        ) : (
          <Table
            stacks
            caption={words.title}
            captionHidden
            columns={[
              {
                head: words.day,
                cell: (session: SessionRecord) => (
                  <a class="session-day" href={`${path}/sessions/${session.id}`}>
                    {formatDay(locale, amsterdamDay(session.startedAt), 'long')}
                  </a>
                ),
              },
              {
                head: words.leader,
                cell: (session: SessionRecord) => leaders.find(({ id }) => id === session.leaderId)?.name,
              },
              {
                head: words.minutes,
                numeric: true,
                cell: (session: SessionRecord) =>
                  Math.max(1, Math.round((session.endedAt.getTime() - session.startedAt.getTime()) / 60_000)),
              },
              {
                head: words.agreed,
                numeric: true,
                cell: (session: SessionRecord) => session.agreed?.actions.length,
              },
            ]}
            rows={sessions}
          />
        )}
      </>
    ),
  })
}
