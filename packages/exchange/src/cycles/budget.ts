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

/** Runs a model for as long as the budget lasts; whether it came to the end. */
export function runWithin({ constants }: Solver, model: Model, budget: Budget): boolean {
  model.zeroAllClocks()
  model.options.set({ time_limit: Math.min(1e6, budget.left() / 1000 + 0.01) })
  try {
    model.run()
  } catch {
    // HiGHS gives up on a model now and then that it solves from another start.
    return false
  }
  return model.getModelStatus() === constants.modelStatus.optimal
}

/** What weights are divided by for HiGHS, whose tolerances are about numbers of this size: a power of two, or 1. */
export function unitOf(weights: Iterable<number>): number {
  let most = 1
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  return Math.max(1, 2 ** (Math.ceil(Math.log2(most)) - 13))
}
