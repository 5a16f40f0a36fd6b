import { emptyMatching, jointMembers, type Market, type Matching } from '../market/market.ts'
import { type Lottery, strictOrder } from './order.ts'
import { openSeats } from './seats.ts'

/**
 * Candidates apply down their lists, programmes hold the best so far (Gale & Shapley 1962; with quotas the cumulative offers of
 * Hatfield & Milgrom 2005). Where nobody is tied no stable matching is better for any candidate, and no candidate gains by
 * another list (Dubins & Freedman 1981, Roth 1985). Ties are broken by lottery, or by the order of the file where none is given.
 * Leaves out who wants two places together. O(applications × log seats).
 */
export function deferAcceptance(market: Market, lottery?: Lottery): Matching {
  const { starts, programme } = market
  const count = market.candidates.length
  const matching = emptyMatching(count)
  const held = new Int32Array(count).fill(-1)
  const next = starts.slice(0, count)
  const seats = openSeats(market, held, strictOrder(market, lottery))
  const isJoint = jointMembers(market)
  for (let first = 0; first < count; first++) {
    let candidate = isJoint[first] === 1 ? -1 : first
    while (candidate >= 0) {
      const application = next[candidate] ?? 0
      if (application >= (starts[candidate + 1] ?? 0)) break
      next[candidate] = application + 1
      candidate = seats.offer(candidate, application)
    }
  }
  for (let candidate = 0; candidate < count; candidate++) {
    const application = held[candidate] ?? -1
    if (application >= 0) matching.first[candidate] = programme[application] ?? -1
  }
  return matching
}
