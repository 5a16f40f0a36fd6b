import { type DesignEffect, designEffectOf, votesByPerson } from '../uncertainty/design-effect.ts'
import { betaFrom, betaQuantile, logGamma } from '../uncertainty/distributions.ts'
import type { Interval } from '../uncertainty/interval.ts'
import type { TieRule } from '../votes/pair-table.ts'
import type { Votes } from '../votes/votes.ts'

export interface WinScores {
  /** Weighed, of each item. */
  readonly wins: Float64Array
  readonly losses: Float64Array
  /** 100 · (wins + 1) / (wins + losses + 2), of 0 to 100. */
  readonly scores: Float64Array
  readonly intervals: readonly Interval[]
  /** `draws` rows of a chance to win an item. */
  readonly drawn: Float64Array
  readonly effect: DesignEffect
}

export interface WinOptions {
  /** `half` counts a tie as half a win for both; others leave ties out, as wiki surveys do. */
  readonly ties: TieRule
  readonly draws: number
  readonly random: () => number
}

/**
 * The score of wiki surveys (Salganik & Levy, PLoS ONE 2015): the chance, in per cent, that the item wins from another taken at
 * random, the mean of a beta distribution that began flat. Intervals are of that distribution, with as many votes as independent
 * ones would say as much.
 */
export function winScores(votes: Votes, { ties, draws, random }: WinOptions): WinScores {
  const n = votes.items.length
  const wins = new Float64Array(n)
  const losses = new Float64Array(n)
  const credit = (vote: number) => (votes.tied[vote] === 1 ? 0.5 : 1)
  const counts = (vote: number) => votes.tied[vote] !== 1 || ties === 'half'
  for (const [vote, a] of votes.one.entries()) {
    if (!counts(vote)) continue
    const b = votes.other[vote] ?? 0
    const size = (votes.count[vote] ?? 0) * (votes.weight[vote] ?? 0)
    const won = credit(vote)
    wins[a] = (wins[a] ?? 0) + size * won
    losses[b] = (losses[b] ?? 0) + size * won
    wins[b] = (wins[b] ?? 0) + size * (1 - won)
    losses[a] = (losses[a] ?? 0) + size * (1 - won)
  }
  const means = Float64Array.from(wins, (won, i) => (won + 1) / (won + (losses[i] ?? 0) + 2))
  const effect = effectOf(votes, means, wins, losses, credit, counts)
  const intervals = Array.from(means, (mean, i): Interval => {
    const times = effect.items[i] ?? 1
    const [a, b] = [1 + (wins[i] ?? 0) / times, 1 + (losses[i] ?? 0) / times]
    // Fewer independent votes lie a little nearer to 50 than the score does.
    return [100 * Math.min(mean, betaQuantile(0.025, a, b)), 100 * Math.max(mean, betaQuantile(0.975, a, b))]
  })
  return {
    wins,
    losses,
    scores: means.map((mean) => 100 * mean),
    intervals,
    drawn: drawChances(wins, losses, effect, draws, random),
    effect,
  }
}

const strengths = [1, 2, 4, 7, 12, 20, 35, 60, 120, 300, 1000]

/**
 * Chances as they may be, for ranks: items have them from a beta distribution around a half whose strength is not known, so that the
 * highest and lowest of many are drawn in (a mixture over strengths, weighed by how likely the votes make them).
 */
function drawChances(
  wins: Float64Array,
  losses: Float64Array,
  effect: DesignEffect,
  draws: number,
  random: () => number,
): Float64Array<ArrayBuffer> {
  const n = wins.length
  // One item's win is another's loss: differences are wider by n / (n − 1) than of chances that have nothing to do with each other.
  const shrink = n > 1 ? (n - 1) / n : 1
  const won = Float64Array.from(wins, (each, i) => (shrink * each) / (effect.items[i] ?? 1))
  const lost = Float64Array.from(losses, (each, i) => (shrink * each) / (effect.items[i] ?? 1))
  const logs = strengths.map((strength) => {
    const half = strength / 2
    let log = -Math.log(1 + strength) / 2
    for (let i = 0; i < n; i++) {
      const [a, b] = [won[i] ?? 0, lost[i] ?? 0]
      log += logBeta(a + half, b + half) - logBeta(half, half)
    }
    return log
  })
  const most = Math.max(...logs)
  const chances = logs.map((log) => Math.exp(log - most))
  const all = chances.reduce((sum, each) => sum + each, 0)
  const drawn = new Float64Array(draws * n)
  for (let draw = 0; draw < draws; draw++) {
    const half = (strengths[placeAt(chances, (all * (draw + random())) / draws)] ?? 2) / 2
    for (let i = 0; i < n; i++) drawn[draw * n + i] = betaFrom((won[i] ?? 0) + half, (lost[i] ?? 0) + half, random)
  }
  return drawn
}

function placeAt(chances: readonly number[], at: number): number {
  let below = 0
  for (const [place, chance] of chances.entries()) {
    below += chance
    if (at < below) return place
  }
  return chances.length - 1
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}

function effectOf(
  votes: Votes,
  means: Float64Array,
  wins: Float64Array,
  losses: Float64Array,
  credit: (vote: number) => number,
  counts: (vote: number) => boolean,
): DesignEffect {
  const n = means.length
  const people = votesByPerson(votes)
  const found = new Float64Array(n)
  const seenBy = new Float64Array(n)
  const expected = means.map((mean, i) => ((wins[i] ?? 0) + (losses[i] ?? 0)) * mean * (1 - mean))
  if (people === undefined) return designEffectOf({ found, expected, people: seenBy, clusters: 0 })
  const pull = new Float64Array(n)
  let clusters = 0
  for (const own of people) {
    const touched = new Set<number>()
    let times = 1
    for (const vote of own) {
      if (!counts(vote)) continue
      const [a, b] = [votes.one[vote] ?? 0, votes.other[vote] ?? 0]
      const isAlone = (votes.voter[vote] ?? -1) < 0
      if (isAlone) times = votes.count[vote] ?? 0
      const size = (isAlone ? 1 : (votes.count[vote] ?? 0)) * (votes.weight[vote] ?? 0)
      pull[a] = (pull[a] ?? 0) + size * (credit(vote) - (means[a] ?? 0))
      pull[b] = (pull[b] ?? 0) + size * (1 - credit(vote) - (means[b] ?? 0))
      touched.add(a).add(b)
    }
    if (touched.size === 0) continue
    clusters += times
    for (const item of touched) {
      found[item] = (found[item] ?? 0) + times * (pull[item] ?? 0) ** 2
      seenBy[item] = (seenBy[item] ?? 0) + times
      pull[item] = 0
    }
  }
  return designEffectOf({ found, expected, people: seenBy, clusters })
}
