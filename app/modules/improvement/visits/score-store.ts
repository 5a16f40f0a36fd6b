import type { Trx } from '../../../platform/database/scope.ts'
import type { VisitKey } from './visit-store.ts'

export interface ScoresGiven {
  readonly instrument: string
  /** By indicator, on the scale of the instrument; what could not be judged is left out. */
  readonly scores: ReadonlyMap<string, number>
}

/** The scores of who came, in place of those they gave before. */
export async function writeScores(trx: Trx, key: VisitKey, { instrument, scores }: ScoresGiven): Promise<void> {
  const { organisationId, id } = key
  await trx
    .deleteFrom('visit_scores')
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .execute()
  await trx
    .updateTable('visit_records')
    .set({ instrument })
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .execute()
  if (scores.size === 0) return
  const rows = [...scores].map(([indicator, score]) => ({
    organisation_id: organisationId,
    visit_id: id,
    indicator,
    score,
  }))
  await trx.insertInto('visit_scores').values(rows).execute()
}
