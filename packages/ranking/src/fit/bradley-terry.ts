import { type DesignEffect, designEffectOf, votesByPerson } from '../uncertainty/design-effect.ts'
import { z975 } from '../uncertainty/distributions.ts'
import { type Interval, quantilesOf } from '../uncertainty/interval.ts'
import { beatenBy, componentsOf, strongComponents } from '../votes/components.ts'
import { type PairTable, pairTable, type TieRule } from '../votes/pair-table.ts'
import type { Votes } from '../votes/votes.ts'
import { inverseOf } from './cholesky.ts'
import {
  chancesAt,
  differenceOf,
  type Fitted,
  fitPaired,
  type ModelShape,
  type Parameters,
  sizeOf,
} from './paired-model.ts'
import { drawAbilities, type SpreadMixture, spreadMixture } from './spread-mixture.ts'

export interface BradleyTerry {
  /**
   * `likelihood`: the abilities with the highest likelihood. `penalised`: that has no maximum (items that never lost to the others,
   * sets that no vote connects), so abilities are drawn to each other as far as the votes leave room.
   */
  readonly method: 'likelihood' | 'penalised'
  /** Log-odds, with mean 0. */
  readonly abilities: Float64Array
  readonly abilityIntervals: readonly Interval[]
  /** e^ability as shares of their sum. */
  readonly shares: Float64Array
  readonly shareIntervals: readonly Interval[]
  /** What having the place adds, in log-odds; undefined where no vote tells. */
  readonly home: { readonly effect: number; readonly interval: Interval } | undefined
  /** e^tie: 2 · chance of a tie ÷ chance of a decision, between equals; undefined where nothing tied or ties are no answer of their own. */
  readonly tie: number | undefined
  /** `draws` rows of an ability an item. */
  readonly drawn: Float64Array
  readonly effect: DesignEffect
}

export interface BradleyTerryOptions {
  readonly ties: TieRule
  readonly home: boolean
  readonly draws: number
  readonly random: () => number
}

/** Abilities from votes between two, with intervals; for any votes, also none. */
export function bradleyTerry(votes: Votes, { ties, home, draws, random }: BradleyTerryOptions): BradleyTerry {
  const table = pairTable(votes, ties, home)
  const shape = shapeOf(table)
  const highest = likeliest(table, shape)
  const first = highest === undefined ? spreadMixture(table, shape, 1) : undefined
  const at = highest ?? bestPart(first)
  const variance = inverseOf(at.factor, sizeOf(shape))
  const effect = effectOf(votes, table, shape, at.parameters, variance, ties)
  const isAsFirst = first !== undefined && effect.pooled === 1
  const mixture = isAsFirst ? first : spreadMixture(table, shape, effect.pooled)
  const widths = effect.items.map((each) => Math.sqrt(each / effect.pooled))
  const drawn = drawAbilities(mixture, widths, draws, random)
  const said =
    highest === undefined ? fromMixture(mixture, drawn) : fromLikelihood(shape, highest.parameters, variance, effect)
  const homeAt = shape.items
  const parameters = highest?.parameters ?? mixture.mean
  const homeError = Math.sqrt((variance[homeAt * sizeOf(shape) + homeAt] ?? 0) * effect.pooled)
  const homeEffect = parameters[homeAt] ?? 0
  return {
    method: highest === undefined ? 'penalised' : 'likelihood',
    ...said,
    home: shape.hasHome
      ? { effect: homeEffect, interval: [homeEffect - z975 * homeError, homeEffect + z975 * homeError] }
      : undefined,
    tie: shape.hasTies ? Math.exp(parameters.at(-1) ?? 0) : undefined,
    drawn,
    effect,
  }
}

function shapeOf(table: PairTable): ModelShape {
  return {
    items: table.items,
    hasHome: table.home.some((side) => side !== 0),
    hasTies: table.ties.some((count) => count > 0),
  }
}

/** Ford (1957): a maximum exists where every item can be reached from every other along wins; the place may still spoil it. */
function likeliest(table: PairTable, shape: ModelShape): Fitted | undefined {
  if (table.one.length === 0 || componentsOf(table).length > 1) return undefined
  if (strongComponents(beatenBy(table)).length > 1) return undefined
  return fitPaired(table, shape, undefined)
}

function bestPart(mixture: SpreadMixture | undefined): Fitted {
  const best = mixture?.parts.toSorted((a, b) => b.chance - a.chance)[0]
  if (best === undefined) throw new Error('a mixture without parts')
  return best
}

/** Abilities and shares at the maximum; errors by the information, widened by the design effect (White 1982). */
function fromLikelihood(shape: ModelShape, parameters: Parameters, variance: Float64Array, effect: DesignEffect) {
  const n = shape.items
  const p = sizeOf(shape)
  const abilities = parameters.slice(0, n)
  const shares = sharesOf(abilities)
  const at = (i: number, j: number) => variance[i * p + j] ?? 0
  // V·π and πᵀ·V·π: the variance of the logarithm of a share is that of λᵢ − Σ πⱼ λⱼ.
  const withShares = Float64Array.from({ length: n }, (_, i) =>
    shares.reduce((sum, share, j) => sum + share * at(i, j), 0),
  )
  const between = shares.reduce((sum, share, i) => sum + share * (withShares[i] ?? 0), 0)
  const spans = Array.from(abilities, (ability, i): readonly [Interval, Interval] => {
    const wide = z975 * Math.sqrt(effect.items[i] ?? 1)
    // The ones that tie abilities to sum zero are 1 / n² of each variance.
    const error = wide * Math.sqrt(Math.max(0, at(i, i) - 1 / n ** 2))
    const logError = wide * Math.sqrt(Math.max(0, at(i, i) - 2 * (withShares[i] ?? 0) + between))
    const share = shares[i] ?? 0
    return [
      [ability - error, ability + error],
      [share * Math.exp(-logError), Math.min(1, share * Math.exp(logError))],
    ]
  })
  return {
    abilities,
    abilityIntervals: spans.map(([ability]) => ability),
    shares,
    shareIntervals: spans.map(([, share]) => share),
  }
}

