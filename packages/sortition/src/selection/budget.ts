import type { Solver } from '@kantelpunt/solver'
import type { SelectOptions } from './selection.ts'

type Model = ReturnType<Solver['createModel']>

/** How much time is left; ends early where whoever listens says so. */
export interface Budget {
  seconds(): number
  over(): boolean
  stop(): void
}

/** A model's next run ends with the budget. */
export function limitTime(model: Model, budget: Budget): void {
  model.zeroAllClocks()
  model.options.set({ time_limit: Math.min(1e6, budget.seconds() + 0.05) })
}

export function openBudget({ clock, timeLimit }: Pick<SelectOptions, 'clock' | 'timeLimit'>): Budget {
  const end = clock() + timeLimit
  let stopped = false
  return {
    seconds: () => (stopped ? 0 : Math.max(0, (end - clock()) / 1000)),
    over: () => stopped || clock() >= end,
    stop: () => {
      stopped = true
    },
  }
}
