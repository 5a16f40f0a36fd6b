import type { Trx } from '../../platform/database/scope.ts'
import type { OrganisationRef } from '../../platform/identity/viewer.ts'
import { amsterdamDay } from '../../platform/text/days.ts'
import type { Locale } from '../../platform/text/dictionary.ts'
import { type Audience, type Board, boardPath } from './board.ts'
import { loadBoardData } from './board-data.ts'
import { findOpenSession } from './open-session-store.ts'
import type { Zone } from './zone.ts'
import type { View, ZoneProps } from './zone-view.ts'

export interface ZoneQuery {
  readonly organisation: OrganisationRef
  readonly board: Board
  readonly audience: Audience
  readonly locale: Locale
  readonly view: View
  readonly zones: readonly Zone[]
  readonly now: Date
}

/** What zones need to show themselves, on a page and as fragments alike. */
export async function loadZoneProps(trx: Trx, query: ZoneQuery): Promise<ZoneProps> {
  const { organisation, board, audience, locale, view, zones, now } = query
  const today = amsterdamDay(now)
  const data = await loadBoardData(trx, { organisationId: organisation.id, board, zones, today })
  const session = await findOpenSession(trx, organisation.id, board.id)
  const path = boardPath(organisation.slug, board.id)
  return { locale, view, audience, path, board, data, session, today, now }
}
