import type { Trx } from '../database/scope.ts'
import type { Record as RecordEntry } from '../journal/perform.ts'
import type { HolidayRegion } from './organisations.ts'

/** Writes down in which region's holidays a school goes, under the scope of that school. */
export async function setHolidayRegion(
  trx: Trx,
  record: RecordEntry,
  organisationId: string,
  region: HolidayRegion,
): Promise<void> {
  const before = await trx
    .selectFrom('organisations')
    .select('holiday_region')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (before === undefined || before.holiday_region === region) return
  await trx.updateTable('organisations').set({ holiday_region: region }).where('id', '=', organisationId).execute()
  record({
    action: 'organisation-edited',
    subject: `organisation:${organisationId}`,
    changes: { holiday_region: [before.holiday_region, region] },
  })
}
