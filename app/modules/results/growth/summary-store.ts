import type { Selectable } from 'kysely'
import type { Trx } from '../../../platform/database/scope.ts'
import { amsterdamDay, startOfDay } from '../../../platform/text/days.ts'
import { isAmong, type Summary } from './summary.ts'
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

/** Of the same school a school year holds so many: reading, language and arithmetic. */
const mostOfASchool = 3

export type Keeping =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'too-many'; readonly codes: readonly string[] }

/**
 * Keeps a summary. Refused where a school in it would be kept a fourth time in a school year: each time tells a little of the
 * same pupils, and only what two or three tell together was looked into.
 */
export async function keepSummary(trx: Trx, { id, organisationId, summary, at, by }: NewSummary): Promise<Keeping> {
  const ofThisYear = await trx
    .selectFrom('result_growth_summaries')
    .select('schools')
    .where('organisation_id', '=', organisationId)
    .where('saved_at', '>=', startOfSchoolYear(at))
    .execute()
  const before = ofThisYear.map(({ schools }) => schools.map(({ code }) => code))
  const full = summary.schools
    .map(({ code }) => code)
    .filter((code) => before.filter((codes) => isAmong(code, codes)).length >= mostOfASchool)
  if (full.length > 0) return { ok: false, reason: 'too-many', codes: full }
  await trx
    .insertInto('result_growth_summaries')
    .values({
      organisation_id: organisationId,
      id,
      schools: JSON.stringify(summary.schools),
      spread: summary.spread,
      certificate: JSON.stringify(summary.certificate),
      saved_at: at,
      saved_by: by,
    })
    .execute()
  return { ok: true }
}

/** 1 August, as the people in it live it. */
function startOfSchoolYear(at: Date): Date {
  const day = amsterdamDay(at)
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0)
  return startOfDay(`${year}-08-01`)
}
