import type { Trx } from '../../../platform/database/scope.ts'
import type { ScoredVisit } from './observed.ts'
import type { VisitKey } from './visit-store.ts'

export interface ScoresGiven {
  readonly instrument: string
  /** By indicator, on the scale of the instrument; what could not be judged is left out. */
  readonly scores: ReadonlyMap<string, number>
}

/**
 * The scores of who came, in place of those they gave before. Once the talk is done they stand; until the visit is closed a
 * first time is still possible. False: too late, nothing was written.
 */
export async function writeScores(trx: Trx, key: VisitKey, { instrument, scores }: ScoresGiven): Promise<boolean> {
  const { organisationId, id } = key
  const open = await trx
    .selectFrom('visit_records')
    .select('visit_id')
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('talk_done_at', 'is', null), eb('instrument', 'is', null)]))
    .executeTakeFirst()
  if (open === undefined) return false
  await trx
    .deleteFrom('visit_scores')
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .execute()
  const rows = [...scores].map(([indicator, score]) => ({
    organisation_id: organisationId,
    visit_id: id,
    indicator,
    score,
  }))
  if (rows.length > 0) await trx.insertInto('visit_scores').values(rows).execute()
  // Last: from an instrument on, and with the talk done, the database takes no more scores.
  await trx
    .updateTable('visit_records')
    .set({ instrument })
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .execute()
  return true
}

/** What was scored in visits to somebody, for that person only: row-level security refuses it to others. */
export async function scoresOf(
  trx: Trx,
  organisationId: string,
  receiverId: string,
): Promise<readonly (ScoredVisit & { readonly instrument: string })[]> {
  const rows = await trx
    .selectFrom('visit_scores')
    .innerJoin('visit_records', (join) =>
      join
        .onRef('visit_records.organisation_id', '=', 'visit_scores.organisation_id')
        .onRef('visit_records.visit_id', '=', 'visit_scores.visit_id'),
    )
    .innerJoin('visits', (join) =>
      join
        .onRef('visits.organisation_id', '=', 'visit_scores.organisation_id')
        .onRef('visits.id', '=', 'visit_scores.visit_id'),
    )
    .select(['visit_scores.visit_id as visitId', 'indicator', 'score', 'instrument', 'visits.visitor_id as visitorId'])
    .where('visit_scores.organisation_id', '=', organisationId)
    .where('visit_records.receiver_id', '=', receiverId)
    .where('visits.state', '=', 'done')
    .execute()
  return [...Map.groupBy(rows, ({ visitId }) => visitId).values()].flatMap((ofVisit) => {
    const [first] = ofVisit
    if (!first?.instrument || first.visitorId === null) return []
    const scores = new Map(ofVisit.map(({ indicator, score }) => [indicator, score]))
    return [{ visitorId: first.visitorId, instrument: first.instrument, scores }]
  })
}

/** What who came scored in one visit; empty for everybody but them and the receiver. */
export async function ownScoresOf(trx: Trx, { organisationId, id }: VisitKey): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('visit_scores')
    .select(['indicator', 'score'])
    .where('organisation_id', '=', organisationId)
    .where('visit_id', '=', id)
    .execute()
  return new Map(rows.map(({ indicator, score }) => [indicator, score]))
}
