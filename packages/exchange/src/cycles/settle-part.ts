import type { Solver } from '@kantelpunt/solver'
import type { Budget } from './budget.ts'
import { columnOf } from './column.ts'
import { offerOf } from './offer.ts'
import type { PartState } from './part-state.ts'
import { settle } from './settle.ts'

/** Proves the best choice of a part, as far as the budget goes. */
export function settlePart(solver: Solver, state: PartState, times: number, budget: Budget): PartState {
  const { part, pool } = state
  const first = Array.from({ length: pool.count }, (_, k) => columnOf(pool, k))
  return { ...state, ...settle(solver, offerOf(part), first, state, times, budget) }
}
