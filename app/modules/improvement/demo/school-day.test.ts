import { expect, test } from 'vitest'
import { asSystem, onBothEngines } from '../../../platform/database/testing.ts'
import { deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { amsterdamDay, type Day } from '../../../platform/text/days.ts'
import { lessonsDemo } from '../lessons/demo.ts'
import { improvementMigrations } from '../migrations/index.ts'
import { isSchoolDay, schoolYear, schoolYearOf } from '../school-year.ts'
import { visitsDemo } from '../visits/demo.ts'
import { voiceDemo } from '../voice/demo.ts'
import { boardDemo } from './board-demo.ts'
import { schoolDayAt } from './school-day.ts'

const migrations = [...platformMigrations, ...improvementMigrations]
const open = (day: Day) => isSchoolDay(schoolYear(schoolYearOf(day), deWaterlelie.region), day)

test('a day without school gives the nearest with school', () => {
  expect(schoolDayAt('2026-11-22')).toBe('2026-11-20')
  expect(schoolDayAt('2026-11-22', 1)).toBe('2026-11-23')
  expect(schoolDayAt('2026-11-20')).toBe('2026-11-20')
})

onBothEngines('what happened at school in the demo', migrations, (database) => {
  test('fell on days with school, also where it is counted back from a Sunday', async () => {
    const services = { db: database(), clock: () => new Date('2026-11-22T12:00:00Z') }
    await identityDemo(services)
    await boardDemo(services)
    await lessonsDemo(services)
    await visitsDemo(services)
    await voiceDemo(services)
    for (const [table, column] of [
      ['voice_rounds', 'opened_at'],
      ['visits', 'starts_at'],
      ['visits', 'asked_at'],
      ['lesson_versions', 'taught_on'],
      ['readings', 'on_date'],
      ['successes', 'on_date'],
      ['board_sessions', 'started_at'],
    ] as const) {
      const rows = await asSystem(
        services.db,
        `select ${column} as at from ${table} where organisation_id = $1 and ${column} is not null`,
        [deWaterlelie.id],
      )
      const days = rows.map(({ at }) => (at instanceof Date ? amsterdamDay(at) : String(at)))
      expect(days.length, `${table}.${column}`).toBeGreaterThan(0)
      expect(
        days.filter((day) => !open(day)),
        `${table}.${column}`,
      ).toEqual([])
    }
  })
})
