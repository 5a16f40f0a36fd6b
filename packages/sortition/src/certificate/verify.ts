import type { Pool } from '../pool/pool.ts'
import { get, integer, type Json, list, number, Refused, record, refuse, text } from './untrusted.ts'
import type { Verdict, Why } from './verdict.ts'
import { type PanelBound, verifyProof } from './verify-proof.ts'

/** Probabilities are computed in whole numbers of 2⁻¹²⁰, exactly as the doubles of the result are; this is what may be rounded. */
const rounding = 1e-9
const units = (value: number) => BigInt(Math.floor(value * 2 ** 120))
const asNumber = (value: bigint) => Number(value) / 2 ** 120
const near = (one: unknown, other: number) =>
  typeof one === 'number' && Math.abs(one - other) <= rounding * Math.max(1, Math.abs(other))

/** Checks a result against the pool and its rules, without anything of what made it; never throws on what it is given. */
export function verifyResult(pool: Pool, result: unknown, mostGap: number = Number.POSITIVE_INFINITY): Verdict {
  const why: Why[] = []
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      why.push(error.why)
      return undefined
    }
  }
  const placeOf = new Map(pool.people.map(({ id }, place) => [id, place]))
  const place = (id: unknown): number => placeOf.get(text(id)) ?? refuse('unknown-id', text(id))
  const places = (ids: unknown): readonly number[] => {
    const found = list(ids).map(place)
    return new Set(found).size === found.length ? found : refuse('id-twice')
  }
  const given = attempt(() => record(result))
  if (given === undefined) return { sound: false, why }
  const exact = attempt(() => verifyPanels(pool, given, places))
  if (exact === undefined) return { sound: false, why }
  const p = exact.map(asNumber)
  attempt(() => verifyFigures(pool, given, p))
  const gap = attempt(() => verifyCertificate(pool, given, exact, place, places))
  if (gap !== undefined && gap !== null && gap > mostGap) why.push({ reason: 'gap-too-large', at: gap.toFixed(6) })
  return why.length > 0 || gap === undefined ? { sound: false, why } : { sound: true, gap }
}

/** Every panel keeps every rule, and the panels' probabilities add up to 1; gives everyone's probability. */
function verifyPanels(pool: Pool, given: Json, places: (ids: unknown) => readonly number[]): readonly bigint[] {
  const sums = pool.people.map(() => 0n)
  let all = 0n
  for (const [k, each] of list(get(given, 'panels')).entries()) {
    const panel = record(each)
    const probability = number(get(panel, 'probability'))
    if (probability < 0 || probability > 1 + rounding) refuse('probability', `${k + 1}`)
    const members = places(get(panel, 'members'))
    if (members.length !== pool.seats) refuse('seats', `${k + 1}`)
    const inside = new Set(members)
    pool.features.forEach(({ name, values }, f) => {
      const counts = values.map(() => 0)
      for (const member of members) {
        const answer = pool.people[member]?.answers[f] ?? 0
        counts[answer] = (counts[answer] ?? 0) + 1
      }
      for (const [v, { min, max, name: value }] of values.entries()) {
        const count = counts[v] ?? 0
        if (count < min || count > max) refuse('quota', `${k + 1}: ${name}, ${value}: ${count}`)
      }
    })
    for (const { people, most, name } of pool.limits)
      if (people.filter((person) => inside.has(person)).length > most) refuse('limit', `${k + 1}: ${name}`)
    if (!pool.selected.every((person) => inside.has(person))) refuse('selected', `${k + 1}`)
    if (pool.excluded.some((person) => inside.has(person))) refuse('excluded', `${k + 1}`)
    const share = units(probability)
    all += share
    for (const member of members) sums[member] = (sums[member] ?? 0n) + share
  }
  if (!near(asNumber(all), 1)) refuse('sum', asNumber(all).toFixed(12))
  return sums
}

