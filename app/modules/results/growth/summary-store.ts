import type { Selectable } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Summary } from './summary.ts'
import type { ResultGrowthSummaryTable } from './tables.ts'

export type KeptSummary = Selectable<ResultGrowthSummaryTable>

/** The newest first. */
export async function keptSummaries(trx: Trx, organisationId: string): Promise<readonly KeptSummary[]> {
  return trx
    .selectFrom('result_growth_summaries')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
}

interface NewSummary {
  readonly id: string
  readonly organisationId: string
  readonly summary: Summary
  readonly at: Date
  readonly by: string
}

export async function keepSummary(trx: Trx, { id, organisationId, summary, at, by }: NewSummary): Promise<void> {
  await trx
    .insertInto('result_growth_summaries')
    .values({
      organisation_id: organisationId,
      id,
      schools: JSON.stringify(summary.schools),
      certificate: JSON.stringify(summary.certificate),
      saved_at: at,
      saved_by: by,
    })
    .execute()
}
