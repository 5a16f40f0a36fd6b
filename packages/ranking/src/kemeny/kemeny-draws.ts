import { poissonFrom } from '../uncertainty/distributions.ts'
import { pairTable } from '../votes/pair-table.ts'
import type { Votes } from '../votes/votes.ts'
import { againstOf } from './kemeny.ts'

/**
 * Ranks in resamples of the people (each counts 0, 1, 2, … times, Poisson with mean 1; votes of nobody known one by one): `draws` rows
 * of a rank an item. In a resample the order starts at that of all votes and items move as long as that goes against fewer votes,
 * which is nearly always the best. What is as good goes by chance.
 */
export function drawKemenyRanks(
  votes: Votes,
  order: readonly number[],
  draws: number,
  random: () => number,
): Float64Array<ArrayBuffer> {
  const n = votes.items.length
  const drawn = new Float64Array(draws * n)
  const scale = new Float64Array(votes.one.length)
  const people = new Float64Array(votes.voters.length)
  for (let draw = 0; draw < draws; draw++) {
    for (let person = 0; person < people.length; person++) people[person] = poissonFrom(1, random)
    for (const [vote, voter] of votes.voter.entries()) {
      const count = votes.count[vote] ?? 0
      scale[vote] = voter >= 0 ? (people[voter] ?? 0) : count === 0 ? 0 : poissonFrom(count, random) / count
    }
    const against = againstOf(pairTable(votes, 'half', false, scale))
    for (let pair = 0; pair < against.length; pair++) against[pair] = (against[pair] ?? 0) + 1e-6 * random()
    const resampled = improved([...order], against, n)
    for (const [rank, item] of resampled.entries()) drawn[draw * n + item] = rank + 1
  }
  return drawn
}

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
