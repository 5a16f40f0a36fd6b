import type { Solver } from '@kantelpunt/solver'

export type Model = ReturnType<Solver['createModel']>

/** How many milliseconds are left, of all or of a share. */
export interface Budget {
  readonly left: () => number
  readonly over: () => boolean
  /** A budget within this one. */
  readonly share: (milliseconds: number) => Budget
}

export function openBudget(clock: () => number, timeLimit: number): Budget {
  const until = (end: number): Budget => ({
    left: () => Math.max(0, end - clock()),
    over: () => clock() >= end,
    share: (milliseconds) => until(Math.min(end, clock() + milliseconds)),
  })
  return until(clock() + timeLimit)
}

/** Runs a model for as long as the budget lasts. */
export function runWithin(model: Model, budget: Budget): void {
  model.zeroAllClocks()
  model.options.set({ time_limit: Math.min(1e6, budget.left() / 1000 + 0.01) })
  model.run()
}
