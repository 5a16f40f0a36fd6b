import { describe, expect, test } from 'vitest'
import { organisationScope } from '../../../platform/database/scope.ts'
import { freshDatabase, onBothEngines } from '../../../platform/database/testing.ts'
import { deKlimboom, deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { findChainFault } from '../../../platform/journal/chain.ts'
import { entriesAfter } from '../../../platform/journal/journal-store.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { improvementMigrations } from '../migrations/index.ts'
import { yearStream } from '../year.ts'
import { readYear } from '../year-store.ts'
import { boardDemo } from './board-demo.ts'
import { lookBackDemo } from './look-back-demo.ts'
import { neighbourDemo } from './neighbour-demo.ts'
import { yearDemo } from './year-demo.ts'

const migrations = [...platformMigrations, ...improvementMigrations]
const scope = organisationScope(deWaterlelie.id)

onBothEngines('the year boards of the demo', migrations, (database) => {
  test('have a year behind them and a year on its way, made once', async () => {
    const db = database()
    const services = { db, clock: () => new Date('2026-11-22T12:00:00Z') }
    const make = async () => {
      await yearDemo(services)
      await boardDemo(services)
      await neighbourDemo(services)
      await lookBackDemo(services)
    }
    await identityDemo(services)
    await make()
    const journal = () => db.run(scope, (trx) => trx.selectFrom('journal_streams').select(['stream', 'hash']).execute())
    const made = await journal()
    await make()
    expect(new Set(await journal())).toEqual(new Set(made))

    const year = await db.run(scope, (trx) => readYear(trx, deWaterlelie.id, 2026))
    expect(year?.periods.map(({ theme, stage }) => [theme, stage])).toEqual([
      ['Rust in de start van de les', 'closed'],
      ['Hardop denken', 'execution'],
      ['Lezen met plezier', 'planned'],
      [null, 'planned'],
      [null, 'planned'],
    ])
    expect(year?.periods[0]?.goalsReached).toBeGreaterThan(0)
    expect(year?.periods[1]?.goals).toBeGreaterThan(2)
    const last = await db.run(scope, (trx) => readYear(trx, deWaterlelie.id, 2025))
    expect(last?.periods.every((period) => period.stage === 'closed')).toBe(true)

    const stream = yearStream(deWaterlelie.id)
    const entries = await db.run(scope, (trx) => entriesAfter(trx, deWaterlelie.id, stream, 0, 1000))
    expect(entries.length).toBeGreaterThan(12)
    expect(findChainFault(stream, entries)).toBeNull()
  })
})

describe('on whatever day the demo is started', () => {
  test.each(['2027-07-20', '2027-08-02', '2026-12-27', '2027-06-30'])('%s', async (day) => {
    const { database: db, remove } = await freshDatabase('pglite', migrations)
    try {
      const services = { db, clock: () => new Date(`${day}T12:00:00Z`) }
      await identityDemo(services)
      await yearDemo(services)
      await neighbourDemo(services)
      await lookBackDemo(services)
      const at = (id: string, year: number) => db.run(organisationScope(id), (trx) => readYear(trx, id, year))
      const year = day >= '2027-08-01' ? 2027 : 2026
      for (const school of [deWaterlelie, deKlimboom]) {
        const periods = (await at(school.id, year))?.periods ?? []
        expect(periods).toHaveLength(5)
        // What is over has a theme and was closed, where there is a board to close it on; what comes has not begun.
        for (const period of periods) {
          if (period.endsOn < day) expect(period.theme).not.toBeNull()
          if (period.startsOn > day) expect(period.stage).toBe('planned')
        }
      }
      expect((await at(deWaterlelie.id, year - 1))?.periods).toHaveLength(5)
    } finally {
      await remove()
    }
  })
})
