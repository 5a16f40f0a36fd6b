import type { Pool } from '../pool/pool.ts'
import { type PanelResult, resultOf } from '../selection/result.ts'
import type { Algorithm, WeighedPanel } from '../selection/selection.ts'
import type { Certificate, PanelFact, Proof, Stage } from './certificate.ts'

/** For tests: a pool of one feature with exact quotas, of which the fairest distributions follow without a solver. */
export interface Kinds {
  readonly people: readonly { readonly size: number; readonly seats: number }[]
}

export function poolOfKinds({ people }: Kinds): Pool {
  return {
    seats: people.reduce((sum, { seats }) => sum + seats, 0),
    features: [
      {
        name: 'kind',
        values: people.map(({ seats }, k) => ({
          name: `k${k}`,
          min: seats,
          max: seats,
          minFlex: seats,
          maxFlex: seats,
        })),
      },
    ],
    people: people.flatMap(({ size }, k) =>
      Array.from({ length: size }, (_, i) => ({ id: `k${k} p${i}`, answers: [k] })),
    ),
    limits: [],
    selected: [],
    excluded: [],
  }
}

/** Within a kind everyone has the same chance, seats ÷ size: fairest by any measure. Proven by looking at all panels. */
export function resultByHand(kinds: Kinds, algorithm: Algorithm): PanelResult {
  const pool = poolOfKinds(kinds)
  const panels = rotation(kinds)
  const chance = (k: number) => (kinds.people[k]?.seats ?? 0) / (kinds.people[k]?.size ?? 1)
  const probabilities = pool.people.map(({ answers }) => chance(answers[0] ?? 0))
  const possible = probabilities.flatMap((p, i) => (p > 0 ? [i] : []))
  const certificate: Certificate = {
    algorithm,
    gap: algorithm === 'legacy' ? null : 0,
    impossible: pool.people.flatMap(({ id }, i) =>
      (probabilities[i] ?? 0) > 0 ? [] : [{ id, fact: factOf(pool, new Map([[i, 1]])) }],
    ),
    lemmas: [],
    stages: possible.length === 0 ? [] : stagesByHand(pool, kinds, algorithm, probabilities, possible),
  }
  return resultOf(pool, { algorithm, panels, probabilities, certificate, complete: true }, 0.1)
}

function stagesByHand(
  pool: Pool,
  { people }: Kinds,
  algorithm: Algorithm,
  p: readonly number[],
  possible: readonly number[],
): readonly Stage[] {
  const idsOf = (places: readonly number[]) => places.map((i) => pool.people[i]?.id ?? '')
  const chances = possible.map((i) => p[i] ?? 0)
  const [lowest, highest] = [Math.min(...chances), Math.max(...chances)]
  const stage = (
    weights: ReadonlyMap<number, number>,
    value: number,
    settled: readonly number[],
    highs = {},
  ): Stage => {
    const fact = factOf(pool, weights)
    return { value, bound: value, floor: value, settled: idsOf(settled), fact, highs }
  }
  const ones = (value: number) => possible.filter((i) => p[i] === value)
  if (algorithm === 'maximin') return [stage(new Map(ones(lowest).map((i) => [i, 1])), lowest, ones(lowest))]
  if (algorithm === 'leximin') {
    const levels = [...new Set(chances)].toSorted((a, b) => a - b)
    return levels.map((level) => stage(new Map(ones(level).map((i) => [i, 1])), level, ones(level)))
  }
  if (algorithm === 'nash') {
    const all = people.reduce((product, { seats }) => product * Math.max(1, seats), 1)
    const weights = new Map(possible.map((i) => [i, Math.round(all / (p[i] ?? 1))]))
    const value = Math.exp(chances.reduce((sum, each) => sum + Math.log(each), 0) / chances.length)
    return [stage(weights, value, [])]
  }
  if (algorithm === 'legacy') return []
  const [low, high] = [ones(lowest), ones(highest)]
  const n = possible.length
  const seatsOfLow = Math.round(lowest * low.length)
  const l = high.length * pool.seats ** 2 * low.length
  const h = n ** 2 * seatsOfLow ** 2
  const weights = new Map(possible.map((i) => [i, (p[i] === lowest ? l : 0) - (p[i] === highest ? h : 0)]))
  const q = pool.seats / n
  const highs = Object.fromEntries(idsOf(high).map((id) => [id, h]))
  return [stage(weights, highest / q + q / lowest, [], highs)]
}

