import { entriesBefore } from '../../../../platform/journal/journal-store.ts'
import { ButtonLink } from '../../../../platform/ui/index.ts'
import { text as uiText } from '../../../../platform/ui/text.ts'
import { anyMemberOrGuest } from '../../../../platform/web/access.ts'
import { organisationOf, withinScope } from '../../../../platform/web/context.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath, boardStream } from '../../board.ts'
import { lookUpNames } from '../../history-names.ts'
import { historyText } from '../../text.history.ts'
import { HistoryList } from '../history-list.tsx'
import { pageOfBoard } from './board-page-parts.tsx'

const entriesOnAPage = 50

/** Everything that happened on a board, newest first; older entries a page at a time. */
export const historyRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/boards/:board/history',
  access: anyMemberOrGuest('session'),
  handle: (c) =>
    pageOfBoard(c, 'history', async ({ board }) => {
      const { locale } = c.var
      const organisation = organisationOf(c)
      const asked = Number(c.req.query('before'))
      const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
      const { entries, names } = await withinScope(c, async (trx) => {
        const entries = await entriesBefore(trx, organisation.id, boardStream(board.id), before, entriesOnAPage)
        return { entries, names: await lookUpNames(trx, organisation.id, entries) }
      })
      const path = boardPath(organisation.slug, board.id)
      const oldest = entries.at(-1)?.sequence ?? 1
      return (
        <>
          <p class="soft">{historyText(locale).lead}</p>
          <HistoryList locale={locale} entries={entries} names={names} path={path} />
          {oldest > 1 && (
            <p>
              <ButtonLink kind="quiet" iconAfter="arrow-right" href={`${path}/history?before=${oldest}`}>
                {uiText(locale).next}
              </ButtonLink>
            </p>
          )}
        </>
      )
    }),
}
