import { bradleyTerry } from '../fit/bradley-terry.ts'
import { betaFrom, logGamma } from '../uncertainty/distributions.ts'
import { type PairTable, pairTable } from '../votes/pair-table.ts'
import type { Votes } from '../votes/votes.ts'

export interface KemenyDraws {
  /** Rows of one rank an item. */
  readonly ranks: Float64Array
  /** Rows of the abilities that they rest on, in the same order. */
  readonly abilities: Float64Array
}

/**
 * Ranks as they may be. Of each pair the chance that the one wins from the other is drawn, and the items
 * are put in the order that goes against the fewest votes, were there as many as there are and divided by those chances. What is
 * known of a chance: abilities say it (Bradley & Terry, drawn with their doubt), but pairs differ from what abilities say as much as
 * the votes show (beta-binomial, its strength by its likelihood), and the votes of the pair itself correct it. A resample of the
 * people instead would double the noise of the votes, and intervals hold 99.9 %.
 */
export function drawKemenyRanks(votes: Votes, draws: number, random: () => number): KemenyDraws {
  const n = votes.items.length
  const table = pairTable(votes, 'half', false)
  const { drawn: abilities, effect } = bradleyTerry(votes, { ties: 'half', home: false, draws, random })
  const strengths = strengthsOf(table, meanOf(abilities, n), effect.pooled)
  const drawn = new Float64Array(draws * n)
  const against = new Float64Array(n * n)
  for (let draw = 0; draw < draws; draw++) {
    const row = abilities.subarray(draw * n, (draw + 1) * n)
    const strength = strengths.at(random())
    for (const [pair, a] of table.one.entries()) {
      const b = table.other[pair] ?? 0
      const [wins, losses] = [table.wins[pair] ?? 0, table.losses[pair] ?? 0]
      const said = chanceOf((row[a] ?? 0) - (row[b] ?? 0))
      const chance =
        strength === Number.POSITIVE_INFINITY
          ? said
          : betaFrom(strength * said + wins / effect.pooled, strength * (1 - said) + losses / effect.pooled, random)
      against[a * n + b] = (wins + losses) * (1 - chance)
      against[b * n + a] = (wins + losses) * chance
    }
    const start = Array.from(row.keys()).sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0))
    for (const [rank, item] of improved(start, against, n).entries()) drawn[draw * n + item] = rank + 1
  }
  return { ranks: drawn, abilities }
}

const chanceOf = (difference: number) => 1 / (1 + Math.exp(-difference))

function meanOf(drawn: Float64Array, n: number): Float64Array {
  const mean = new Float64Array(n)
  for (const [at, value] of drawn.entries()) mean[at % n] = (mean[at % n] ?? 0) + (value * n) / drawn.length
  return mean
}

/** As many votes as what abilities say of a pair is worth; without end where pairs are as abilities say. */
const tried = [2, 4, 8, 16, 32, 64, 128, 256, Number.POSITIVE_INFINITY]

/** How likely the votes make each strength, all being as likely before. */
function strengthsOf(table: PairTable, mean: Float64Array, effect: number) {
  const logs = tried.map((strength) => {
    let log = 0
    for (const [pair, a] of table.one.entries()) {
      const said = chanceOf((mean[a] ?? 0) - (mean[table.other[pair] ?? 0] ?? 0))
      const [wins, losses] = [(table.wins[pair] ?? 0) / effect, (table.losses[pair] ?? 0) / effect]
      log +=
        strength === Number.POSITIVE_INFINITY
          ? wins * Math.log(said) + losses * Math.log(1 - said)
          : logBeta(strength * said + wins, strength * (1 - said) + losses) -
            logBeta(strength * said, strength * (1 - said))
    }
    return log
  })
  const most = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - most))
  const all = weights.reduce((sum, each) => sum + each, 0)
  return {
    at: (share: number): number => {
      let below = 0
      for (const [place, weight] of weights.entries()) {
        below += weight / all
        if (share < below) return tried[place] ?? Number.POSITIVE_INFINITY
      }
      return Number.POSITIVE_INFINITY
    },
  }
}

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b)

/** Moves one item at a time to where the order goes against the fewest votes, until no move helps. */
export function improved(order: number[], against: Float64Array, n: number): readonly number[] {
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (const item of [...order]) {
      const from = order.indexOf(item)
      let [gain, to] = [0, from]
      const change = (b: number) => (against[b * n + item] ?? 0) - (against[item * n + b] ?? 0)
      for (let place = from - 1, sum = 0; place >= 0; place--) {
        sum -= change(order[place] ?? 0)
        if (sum < gain - 1e-9) [gain, to] = [sum, place]
      }
      for (let place = from + 1, sum = 0; place < order.length; place++) {
        sum += change(order[place] ?? 0)
        if (sum < gain - 1e-9) [gain, to] = [sum, place]
      }
      if (to === from) continue
      order.splice(from, 1)
      order.splice(to, 0, item)
      isBetter = true
    }
  }
  return order
}
