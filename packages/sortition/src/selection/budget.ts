import type { SelectOptions } from './selection.ts'

/** How much time is left; ends early where whoever listens says so. */
export interface Budget {
  seconds(): number
  over(): boolean
  stop(): void
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