/** What the result says about everyone follows from the panels. */
function verifyFigures(pool: Pool, given: Json, p: readonly number[]): void {
  if (get(given, 'seats') !== pool.seats || get(given, 'pool') !== p.length) refuse('another-pool')
  const stated = record(get(given, 'probabilities'))
  if (Object.keys(stated).length !== p.length) refuse('another-pool')
  for (const [i, { id }] of pool.people.entries()) if (!near(get(stated, id), p[i] ?? 0)) refuse('chance', id)
  const figures = record(get(given, 'statistics'))
  const sorted = p.toSorted((one, other) => one - other)
  const total = p.reduce((sum, each) => sum + each, 0)
  const spread = sorted.reduce((sum, each, i) => sum + (2 * i + 1 - p.length) * each, 0)
  const means = {
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
    gini: spread / (p.length * total),
    geometricMean: geometricMean(p),
  }
  for (const [name, value] of Object.entries(means)) if (!near(get(figures, name), value)) refuse('statistics', name)
}

const geometricMean = (values: readonly number[]) =>
  Math.exp(values.reduce((sum, each) => sum + Math.log(each), 0) / values.length)

/** Every fact is proven, and the promise of the algorithm follows from the facts up to the gap, which is given. */
function verifyCertificate(
  pool: Pool,
  given: Json,
  exact: readonly bigint[],
  place: (id: unknown) => number,
  places: (ids: unknown) => readonly number[],
): number | null {
  const certificate = record(get(given, 'certificate'))
  const algorithm = text(get(certificate, 'algorithm'))
  if (get(given, 'algorithm') !== algorithm) refuse('another-algorithm')
  const stages = list(get(certificate, 'stages')).map(record)
  const [stage] = stages
  const stated = get(certificate, 'gap')
  const set = new Set([...pool.selected, ...pool.excluded])
  const weightsOf = (named: unknown): Float64Array => {
    const weights = new Float64Array(exact.length)
    for (const [id, weight] of Object.entries(record(named))) {
      if (set.has(place(id))) refuse('weights', id)
      weights[place(id)] = integer(weight)
    }
    return weights
  }
  const lemmas: PanelBound[] = []
  const prove = (named: unknown, at: string): PanelBound => {
    const fact = record(named)
    const proven = { weights: weightsOf(get(fact, 'weights')), most: integer(get(fact, 'most')) }
    verifyProof(pool, proven, lemmas, get(fact, 'proof'), places, at)
    return proven
  }
  for (const [k, fact] of list(get(certificate, 'lemmas')).entries()) lemmas.push(prove(fact, `lemma ${k + 1}`))
  const out = new Set(set)
  for (const each of list(get(certificate, 'impossible')).map(record)) {
    const id = place(get(each, 'id'))
    const { weights, most } = prove(get(each, 'fact'), text(get(each, 'id')))
    if (out.has(id) || most !== 0 || weights.some((w, i) => (i === id ? w <= 0 : w !== 0)))
      refuse('impossible', text(get(each, 'id')))
    out.add(id)
  }
  if (algorithm === 'legacy') return stated === null && stages.length === 0 ? null : refuse('malformed')
  const free = [...exact.keys()].filter((person) => !out.has(person))
  if (free.length === 0) return stages.length === 0 ? 0 : refuse('stages')
  const facts = stages.map((each, k) => prove(get(each, 'fact'), `${k + 1}`))
  for (const { weights } of facts) if (weights.some((w, i) => w !== 0 && out.has(i))) refuse('weights')
  const [fact = refuse('stages')] = facts
  const p = exact.map(asNumber)
  const chances = free.map((person) => p[person] ?? 0)
  const w = free.map((person) => fact.weights[person] ?? 0)
  const lowest = chances.reduce((least, each) => Math.min(least, each), 1)
  const says = (of: Json | undefined, value: number, bound: number, at = '1') => {
    if (of === undefined || !near(get(of, 'value'), value)) refuse('value', at)
    if (of === undefined || !near(get(of, 'bound'), bound)) refuse('bound', at)
  }
  let gap = 0
  if (algorithm === 'leximin') gap = verifyLeximin(pool, stages, facts, free, exact, places, says)
  else if (stages.length !== 1) refuse('stages')
  else if (algorithm === 'maximin') {
    const sum = w.reduce((total, each) => total + each, 0)
    if (w.some((each) => each < 0) || sum <= 0) refuse('weights')
    const settled = places(stage === undefined ? [] : get(stage, 'settled'))
    if (settled.length !== w.filter((each) => each > 0).length || settled.some((i) => !((fact.weights[i] ?? 0) > 0)))
      refuse('settled', '1')
    says(stage, lowest, fact.most / sum)
    gap = fact.most / sum - lowest
  } else if (algorithm === 'nash') {
    if (w.some((each) => each <= 0) || fact.most <= 0) refuse('weights')
    const bound = geometricMean(w.map((each) => fact.most / free.length / each))
    says(stage, geometricMean(chances), bound)
    gap = bound / geometricMean(chances) - 1
  } else if (algorithm === 'goldilocks') {
    const named = weightsOf(stage === undefined ? {} : get(stage, 'highs'))
    const highs = free.map((person) => named[person] ?? 0)
    const [alpha, beta] = [
      w.reduce((sum, each, i) => sum + each + (highs[i] ?? 0), 0),
      highs.reduce((a, b) => a + b, 0),
    ]
    if (beta <= 0 || highs.some((h, i) => h < 0 || h + (w[i] ?? 0) < 0)) refuse('weights')
    const q = (pool.seats - pool.selected.length) / free.length
    const value = chances.reduce((most, each) => Math.max(most, each), 0) / q + q / lowest
    const bound = 2 * Math.sqrt(alpha / beta) - fact.most / (beta * q)
    says(stage, value, bound)
    gap = bound > 0 ? value / bound - 1 : refuse('bound')
  } else refuse('another-algorithm')
  return typeof stated === 'number' && stated >= gap - rounding ? Math.max(0, gap) : refuse('gap', gap.toFixed(6))
}

