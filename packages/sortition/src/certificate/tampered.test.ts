import { loadSolver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pool } from '../pool/pool.ts'
import { allPanels, bruteLeximin } from '../selection/brute-force.ts'
import { type PanelResult, resultOf } from '../selection/result.ts'
import { selectPanels } from '../selection/select-panels.ts'
import type { Algorithm } from '../selection/selection.ts'
import { smallPools } from '../selection/small-pools.ts'
import { copyOf, corrupt, type Loose } from './corrupt.ts'
import { verifyResult } from './verify.ts'

const solver = await loadSolver()
const runs = { numRuns: Number(process.env.RUNS ?? 60) }

function resultFor(pool: Pool, algorithm: Algorithm): PanelResult | undefined {
  const clock = () => performance.now()
  const answer = selectPanels(solver, pool, { algorithm, random: () => 0.5, clock, timeLimit: 20_000, gap: 1e-6 })
  return answer.ok ? resultOf(pool, answer.selection, 0) : undefined
}

/** All that a result says is so, by looking at every panel there is. */
function expectTrue(pool: Pool, result: Loose): void {
  const all = allPanels(pool).map((panel) => panel.map((place) => pool.people[place]?.id ?? ''))
  const texts = new Set(all.map((ids) => ids.toSorted().join('|')))
  for (const { members } of result.panels) expect(texts).toContain(members.toSorted().join('|'))
  for (const { id } of pool.people) {
    const of = ({ members, probability }: Loose) => (members.includes(id) ? probability : 0)
    expect(result.probabilities[id]).toBeCloseTo(
      result.panels.reduce((sum: number, panel: Loose) => sum + of(panel), 0),
      8,
    )
  }
  const { stages, impossible, lemmas } = result.certificate
  for (const { weights, most } of [...stages, ...impossible].map(({ fact }) => fact).concat(lemmas))
    for (const panel of all)
      expect(panel.reduce((sum, id) => sum + (Object.hasOwn(weights, id) ? weights[id] : 0), 0)).toBeLessThanOrEqual(
        most,
      )
}

describe('a result of the solver in which something was changed', () => {
  it.each<Algorithm>(['leximin', 'maximin', 'nash', 'goldilocks'])('is refused, or still true: %s', (algorithm) => {
    let refused = 0
    let kept = 0
    const change = fc.record({ where: fc.nat(), how: fc.nat(12) })
    fc.assert(
      fc.property(smallPools, fc.array(change, { minLength: 8, maxLength: 8 }), (pool, changes) => {
        const made = resultFor(pool, algorithm)
        if (made === undefined) return
        expect(verifyResult(pool, copyOf(made), 1e-4)).toMatchObject({ sound: true })
        for (const { where, how } of changes) {
          const result = copyOf(made)
          corrupt(result, where, how)
          const verdict = verifyResult(pool, result)
          if (verdict.sound) expectTrue(pool, result)
          if (verdict.sound) kept++
          else refused++
        }
      }),
      runs,
    )
    expect(refused).toBeGreaterThan(kept)
  })
})

describe('maximin that is called leximin', () => {
  it('is refused wherever it is not leximin', () => {
    let differ = 0
    fc.assert(
      fc.property(smallPools, (pool) => {
        const made = resultFor(pool, 'maximin')
        if (made === undefined) return
        const result = copyOf(made)
        result.algorithm = result.certificate.algorithm = 'leximin'
        // And settles everyone who may be settled, in case that is what it takes.
        const [stage] = result.certificate.stages
        if (stage !== undefined) stage.settled = Object.keys(stage.fact.weights)
        const fairest = bruteLeximin(solver, pool)
        const far = pool.people.some(({ id }, i) => Math.abs(result.probabilities[id] - (fairest[i] ?? 0)) > 1e-3)
        if (far) differ++
        if (far) expect(verifyResult(pool, result, 1e-4)).toMatchObject({ sound: false })
      }),
      // A seed with pools among the first on which the two differ: they are rare where pools are this small.
      { numRuns: 2 * runs.numRuns, seed: 5 },
    )
    expect(differ).toBeGreaterThan(0)
  })
})
