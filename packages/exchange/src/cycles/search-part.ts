import type { Solver } from '@kantelpunt/solver'
import type { Budget } from './budget.ts'
import { columnOf } from './column.ts'
import type { PartState } from './part.ts'
import { searchNearby } from './search-nearby.ts'

/** A better choice of a large part, whose bound stays as it is. */
export function searchPart(solver: Solver, state: PartState, _times: number, budget: Budget): PartState {
  const { market, pool, best, bound } = state
  if (best.worth >= bound || budget.over()) return state
  const columns = Array.from({ length: pool.count }, (_, k) => columnOf(pool, k))
  return { ...state, best: searchNearby(solver, market.n, columns, best, bound, budget) }
}