function fromMixture({ shape, mean }: SpreadMixture, drawn: Float64Array) {
  const n = shape.items
  const abilities = centred(mean.subarray(0, n))
  const draws = n === 0 ? 0 : drawn.length / n
  const asAbility = new Float64Array(drawn.length)
  const asShare = new Float64Array(drawn.length)
  for (let draw = 0; draw < draws; draw++) {
    const row = drawn.subarray(draw * n, (draw + 1) * n)
    asAbility.set(centred(row), draw * n)
    asShare.set(sharesOf(row), draw * n)
  }
  const shares = sharesOf(abilities)
  return {
    abilities,
    abilityIntervals: holding(quantilesOf(asAbility, n), abilities),
    shares,
    shareIntervals: holding(quantilesOf(asShare, n), shares),
  }
}

/** The share of mean abilities is not the mean of shares: where abilities are all but unknown it can lie outside of most draws. */
function holding(intervals: readonly Interval[], values: Float64Array): readonly Interval[] {
  return intervals.map(([low, high], i) => [Math.min(low, values[i] ?? low), Math.max(high, values[i] ?? high)])
}

function centred(values: Float64Array): Float64Array<ArrayBuffer> {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length
  return Float64Array.from(values, (each) => each - mean)
}

export function sharesOf(abilities: Float64Array): Float64Array<ArrayBuffer> {
  const most = abilities.reduce((highest, each) => Math.max(highest, each), Number.NEGATIVE_INFINITY)
  const odds = Float64Array.from(abilities, (each) => Math.exp(each - most))
  const all = odds.reduce((sum, each) => sum + each, 0)
  return odds.map((each) => each / all)
}

/** What each person's votes pull at each ability, beside what independent votes would. */
function effectOf(
  votes: Votes,
  table: PairTable,
  shape: ModelShape,
  parameters: Parameters,
  variance: Float64Array,
  ties: TieRule,
): DesignEffect {
  const n = shape.items
  const p = sizeOf(shape)
  const people = votesByPerson(votes)
  const expected = new Float64Array(n)
  const found = new Float64Array(n)
  const seenBy = new Float64Array(n)
  if (people === undefined) return designEffectOf({ found, expected, people: seenBy, clusters: 0 })
  const tie = shape.hasTies ? (parameters[p - 1] ?? 0) : Number.NEGATIVE_INFINITY
  const chances = (a: number, b: number, side: number) =>
    chancesAt(differenceOf(parameters, shape, a, b, shape.hasHome ? side : 0), tie)
  for (const [pair, a] of table.one.entries()) {
    const b = table.other[pair] ?? 0
    const { win, loss, tie: even } = chances(a, b, table.home[pair] ?? 0)
    const count = (table.wins[pair] ?? 0) + (table.losses[pair] ?? 0) + (table.ties[pair] ?? 0)
    const bend = (count * (4 * win * loss + even * (win + loss))) / 4
    for (let i = 0; i < n; i++)
      expected[i] = (expected[i] ?? 0) + bend * ((variance[i * p + a] ?? 0) - (variance[i * p + b] ?? 0)) ** 2
  }
  const pull = new Float64Array(n)
  let clusters = 0
  for (const own of people) {
    const touched = new Set<number>()
    let times = 1
    for (const vote of own) {
      const isTied = votes.tied[vote] === 1
      if (isTied && ties === 'ignore') continue
      const [a, b] = [votes.one[vote] ?? 0, votes.other[vote] ?? 0]
      const { win, loss } = chances(a, b, votes.home[vote] ?? 0)
      const slope = (((isTied ? 0 : 1) - (win - loss)) / 2) * (votes.weight[vote] ?? 0)
      // Votes of nobody known are independent, however many one row stands for.
      if ((votes.voter[vote] ?? -1) < 0) times = votes.count[vote] ?? 0
      const size = slope * ((votes.voter[vote] ?? -1) < 0 ? 1 : (votes.count[vote] ?? 0))
      pull[a] = (pull[a] ?? 0) + size
      pull[b] = (pull[b] ?? 0) - size
      touched.add(a).add(b)
    }
    if (touched.size === 0) continue
    clusters += times
    const items = [...touched]
    for (let i = 0; i < n; i++) {
      let moved = 0
      for (const item of items) moved += (variance[i * p + item] ?? 0) * (pull[item] ?? 0)
      found[i] = (found[i] ?? 0) + times * moved ** 2
    }
    for (const item of items) {
      seenBy[item] = (seenBy[item] ?? 0) + times
      pull[item] = 0
    }
  }
  return designEffectOf({ found, expected, people: seenBy, clusters })
}
