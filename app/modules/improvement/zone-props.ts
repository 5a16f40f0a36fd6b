import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { prepared } from '../../platform/database/prepared.ts'
import type { Trx } from '../../platform/database/scope.ts'
import type { OrganisationRef } from '../../platform/identity/viewer.ts'
import { amsterdamDay } from '../../platform/text/days.ts'
import type { Locale } from '../../platform/text/dictionary.ts'
import { organisationOf, scopeOf, type WebContext } from '../../platform/web/context.ts'
import { type Audience, type Board, boardPath } from './board.ts'
import { type BoardValues, boardColumns, boardDataOf, boardValues } from './board-data.ts'
import { type BoardFor, boardFor, isUuid, openBoardOf } from './board-store.ts'
import { openSession, openSessionOf } from './open-session-store.ts'
import { type BoardPupils, boardPupils, boardPupilsOf } from './voice/board-pupils-store.ts'
import type { Zone } from './zone.ts'
import type { View, ZoneProps } from './zone-view.ts'

interface Shown {
  readonly view: View
  readonly zones: readonly Zone[]
}

export interface ZoneQuery extends Shown {
  readonly organisation: OrganisationRef
  readonly board: Board
  readonly audience: Audience
  readonly locale: Locale
  readonly now: Date
}

/** What zones need to show themselves, for a board that was found. */
export async function loadZoneProps(trx: Trx, query: ZoneQuery): Promise<ZoneProps> {
  const { organisation, board, audience, locale, view, zones, now } = query
  const today = amsterdamDay(now)
  const values = boardValues({ organisationId: organisation.id, boardId: board.id, today })
  const { session, ...row } = await trx
    .selectNoFrom((eb) => [
      ...boardColumns(eb, values, zones),
      openSession(eb, organisation.id, board.id).as('session'),
    ])
    .executeTakeFirstOrThrow()
  const path = boardPath(organisation.slug, board.id)
  return { locale, view, audience, path, board, data: boardDataOf(row), session: openSessionOf(session), today, now }
}

const boardStatements = new Map<string, ReturnType<typeof makeBoardStatement>>()

/** What a board shows in these zones, for whoever asks; made once for each set of zones. */
function boardStatement(zones: readonly Zone[]) {
  const key = zones.join()
  const statement = boardStatements.get(key) ?? makeBoardStatement(zones)
  boardStatements.set(key, statement)
  return statement
}

function makeBoardStatement(zones: readonly Zone[]) {
  return prepared((db, values: BoardValues & BoardFor) =>
    db.selectNoFrom((eb) => [
      ...boardColumns(eb, values, zones),
      openSession(eb, values.organisationId, values.boardId).as('session'),
      jsonObjectFrom(boardFor(eb, values)).as('board'),
      ...boardPupils(eb, values.organisationId, values.boardId),
    ]),
  )
}

/** The board in the path with all that it shows, in one round trip; null where the visitor may not see it. */
export async function openZoneProps(
  c: WebContext,
  { view, zones }: Shown,
): Promise<(ZoneProps & { readonly pupils: BoardPupils }) | null> {
  const { locale, now, visit, services } = c.var
  const organisation = organisationOf(c)
  const boardId = c.req.param('board') ?? ''
  if (!isUuid(boardId)) return null
  const today = amsterdamDay(now)
  const userId = visit.viewer.kind === 'person' ? visit.viewer.id : null
  const values = { ...boardValues({ organisationId: organisation.id, boardId, today }), userId }
  const [found] = await services.db.ask(scopeOf(c), boardStatement(zones)(values))
  const open = openBoardOf(visit, found?.board)
  if (found === undefined || open === null) return null
  const { session, board: _board, pupilsWaiting, classGoals, ...row } = found
  const pupils = boardPupilsOf({ pupilsWaiting, classGoals })
  const path = boardPath(organisation.slug, boardId)
  return { ...open, locale, view, path, data: boardDataOf(row), session: openSessionOf(session), pupils, today, now }
}
