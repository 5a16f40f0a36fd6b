import type { Budget } from './budget.ts'
import type { Proof } from './certificate.ts'
import { type Chosen, chooseInOrder, chooseTwos } from './choose.ts'
import { columnOf } from './column.ts'
import { decimate } from './decimate.ts'
import { findValues } from './find-values.ts'
import type { Market } from './market.ts'
import { offerOf } from './offer.ts'
import { type Pool, reducedOf } from './pool.ts'
import { proveOffer } from './prove.ts'

/** How far a part is: the best choice, and a proof that nothing is worth more than `bound`. */
export interface PartState {
  readonly market: Market
  readonly pool: Pool
  readonly best: Chosen
  readonly bound: number
  readonly proof: Proof
}

/** A first choice and a first bound. */
export function startPart(market: Market, times: number, budget: Budget): PartState {
  const twos = chooseTwos(market)
  const { value, pool, temperature } = findValues(market, budget)
  const { proof, worth } = proveOffer(offerOf(market), times, { values: value, cuts: [], cutValues: [] })
  const columns = Array.from({ length: pool.count }, (_, k) => columnOf(pool, k))
  const greedy = chooseInOrder(market.n, columns, (k) => reducedOf(pool, value, k))
  const decimated = decimate(market, value, 48 * temperature, budget)
  const best = [twos, greedy].reduce((most, one) => (one.worth > most.worth ? one : most), decimated)
  return { market, pool, best, bound: Math.floor(worth / times), proof }
}
