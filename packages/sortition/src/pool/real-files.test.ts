import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSolver } from '@kantelpunt/solver'
import { describe, expect, it } from 'vitest'
import { checkPool } from '../check/check-pool.ts'
import type { Pool } from './pool.ts'
import { type PoolSource, readPool } from './read-pool.ts'

const folder = join(import.meta.dirname, '../../../../../shared/data/panels')

function read(quotas: string, pool: string, more: Omit<PoolSource, 'quotas' | 'pool'>): Pool {
  const answer = readPool({
    ...more,
    quotas: readFileSync(join(folder, quotas)),
    pool: readFileSync(join(folder, pool)),
  })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.pool
}

describe.skipIf(!existsSync(folder))('published pools (skipped where shared/data is not there)', () => {
  it('are read, and the same in lower case', () => {
    const asked = { seats: 22, id: 'nationbuilder_id', onePer: [['primary_address1', 'primary_zip']] }
    const pool = read('sf_fixture_22/features.csv', 'sf_fixture_22/candidates.csv', asked)
    expect(pool.people).toHaveLength(150)
    expect(pool.features.map(({ name, values }) => [name, values.length])).toEqual([
      ['Gender', 3],
      ['age_bracket', 5],
      ['edu_level', 4],
      ['geo_bucket', 8],
    ])
    expect(pool.features[0]?.values[0]).toEqual({ name: 'Female', min: 11, max: 12, minFlex: 0, maxFlex: 12 })
    expect(read('sf_fixture_22/features.csv', 'sf_fixture_22/candidates_lower.csv', asked)).toEqual(pool)
  })

  it('have panels that can have everyone', async () => {
    const solver = await loadSolver()
    for (const pool of [
      read('sf_fixture_22/features.csv', 'sf_fixture_22/candidates.csv', { seats: 22, id: 'nationbuilder_id' }),
      read('example_small_20/categories.csv', 'example_small_20/respondents.csv', { seats: 20 }),
      read('example_large_200/categories.csv', 'example_large_200/respondents.csv', { seats: 200 }),
    ])
      expect(checkPool(solver, pool, { clock: () => performance.now(), timeLimit: 20_000 })).toMatchObject({
        outcome: 'feasible',
        impossible: [],
        unknown: [],
      })
  })
})
