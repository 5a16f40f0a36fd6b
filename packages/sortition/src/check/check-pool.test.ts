import { loadSolver, type Solver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Pool } from '../pool/pool.ts'
import { checkPool } from './check-pool.ts'
import type { Conflict } from './conflict.ts'
import type { Rule } from './rules.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const check = (pool: Pool) => checkPool(solver, pool, { clock: () => performance.now(), timeLimit: 20_000 })

const quota = fc.tuple(fc.nat(2), fc.nat(3), fc.nat(2), fc.nat(2)).map(([min, more, down, up]) => ({
  min,
  max: min + more,
  minFlex: Math.max(0, min - down),
  maxFlex: min + more + up,
}))

/** Small pools in which anything may go wrong. */
const pools: fc.Arbitrary<Pool> = fc
  .record({
    size: fc.integer({ min: 2, max: 8 }),
    values: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  })
  .chain(({ size, values }) =>
    fc.record({
      seats: fc.integer({ min: 1, max: Math.min(4, size) }),
      features: fc.tuple(
        ...values.map((count, f) =>
          fc.array(quota, { minLength: count, maxLength: count }).map((quotas) => ({
            name: `f${f}`,
            values: quotas.map((each, v) => ({ name: `v${v}`, ...each })),
          })),
        ),
      ),
      people: fc
        .array(fc.tuple(...values.map((count) => fc.nat(count - 1))), { minLength: size, maxLength: size })
        .map((rows) => rows.map((answers, i) => ({ id: `p${i}`, answers }))),
      limits: fc.array(
        fc.record({
          name: fc.constant('school'),
          people: fc.subarray([...Array(size).keys()], { minLength: 2 }),
          most: fc.integer({ min: 1, max: 2 }),
        }),
        { maxLength: 2 },
      ),
      lists: fc.array(fc.constantFrom('selected', 'excluded', 'free', 'free', 'free'), {
        minLength: size,
        maxLength: size,
      }),
    }),
  )
  .map(({ lists, ...pool }) => ({
    ...pool,
    selected: lists.flatMap((list, i) => (list === 'selected' ? [i] : [])),
    excluded: lists.flatMap((list, i) => (list === 'excluded' ? [i] : [])),
  }))

/** All sets of people that fill the seats, whatever the rules. */
function sets({ people, seats }: Pool): readonly ReadonlySet<number>[] {
  const found: ReadonlySet<number>[] = []
  for (let bits = 0; bits < 2 ** people.length; bits++) {
    const members = people.flatMap((_, i) => ((bits >> i) & 1 ? [i] : []))
    if (members.length === seats) found.push(new Set(members))
  }
  return found
}

const holders = (pool: Pool, set: ReadonlySet<number>, feature: number, value: number) =>
  [...set].filter((i) => pool.people[i]?.answers[feature] === value).length

function keeps(pool: Pool, set: ReadonlySet<number>, rule: Rule): boolean {
  if (rule.kind === 'selected') return rule.people.every((i) => set.has(i))
  if (rule.kind === 'excluded') return !rule.people.some((i) => set.has(i))
  if (rule.kind === 'limit') {
    const { people, most } = pool.limits[rule.limit] ?? { people: [], most: 0 }
    return people.filter((i) => set.has(i)).length <= most
  }
  const { min, max } = pool.features[rule.feature]?.values[rule.value] ?? { min: 0, max: 0 }
  const count = holders(pool, set, rule.feature, rule.value)
  return rule.kind === 'min' ? count >= min : count <= max
}

const lists = (pool: Pool): readonly Rule[] => [
  ...pool.limits.map((_, limit) => ({ kind: 'limit', limit }) as const),
  { kind: 'selected', people: pool.selected },
  { kind: 'excluded', people: pool.excluded },
]

const quotaRules = (pool: Pool): readonly Rule[] =>
  pool.features.flatMap(({ values }, feature) =>
    values.flatMap((_, value) => (['min', 'max'] as const).map((kind) => ({ kind, feature, value }))),
  )

