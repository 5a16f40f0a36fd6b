import type { Solver } from '@kantelpunt/solver'
import type { Budget } from './budget.ts'
import { nearColumns } from './near-columns.ts'
import { offerOf } from './offer.ts'
import type { PartState } from './part-state.ts'
import { searchNearby } from './search-nearby.ts'

/** Exchanges to choose from, for each vertex. */
const perVertex = 15

/** A better choice of a large part, whose bound stays as it is. */
export function searchPart(solver: Solver, state: PartState, times: number, budget: Budget): PartState {
  const { part, best, bound, proof } = state
  if (best.worth >= bound || budget.over()) return state
  const columns = nearColumns(offerOf(part), times, proof, perVertex * part.n)
  return { ...state, best: searchNearby(solver, part.n, columns, best, bound, times, budget) }
}
