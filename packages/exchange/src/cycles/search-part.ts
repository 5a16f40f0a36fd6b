import type { Solver } from '@kantelpunt/solver'
import type { Budget } from './budget.ts'
import { nearColumns } from './near-columns.ts'
import { offerOf } from './offer.ts'
import type { PartState } from './part.ts'
import { searchNearby } from './search-nearby.ts'

/** Exchanges to choose from, for each vertex. */
const perVertex = 15

/** A better choice of a large part, whose bound stays as it is. */
export function searchPart(solver: Solver, state: PartState, times: number, budget: Budget): PartState {
  const { market, best, bound, proof } = state
  if (best.worth >= bound || budget.over()) return state
  const columns = nearColumns(offerOf(market), times, proof, perVertex * market.n)
  return { ...state, best: searchNearby(solver, market.n, columns, best, bound, times, budget) }
}
