import fc from 'fast-check'
import type { ExchangeFile } from '../reading/read-exchange.ts'
import { matchByPriority } from './match-by-priority.ts'
import type { Longest, Mechanism } from './mechanism.ts'
import { type Lists, openPlaces, type TeacherMarket } from './teacher-market.ts'
import { trade } from './trade.ts'

/** For tests: small markets, everything that somebody could answer, and everything that could be done. */

/** Markets of at most `most`, some full, some sparse; a place's own teacher anywhere in its ranking or not. */
export function randomMarket(most: number, least = 1): fc.Arbitrary<TeacherMarket> {
  return fc.tuple(fc.integer({ min: least, max: most }), fc.boolean()).chain(([n, full]) => {
    const all = Array.from({ length: n }, (_, v) => v)
    const some = (of: readonly number[]) => fc.shuffledSubarray([...of], { minLength: full ? Math.max(0, n - 2) : 0 })
    const wishes = all.map((u) => some(all.filter((v) => v !== u)))
    const rankings = all.map((v) => (full ? some(all.filter((u) => u !== v)) : some(all)))
    const order = fc.shuffledSubarray(all, { minLength: n })
    return fc.record({ n: fc.constant(n), wishes: fc.tuple(...wishes), rankings: fc.tuple(...rankings), order })
  })
}

/** A school's profile decides what a step is worth, so that nobody's answer does. */
export function weightOf(u: number, v: number): number {
  return ((u * 7 + v * 3) % 6) - 1
}

/** The market as a file: an arc where teacher and school accept each other. */
export function fileOf(market: TeacherMarket): ExchangeFile {
  const open = openPlaces(market, 'acceptable')
  const rows = open.flatMap((places, u) => places.map((v) => [u, v] as const))
  const graph = {
    n: market.n,
    from: Int32Array.from(rows, ([u]) => u),
    to: Int32Array.from(rows, ([, v]) => v),
    weight: Float64Array.from(rows, ([u, v]) => weightOf(u, v)),
  }
  const schools = market.rankings.map((ranking, v) => ranking.filter((u) => u === v || open[u]?.includes(v)))
  return { ok: true, directed: true, graph, scale: 1, preferences: { priority: market.order, teachers: open, schools } }
}

/** Where everybody goes by a mechanism. */
export function placesBy(market: TeacherMarket, mechanism: Exclude<Mechanism, 'optimal'>, longest: Longest) {
  if (mechanism !== 'priority') {
    const open = openPlaces(market, mechanism === 'block' ? 'improved' : 'acceptable')
    return trade(open, market.order, longest).place
  }
  const open = openPlaces(market, 'acceptable')
  const pairs = pairsOf(open)
  const edges = {
    n: market.n,
    from: Int32Array.from(pairs, ([u]) => u),
    to: Int32Array.from(pairs, ([, v]) => v),
    weight: Float64Array.from(pairs, ([u, v]) => weightOf(u, v) + weightOf(v, u)),
  }
  return matchByPriority(edges, market.order).mate.map((other, v) => (other < 0 ? v : other))
}

/** Who could swap. */
export function pairsOf(open: Lists): readonly (readonly [number, number])[] {
  return open.flatMap((places, u) => places.filter((v) => v > u && open[v]?.includes(u)).map((v) => [u, v] as const))
}

/** Every list of some of these, in every order. */
export function* ordered(all: readonly number[]): Generator<readonly number[]> {
  yield []
  for (const one of all) for (const rest of ordered(all.filter((other) => other !== one))) yield [one, ...rest]
}

/** Every list of some of these, in this order. */
export function subsets(all: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** all.length }, (_, set) => all.filter((_, k) => ((set >> k) & 1) === 1))
}

/** Every way for everybody to go to an open place or stay, each place to one. */
export function* ways(open: Lists, u = 0, taken: readonly number[] = []): Generator<readonly number[]> {
  if (u === open.length) yield taken
  else for (const v of [u, ...(open[u] ?? [])]) if (!taken.includes(v)) yield* ways(open, u + 1, [...taken, v])
}

/** The lower the better; staying comes after everything that is wished, and anything else after that. */
export function rankIn(wished: readonly number[], own: number, got: number): number {
  const rank = wished.indexOf(got)
  if (rank >= 0) return rank
  return got === own ? wished.length : wished.length + 1
}

export function withWishes(market: TeacherMarket, u: number, told: readonly number[]): TeacherMarket {
  return { ...market, wishes: market.wishes.map((wished, v) => (v === u ? told : wished)) }
}

export function withRanking(market: TeacherMarket, v: number, told: readonly number[]): TeacherMarket {
  return { ...market, rankings: market.rankings.map((ranking, u) => (u === v ? told : ranking)) }
}
