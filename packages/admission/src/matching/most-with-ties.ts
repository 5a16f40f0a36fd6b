import { emptyMatching, jointMembers, type Market, type Matching } from '../market/market.ts'
import { raise, sink } from './heap.ts'
import { type Lottery, strictOrder } from './order.ts'

/**
 * A weakly stable matching with at least two thirds of the most seats that any could fill, with ties on both sides (Király 2013;
 * the bound of McDermid 2009). A seat is a woman there, so a programme with seats to fill counts as one who was never asked, and
 * its seats are as good as each other. Without quotas and without candidates who want two places together.
 *
 * Who has come to the end of the list goes through it once more, now before others with the same score. A first-round
 * candidate with an equally good programme that has seats left is asked to go there for whoever comes.
 */
export function matchMost(market: Market, lottery?: Lottery): Matching {
  const { starts, programme, tier, score, seats } = market
  const count = market.candidates.length
  const goesBefore = strictOrder(market, lottery)
  const held = new Int32Array(count).fill(-1)
  const again = new Uint8Array(count)
  const refused = new Uint8Array(programme.length)
  const next = starts.slice(0, count)
  const places: number[][] = Array.from(seats, () => [])
  const isLater = (one: number, other: number) => {
    const [k, l] = [held[one] ?? 0, held[other] ?? 0]
    if (score[k] !== score[l]) return (score[k] ?? 0) < (score[l] ?? 0)
    return again[one] === again[other] ? goesBefore(other, l, one, k) : again[one] === 0
  }
  const hasRoom = (p: number) => (places[p]?.length ?? 0) < (seats[p] ?? 0)
  /** The best application that is left: one with room where there is a choice. */
  const bestOf = (candidate: number): number => {
    const end = starts[candidate + 1] ?? 0
    let at = next[candidate] ?? 0
    while (at < end && refused[at] === 1) at++
    next[candidate] = at
    for (let k = at; k < end && tier[k] === tier[at]; k++) if (refused[k] === 0 && hasRoom(programme[k] ?? 0)) return k
    return at < end ? at : -1
  }
  /** Could go elsewhere without loss. */
  const isUncertain = (candidate: number) => {
    const k = held[candidate] ?? 0
    if (again[candidate] === 1) return false
    for (let l = k - 1; l >= 0 && l >= (starts[candidate] ?? 0) && tier[l] === tier[k]; l--)
      if (hasRoom(programme[l] ?? 0)) return true
    for (let l = k + 1; l < (starts[candidate + 1] ?? 0) && tier[l] === tier[k]; l++)
      if (hasRoom(programme[l] ?? 0)) return true
    return false
  }
  // Who was never uncertain here does not become so: seats only fill up.
  const uncertain: number[][] = Array.from(seats, () => [])
  const popUncertain = (p: number): number => {
    const list = uncertain[p] ?? []
    for (let one = list.pop(); one !== undefined; one = list.pop())
      if (programme[held[one] ?? -1] === p && isUncertain(one)) return one
    return -1
  }
  const isJoint = jointMembers(market)
  for (let first = 0; first < count; first++) {
    let candidate = isJoint[first] === 1 ? -1 : first
    while (candidate >= 0) {
      const k = bestOf(candidate)
      if (k < 0) {
        if (again[candidate] === 1) break
        again[candidate] = 1
        next[candidate] = starts[candidate] ?? 0
        refused.fill(0, starts[candidate] ?? 0, starts[candidate + 1] ?? 0)
        if ((starts[candidate] ?? 0) === (starts[candidate + 1] ?? 0)) break
        continue
      }
      const p = programme[k] ?? 0
      const place = places[p] ?? []
      if ((seats[p] ?? 0) === 0) {
        refused[k] = 1
        continue
      }
      held[candidate] = k
      if (hasRoom(p)) {
        raise(place, 0, place.length, candidate, isLater)
        if (isUncertain(candidate)) uncertain[p]?.push(candidate)
        break
      }
      const flighty = popUncertain(p)
      if (flighty >= 0) {
        const at = place.indexOf(flighty)
        if (isLater(candidate, flighty)) raise(place, 0, at, candidate, isLater)
        else sink(place, 0, place.length, candidate, isLater, at)
        held[flighty] = -1
        candidate = flighty
        continue
      }
      const last = place[0] ?? 0
      if (!isLater(last, candidate)) {
        held[candidate] = -1
        refused[k] = 1
        continue
      }
      refused[held[last] ?? 0] = 1
      held[last] = -1
      sink(place, 0, place.length, candidate, isLater)
      candidate = last
    }
  }
  const matching = emptyMatching(count)
  for (const [candidate, k] of held.entries()) if (k >= 0) matching.first[candidate] = programme[k] ?? -1
  return matching
}
