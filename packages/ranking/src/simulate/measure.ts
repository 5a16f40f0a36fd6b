import { sharesOf } from '../fit/bradley-terry.ts'
import { fitPaired } from '../fit/paired-model.ts'
import { type RankingModel, rankItems } from '../rank-items.ts'
import { pairTable } from '../votes/pair-table.ts'
import type { Votes } from '../votes/votes.ts'
import { expectedVotes } from './expected-votes.ts'
import { reachesTop, type SurveyPlan, simulateSurvey } from './simulate-survey.ts'

export interface TopMeasured {
  /** Votes in one survey. */
  readonly votes: number
  readonly surveys: number
  /** In how many of the surveys the first `top` by ability were the true ones. */
  readonly reached: number
}

/** In how many simulated surveys the true top comes out, by penalised Bradley–Terry abilities. */
export function measureTop(plan: SurveyPlan, surveys: number, random: () => number): TopMeasured {
  let reached = 0
  let votes = 0
  for (let survey = 0; survey < surveys; survey++) {
    const cast = simulateSurvey(plan, random)
    votes += cast.one.length
    if (reachesTop(plan.abilities, quickAbilities(cast), plan.top)) reached++
  }
  return { votes: votes / Math.max(1, surveys), surveys, reached }
}

/** Abilities with a fixed penalty, as a normal distribution with spread 1.5 gives it: enough to know which are highest. */
function quickAbilities(votes: Votes): Float64Array {
  const table = pairTable(votes, 'half', false)
  const shape = { items: table.items, hasHome: false, hasTies: false }
  const fit = fitPaired(table, shape, { abilities: 1 / 1.5 ** 2, others: 1 })
  if (fit === undefined) throw new Error('a penalised fit did not converge')
  return fit.parameters.subarray(0, table.items)
}

export interface CoverageMeasured {
  readonly surveys: number
  /** The share of 95 % intervals, over items and surveys, that hold the true score and the true rank. */
  readonly scores: number
  readonly ranks: number
  /** The mean chance given to being in the top, over items that are, and over those that are not. */
  readonly topOfTop: number
  readonly topOfRest: number
}

/**
 * How often intervals hold the truth: the score that the model would give if everyone of an endless number of people saw every pair, and the
 * rank by it.
 */
export function measureCoverage(
  plan: SurveyPlan,
  model: RankingModel,
  surveys: number,
  random: () => number,
): CoverageMeasured {
  const truth = model === 'bradley-terry' ? trueShares(plan) : trueScores(plan, model === 'kemeny')
  const n = truth.length
  const trueRanks = truth.map((score) => 1 + truth.filter((other) => other > score + 1e-9).length)
  const held = { scores: 0, ranks: 0, topOfTop: 0, topOfRest: 0 }
  for (let survey = 0; survey < surveys; survey++) {
    const votes = simulateSurvey(plan, random)
    const ranking = rankItems(votes, { model, random, draws: 1000, top: plan.top, home: plan.home !== undefined })
    if (!ranking.ok) throw new Error(ranking.reason)
    for (const { id, interval, rankInterval, topProbability } of ranking.items) {
      const item = Number(id) - 1
      const [score, rank] = [truth[item] ?? 0, trueRanks[item] ?? 0]
      if (interval[0] <= score && score <= interval[1]) held.scores++
      if (rankInterval[0] <= rank && rank <= rankInterval[1]) held.ranks++
      held[rank <= plan.top ? 'topOfTop' : 'topOfRest'] += topProbability
    }
  }
  const all = surveys * n
  return {
    surveys,
    scores: held.scores / all,
    ranks: held.ranks / all,
    topOfTop: held.topOfTop / (surveys * plan.top),
    topOfRest: held.topOfRest / (surveys * (n - plan.top)),
  }
}

function trueShares(plan: SurveyPlan): readonly number[] {
  const { table, shape } = expectedVotes(plan)
  const fit = fitPaired(table, shape, undefined)
  if (fit === undefined) throw new Error('the true abilities do not exist')
  return Array.from(sharesOf(fit.parameters.slice(0, shape.items)))
}

function trueScores(plan: SurveyPlan, tiesCount: boolean): readonly number[] {
  const { table } = expectedVotes(plan)
  const wins = new Float64Array(table.items)
  const decided = new Float64Array(table.items)
  for (const [pair, a] of table.one.entries()) {
    const b = table.other[pair] ?? 0
    const half = tiesCount ? (table.ties[pair] ?? 0) / 2 : 0
    const [won, lost] = [(table.wins[pair] ?? 0) + half, (table.losses[pair] ?? 0) + half]
    wins[a] = (wins[a] ?? 0) + won
    wins[b] = (wins[b] ?? 0) + lost
    decided[a] = (decided[a] ?? 0) + won + lost
    decided[b] = (decided[b] ?? 0) + won + lost
  }
  return Array.from(wins, (won, i) => (100 * won) / (decided[i] ?? 1))
}
