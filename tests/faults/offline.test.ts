import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../../app/migrations.ts'
import { type FreshDatabase, freshDatabase } from '../../app/platform/database/testing.ts'
import { openSimulation, type Simulation } from './offline-devices.ts'

/** The long run, 1,000 schedules, is `npm run bench -- faults`. */
const schedules = 20

describe.each(['pglite', 'postgres'] as const)('three devices with a bad network, on %s', (engine) => {
  let fresh: FreshDatabase
  let simulation: Simulation
  beforeAll(async () => {
    fresh = await freshDatabase(engine, migrations)
    simulation = await openSimulation(fresh.database, fresh.url)
  })
  afterAll(async () => {
    await simulation.stop()
    await fresh.remove()
  })

  it('lose no card and no word, double nothing, and end alike', async () => {
    let edits = 0
    for (let seed = 1; seed <= schedules; seed++) {
      const result = await simulation.run(seed)
      expect(result.faults, `seed ${seed}`).toEqual([])
      edits += result.edits
    }
    expect(edits).toBeGreaterThan(schedules * 5)
  }, 120_000)
})
