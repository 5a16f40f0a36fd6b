import type { Budget } from './budget.ts'
import type { Proof } from './certificate.ts'
import { type Chosen, chooseInOrder, chooseTwos } from './choose.ts'
import { columnOf } from './column.ts'
import { decimate } from './decimate.ts'
import { findValues } from './find-values.ts'
import { offerOf } from './offer.ts'
import type { Part } from './parts.ts'
import { type Pool, reducedOf } from './pool.ts'
import { proveOffer } from './prove.ts'

/** How far a part is: the best choice, and a proof that nothing is worth more than `bound`. */
export interface PartState {
  readonly part: Part
  readonly pool: Pool
  readonly best: Chosen
  readonly bound: number
  readonly proof: Proof
}

/** A first choice and a first bound. */
export function startPart(part: Part, times: number, budget: Budget): PartState {
  const twos = chooseTwos(part)
  const { value, pool, temperature } = findValues(part, budget)
  const { proof, worth } = proveOffer(offerOf(part), times, { values: value, cuts: [], cutValues: [] })
  const columns = Array.from({ length: pool.count }, (_, k) => columnOf(pool, k))
  const greedy = chooseInOrder(part.n, columns, (k) => reducedOf(pool, value, k))
  const decimated = decimate(part, value, 48 * temperature, budget)
  const best = [twos, greedy].reduce((most, one) => (one.worth > most.worth ? one : most), decimated)
  return { part, pool, best, bound: Math.floor(worth / times), proof }
}
