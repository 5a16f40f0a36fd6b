import { bradleyTerry } from './fit/bradley-terry.ts'
import { hasUnevenOpponents } from './fit/uneven-opponents.ts'
import { winScores } from './fit/win-scores.ts'
import { kemenyLimit, kemenyRanking } from './kemeny/kemeny.ts'
import { drawKemenyRanks } from './kemeny/kemeny-draws.ts'
import { calibrateLevel } from './uncertainty/calibrate-level.ts'
import type { Interval } from './uncertainty/interval.ts'
import { type RankUncertainty, rankUncertainty } from './uncertainty/rank-uncertainty.ts'
import { componentsOf } from './votes/components.ts'
import { pairTable, type TieRule } from './votes/pair-table.ts'
import { countVotes, type Votes } from './votes/votes.ts'

export type RankingModel = 'wins' | 'bradley-terry' | 'kemeny'

export interface RankOptions {
  readonly model: RankingModel
  /** How many are at the top; 6 where left out, or half of the items where there are fewer than 12. */
  readonly top?: number | undefined
  /** What a tie is; left out: no vote for `wins`, Davidson's third answer for `bradley-terry`, half for each for `kemeny`. */
  readonly ties?: TieRule | undefined
  /** Whether the place (home, left) has an effect; Bradley–Terry only. */
  readonly home?: boolean
  /** How many draws ranks rest on; 4,000 where left out, fewer for many items. */
  readonly draws?: number | undefined
  /** Numbers on [0, 1). */
  readonly random: () => number
}

export interface RankedItem {
  readonly id: string
  /**
   * `wins` and `kemeny`: the chance to win from another item, 0–100. `bradley-terry`: the ability as a share of all abilities, which
   * sum to 1.
   */
  readonly score: number
  readonly interval: Interval
  /** From 1; equal scores share the best rank of theirs. */
  readonly rank: number
  readonly rankInterval: Interval
  /** The chance of being among the first `top`. */
  readonly topProbability: number
  readonly wins: number
  readonly losses: number
  readonly ties: number
  /** Place in `components`. */
  readonly component: number
  /** Bradley–Terry: log-odds, mean 0. */
  readonly ability?: number
  readonly abilityInterval?: Interval
  /** Kemeny: how many more votes the best order with this item first goes against. */
  readonly behind?: number
}

export interface Ranking {
  readonly ok: true
  readonly model: RankingModel
  /** First one first. */
  readonly items: readonly RankedItem[]
  /** Decided votes. */
  readonly votes: number
  readonly ties: number
  /** People known to have voted. */
  readonly people: number
  /** Sets of items that votes connect, the largest first; items of different sets were never compared, not even through others. */
  readonly components: readonly (readonly string[])[]
  readonly top: number
  /** In order of rank, the longest rows of items of which no two can be told apart. */
  readonly alike: readonly (readonly string[])[]
  /** How many times larger variances are than of independent votes. */
  readonly designEffect: number
  /** `wins`: items met others that were stronger or weaker than most, so that scores and intervals mislead. */
  readonly unevenOpponents?: boolean
  readonly bradleyTerry?: {
    readonly method: 'likelihood' | 'penalised'
    readonly home?: { readonly effect: number; readonly interval: Interval }
    readonly tie?: number
  }
  readonly kemeny?: {
    /** Votes that the order goes against. */
    readonly against: number
    readonly winner: string
    /** How many more votes the best order with another item first goes against; 0 where another can be first as well. */
    readonly margin: number
    readonly runnerUp: string | null
  }
}

export type RankRefusal =
  | { readonly ok: false; readonly reason: 'no-items' }
  | { readonly ok: false; readonly reason: 'too-many-items'; readonly items: number; readonly most: number }
  | { readonly ok: false; readonly reason: 'kemeny-cycle'; readonly cycle: readonly string[]; readonly most: number }

const mostItems: Readonly<Record<RankingModel, number>> = { wins: 5000, 'bradley-terry': 1000, kemeny: 1000 }

/** Ranks items by votes between two, with 95 % intervals of scores and of ranks. */
export function rankItems(votes: Votes, options: RankOptions): Ranking | RankRefusal {
  const n = votes.items.length
  const { model, random } = options
  if (n === 0) return { ok: false, reason: 'no-items' }
  if (n > mostItems[model]) return { ok: false, reason: 'too-many-items', items: n, most: mostItems[model] }
  const top = Math.min(n, options.top ?? Math.max(1, Math.min(6, Math.floor(n / 2))))
  const draws = options.draws ?? Math.min(4000, Math.max(500, Math.floor(4e8 / n ** 2 / 4)))
  const components = componentsOf(pairTable(votes, 'half', false))
  const modelled = modelOf(votes, options, draws)
  if (!modelled.ok) return modelled
  const { scores, intervals, ranks, uncertainty, effect, extras, more } = modelled.of(top, random)
  const componentOf = new Int32Array(n)
  for (const [place, set] of components.entries()) for (const item of set) componentOf[item] = place
  const tally = tallyOf(votes)
  const items = votes.items.map(
    (id, i): RankedItem => ({
      id,
      score: scores[i] ?? 0,
      interval: intervals[i] ?? [0, 0],
      rank: ranks[i] ?? 1,
      rankInterval: uncertainty.intervals[i] ?? [1, n],
      topProbability: uncertainty.topProbabilities[i] ?? 0,
      wins: tally.wins[i] ?? 0,
      losses: tally.losses[i] ?? 0,
      ties: tally.ties[i] ?? 0,
      component: componentOf[i] ?? 0,
      ...extras(i),
    }),
  )
  const { decided, tied } = countVotes(votes)
  const people = new Set(votes.voter.filter((voter) => voter >= 0)).size
  const named = (set: readonly number[]) => set.map((item) => votes.items[item] ?? '')
  return {
    ok: true,
    model,
    items: items.toSorted((a, b) => a.rank - b.rank),
    votes: decided,
    ties: tied,
    people,
    components: components.map(named),
    top,
    alike: uncertainty.alike.map(named),
    designEffect: effect,
    ...more,
  }
}