/** As many panels as it takes to come round: the members of each kind move up one place a panel. */
function rotation({ people }: Kinds): readonly WeighedPanel[] {
  const count = people.reduce((all, { size }) => (all * size) / gcd(all, size), 1)
  return Array.from({ length: count }, (_, t) => {
    let before = 0
    const members = people.flatMap(({ size, seats }) => {
      const first = before
      before += size
      return Array.from({ length: seats }, (_, j) => first + ((t + j) % size))
    })
    return { members: members.toSorted((a, b) => a - b), probability: 1 / count }
  })
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** The heaviest panel, proven by splitting until every person is in or out. */
function factOf(pool: Pool, weights: ReadonlyMap<number, number>): PanelFact {
  const most = Math.max(...panelsOf(pool).map((panel) => panel.reduce((sum, i) => sum + (weights.get(i) ?? 0), 0)))
  const size = [...weights.values()].reduce((sum, w) => sum + Math.abs(w), 1)
  const build = (inside: readonly boolean[]): Proof => {
    const person = pool.people[inside.length]
    if (person === undefined) return leafOf(pool, weights, inside, 3 * size)
    return { people: [person.id], atMost: 0, fewer: build([...inside, false]), more: build([...inside, true]) }
  }
  const named = [...weights].map(([i, w]) => [pool.people[i]?.id ?? '', w])
  return { weights: Object.fromEntries(named), most, proof: build([]) }
}

/** All are in or out. Where that breaks a rule, a large multiplier of the rule says so. */
function leafOf(pool: Pool, weights: ReadonlyMap<number, number>, inside: readonly boolean[], large: number): Proof {
  const members = [...inside.keys()].filter((i) => inside[i] === true)
  const push = (count: number, low: number, high: number) => (count > high ? large : count < low ? -large : 0)
  const seats = push(members.length, pool.seats, pool.seats)
  const quotas = pool.features.map(({ values }, f) =>
    values.map(({ min, max }, v) => push(members.filter((i) => pool.people[i]?.answers[f] === v).length, min, max)),
  )
  const limits = pool.limits.map(({ people, most }) => push(people.filter((i) => inside[i] === true).length, 0, most))
  const splits = pool.people.map(({ answers }, i) => {
    const ofQuotas = quotas.reduce((sum, row, f) => sum + (row[answers[f] ?? 0] ?? 0), 0)
    const ofLimits = pool.limits.reduce((sum, { people }, k) => sum + (people.includes(i) ? (limits[k] ?? 0) : 0), 0)
    return (weights.get(i) ?? 0) - seats - ofQuotas - ofLimits
  })
  return { scale: 1, seats, quotas, limits, splits, lemmas: [] }
}

/** Every panel that keeps all rules, by trying all sets of people. */
export function panelsOf(pool: Pool): readonly (readonly number[])[] {
  const panels: (readonly number[])[] = []
  for (let set = 0; set < 2 ** pool.people.length; set++) {
    const members = pool.people.flatMap((_, i) => ((set >> i) & 1 ? [i] : []))
    if (members.length === pool.seats && isPanel(pool, new Set(members))) panels.push(members)
  }
  return panels
}

function isPanel(pool: Pool, inside: ReadonlySet<number>): boolean {
  const count = (people: Iterable<number>) => [...people].filter((i) => inside.has(i)).length
  return (
    pool.features.every(({ values }, f) =>
      values.every(({ min, max }, v) => {
        const has = count(pool.people.keys().filter((i) => pool.people[i]?.answers[f] === v))
        return has >= min && has <= max
      }),
    ) &&
    pool.limits.every(({ people, most }) => count(people) <= most) &&
    pool.selected.every((i) => inside.has(i)) &&
    !pool.excluded.some((i) => inside.has(i))
  )
}