function expectMinimal(pool: Pool, among: readonly ReadonlySet<number>[], conflict: Conflict | undefined): void {
  expect(conflict?.minimal).toBe(true)
  const rules = conflict?.rules ?? []
  const keepsAll = (some: readonly Rule[]) => among.some((set) => some.every((rule) => keeps(pool, set, rule)))
  expect(keepsAll(rules)).toBe(false)
  for (const [k] of rules.entries()) expect(keepsAll(rules.toSpliced(k, 1))).toBe(true)
}

describe('a pool that is checked', () => {
  it('has a panel exactly where trying all of them finds one, and those whom no panel has are told why', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const rules = [...lists(pool), ...quotaRules(pool)]
        const all = sets(pool)
        const panels = all.filter((set) => rules.every((rule) => keeps(pool, set, rule)))
        const answer = check(pool)
        expect(answer.outcome).toBe(panels.length > 0 ? 'feasible' : 'infeasible')
        if (answer.outcome !== 'feasible') return
        expect(panels).toContainEqual(new Set(answer.panel))
        expect(answer.unknown).toEqual([])
        const nowhere = pool.people.flatMap((_, i) => (panels.some((panel) => panel.has(i)) ? [] : [i]))
        expect(answer.impossible.flatMap(({ people }) => people).toSorted((a, b) => a - b)).toEqual(nowhere)
        for (const { people, because } of answer.impossible)
          for (const person of people)
            if (!pool.excluded.includes(person)) {
              const having = all.filter((set) => set.has(person))
              expect(having.some((set) => because?.rules.every((rule) => keeps(pool, set, rule)))).toBe(false)
              if (person === people[0]) expectMinimal(pool, having, because)
            }
      }),
      { numRuns: 150 },
    )
  })

  it('has a conflict of which no rule can be missed, and the cheapest relaxation there is, where it has no panel', () => {
    const infeasible = pools.filter((pool) => {
      const rules = [...lists(pool), ...quotaRules(pool)]
      return !sets(pool).some((set) => rules.every((rule) => keeps(pool, set, rule)))
    })
    fc.assert(
      fc.property(infeasible, (pool) => {
        const answer = check(pool)
        if (answer.outcome !== 'infeasible') throw new Error(answer.outcome)
        const all = sets(pool)
        expectMinimal(pool, all, answer.conflict)
        const allowed = all.filter((set) => lists(pool).every((rule) => keeps(pool, set, rule)))
        const costs = allowed.map((set) => {
          let [cost, beyond] = [0, 0]
          for (const [feature, { values }] of pool.features.entries())
            for (const [value, { min, max, minFlex, maxFlex }] of values.entries()) {
              const count = holders(pool, set, feature, value)
              const down = 1 + 2 / Math.max(1, min)
              cost += Math.max(0, min - count) * down + Math.max(0, count - max)
              beyond += Math.max(0, minFlex - count) * down + Math.max(0, count - maxFlex)
            }
          return { cost, beyond }
        })
        const { relaxation } = answer
        if (costs.length === 0) {
          expect(relaxation).toBe('none')
          return
        }
        if (typeof relaxation === 'string') throw new Error(relaxation)
        const leastBeyond = Math.min(...costs.map(({ beyond }) => beyond))
        const best = Math.min(...costs.flatMap(({ cost, beyond }) => (beyond < leastBeyond + 1e-9 ? [cost] : [])))
        expect(relaxation).toMatchObject({ within: leastBeyond === 0, proven: true, cost: expect.closeTo(best, 6) })
        const relaxed = {
          ...pool,
          features: pool.features.map((feature, f) => ({
            ...feature,
            values: feature.values.map((each, v) => {
              const change = relaxation.changes.find(({ feature, value }) => feature === f && value === v)
              return { ...each, min: change?.min ?? each.min, max: change?.max ?? each.max }
            }),
          })),
        }
        const panel = new Set(relaxation.panel)
        expect([...lists(relaxed), ...quotaRules(relaxed)].every((rule) => keeps(relaxed, panel, rule))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
