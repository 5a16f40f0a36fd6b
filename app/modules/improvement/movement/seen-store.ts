import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { amsterdamDay } from '../../../platform/text/days.ts'
import { loadSchoolViews } from '../school-store.ts'
import { isInRhythm, type TeamWeeks, teamWeeks } from './rhythm-rule.ts'
import './tables.ts'

export interface SeenSchool {
  readonly organisationId: string
  readonly name: string
  readonly seenSince: Date | null
  readonly inRhythm: boolean
}

/** What a school shares of itself here; a school that never chose is not seen. */
export async function seenSchool(trx: Trx, organisationId: string): Promise<SeenSchool | null> {
  const [school] = await seenSchools(trx, [organisationId])
  return school ?? null
}

/** The same of several schools, by name. */
export function seenSchools(trx: Trx, organisationIds: readonly string[]): Promise<readonly SeenSchool[]> {
  return organisationIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('movement_schools')
        .select(['organisation_id as organisationId', 'name', 'seen_since as seenSince', 'in_rhythm as inRhythm'])
        .where('organisation_id', 'in', [...organisationIds])
        .orderBy('name')
        .execute()
}

/** The weeks of a school's teams, as the rule looks at them. Needs the scope of that school. */
export async function weeksOf(trx: Trx, organisationId: string, now: Date): Promise<readonly TeamWeeks[]> {
  const [view] = await loadSchoolViews(trx, [organisationId], amsterdamDay(now))
  return teamWeeks(view?.teams ?? [])
}

interface Choice {
  readonly organisationId: string
  readonly seen: boolean
  readonly now: Date
}

/** Lets a school be seen, counted at once, or takes it out of sight. The same choice again changes nothing. */
export async function chooseSeen(trx: Trx, record: RecordEntry, { organisationId, seen, now }: Choice): Promise<void> {
  const before = await seenSchool(trx, organisationId)
  if ((before?.seenSince != null) === seen) return
  const { name, school_code } = await trx
    .selectFrom('organisations')
    .select(['name', 'school_code'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const row = {
    name,
    school_code,
    seen_since: seen ? now : null,
    in_rhythm: seen && isInRhythm(await weeksOf(trx, organisationId, now)),
    counted_at: seen ? now : null,
  }
  await trx
    .insertInto('movement_schools')
    .values({ organisation_id: organisationId, ...row })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
    .execute()
  record({
    action: seen ? 'school-seen' : 'school-out-of-sight',
    subject: `organisation:${organisationId}`,
    changes: { seen: [!seen, seen] },
  })
}