/** Everyone who is free is settled, each where nobody could be given more than the gap without taking it from who has no more. */
function verifyLeximin(
  pool: Pool,
  stages: readonly Json[],
  facts: readonly PanelBound[],
  free: readonly number[],
  exact: readonly bigint[],
  places: (ids: unknown) => readonly number[],
  says: (of: Json, value: number, bound: number, at: string) => void,
): number {
  const isFree = new Set(free)
  const floorOf = new Map<number, bigint>()
  let gap = 0
  let last = 0
  for (const [k, stage] of stages.entries()) {
    const { weights, most } = facts[k] ?? refuse('stages')
    const floor = number(get(stage, 'floor'))
    if (floor < last || floor > 1 + rounding) refuse('floors', `${k + 1}`)
    last = floor
    const value = free.reduce((least, i) => (floorOf.has(i) ? least : Math.min(least, asNumber(exact[i] ?? 0n))), 1)
    const settled = places(get(stage, 'settled'))
    for (const person of settled) {
      if (floorOf.has(person) || !isFree.has(person) || !((weights[person] ?? 0) > 0)) refuse('settled', `${k + 1}`)
      floorOf.set(person, units(floor))
    }
    let slack = BigInt(most) * units(1)
    for (const person of free) {
      const weight = weights[person] ?? 0
      if (weight < 0 || (weight > 0 && !floorOf.has(person))) refuse('weights', `${k + 1}`)
      slack -= BigInt(weight) * (floorOf.get(person) ?? 0n)
    }
    const sum = settled.reduce((total, person) => total + (weights[person] ?? 0), 0)
    if (settled.length === 0 || asNumber(slack) < -rounding * sum) refuse('floors', `${k + 1}`)
    says(stage, value, floor + asNumber(slack) / sum, `${k + 1}`)
    for (const person of settled)
      gap = Math.max(gap, asNumber(slack) / (weights[person] ?? 1), floor - asNumber(exact[person] ?? 0n))
  }
  const open = free.find((person) => !floorOf.has(person))
  return open === undefined ? gap : refuse('not-settled', pool.people[open]?.id)
}