interface Modelled {
  readonly scores: Float64Array
  readonly intervals: readonly Interval[]
  readonly ranks: Float64Array
  readonly uncertainty: RankUncertainty
  readonly effect: number
  readonly extras: (item: number) => Partial<RankedItem>
  readonly more: Pick<Ranking, 'unevenOpponents' | 'bradleyTerry' | 'kemeny'>
}

type Model = { readonly ok: true; readonly of: (top: number, random: () => number) => Modelled }

function modelOf(votes: Votes, options: RankOptions, draws: number): Model | RankRefusal {
  switch (options.model) {
    case 'wins':
      return { ok: true, of: (top, random) => byWins(votes, options.ties ?? 'ignore', draws, top, random) }
    case 'bradley-terry':
      return {
        ok: true,
        of: (top, random) =>
          byAbility(votes, { ties: options.ties ?? 'davidson', home: options.home ?? false, draws, random }, top),
      }
    case 'kemeny':
      return byMajorities(votes, options.ties === 'ignore' ? 'ignore' : 'half', draws)
  }
}

function byWins(votes: Votes, ties: TieRule, draws: number, top: number, random: () => number): Modelled {
  const { scores, intervals, drawn, effect } = winScores(votes, { ties, draws, random })
  const ranks = ranksOf(scores)
  return {
    scores,
    intervals,
    ranks,
    uncertainty: rankUncertainty(drawn, ranks, top, { level: calibrateLevel(drawn, ranks.length, -1) }),
    effect: effect.pooled,
    extras: () => ({}),
    more: { unevenOpponents: hasUnevenOpponents(votes, ties, scores, intervals) },
  }
}

function byAbility(votes: Votes, options: Parameters<typeof bradleyTerry>[1], top: number): Modelled {
  const fit = bradleyTerry(votes, options)
  // Newton's method stops within 1e-9: abilities that are equal to there are equal.
  const ranks = ranksOf(fit.abilities.map((ability) => Math.round(ability * 1e7)))
  return {
    scores: fit.shares,
    intervals: fit.shareIntervals,
    ranks,
    uncertainty: rankUncertainty(fit.drawn, ranks, top, { level: calibrateLevel(fit.drawn, ranks.length, -1) }),
    effect: fit.effect.pooled,
    extras: (i) => ({ ability: fit.abilities[i] ?? 0, abilityInterval: fit.abilityIntervals[i] ?? [0, 0] }),
    more: {
      bradleyTerry: {
        method: fit.method,
        ...(fit.home === undefined ? {} : { home: fit.home }),
        ...(fit.tie === undefined ? {} : { tie: fit.tie }),
      },
    },
  }
}

function byMajorities(votes: Votes, ties: 'ignore' | 'half', draws: number): Model | RankRefusal {
  const kemeny = kemenyRanking(pairTable(votes, ties, false))
  if (!kemeny.ok) {
    const cycle = kemeny.cycle.map((item) => votes.items[item] ?? '')
    return { ok: false, reason: 'kemeny-cycle', cycle, most: kemenyLimit }
  }
  const { order, against, behind } = kemeny
  const n = votes.items.length
  const ranks = new Float64Array(n)
  for (const [place, item] of order.entries()) ranks[item] = place + 1
  const winner = order[0] ?? 0
  const others = order.slice(1).toSorted((a, b) => (behind[a] ?? 0) - (behind[b] ?? 0))
  const [runnerUp] = others
  return {
    ok: true,
    of: (top, random) => {
      const { scores, intervals, effect } = winScores(votes, { ties, draws: 0, random })
      const drawn = drawKemenyRanks(votes, Math.min(1000, draws), random)
      return {
        scores,
        intervals,
        ranks,
        uncertainty: rankUncertainty(drawn.ranks, ranks, top, {
          lowestFirst: true,
          level: calibrateLevel(drawn.abilities, n, -1),
        }),
        effect: effect.pooled,
        extras: (i) => ({ behind: behind[i] ?? 0 }),
        more: {
          kemeny: {
            against,
            winner: votes.items[winner] ?? '',
            margin: runnerUp === undefined ? 0 : (behind[runnerUp] ?? 0),
            runnerUp: runnerUp === undefined ? null : (votes.items[runnerUp] ?? ''),
          },
        },
      }
    },
  }
}

function ranksOf(scores: Float64Array): Float64Array<ArrayBuffer> {
  const sorted = Float64Array.from(scores).sort().reverse()
  const first = new Map<number, number>()
  for (const [place, score] of sorted.entries()) if (!first.has(score)) first.set(score, place + 1)
  return Float64Array.from(scores, (score) => first.get(score) ?? 1)
}

function tallyOf(votes: Votes) {
  const n = votes.items.length
  const [wins, losses, ties] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  const add = (to: Float64Array, item: number, count: number) => {
    to[item] = (to[item] ?? 0) + count
  }
  for (const [vote, a] of votes.one.entries()) {
    const b = votes.other[vote] ?? 0
    const count = votes.count[vote] ?? 0
    add(votes.tied[vote] === 1 ? ties : wins, a, count)
    add(votes.tied[vote] === 1 ? ties : losses, b, count)
  }
  return { wins, losses, ties }
}
