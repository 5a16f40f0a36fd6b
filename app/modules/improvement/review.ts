import type { Decision } from './tables.ts'

/** How a goal stands at the end of a period. `unknown`: nothing was counted, or no target was set. */
export type Outcome = 'reached' | 'nearer' | 'not-nearer' | 'unknown'

export interface Counted {
  readonly baseline: number | null
  readonly target: number | null
  readonly readings: readonly { readonly value: number }[]
}

/**
 * Start, target and last reading of a goal, and whether it got there. The direction is from baseline to target, so a
 * goal to have less of something counts as well; without a baseline a target is met from below.
 */
export function outcomeOf({ baseline, target, readings }: Counted): Outcome {
  const last = readings.at(-1)?.value
  if (last === undefined || target === null) return 'unknown'
  const upward = baseline === null || target >= baseline
  if (upward ? last >= target : last <= target) return 'reached'
  if (baseline === null) return 'unknown'
  return (upward ? last > baseline : last < baseline) ? 'nearer' : 'not-nearer'
}

export type ClosingChoice = 'done' | 'carry-over' | 'stopped'

/** The answers to 'what becomes of this action?', one for each that is open; a stopped one needs its reason. */
export interface ClosingAnswer {
  readonly actionId: string
  readonly choice: ClosingChoice | null
  readonly reason: string
}

export type ClosingFault = { readonly actionId: string; readonly reason: 'choose' | 'say-why' }

/** Every open action that has no choice yet, or is stopped without a reason. Empty: the period can be closed. */
export function closingFaults(
  openActionIds: readonly string[],
  answers: readonly ClosingAnswer[],
): readonly ClosingFault[] {
  return openActionIds.flatMap((actionId): ClosingFault[] => {
    const answer = answers.find((each) => each.actionId === actionId)
    if (answer === undefined || answer.choice === null) return [{ actionId, reason: 'choose' }]
    if (answer.choice === 'stopped' && answer.reason === '') return [{ actionId, reason: 'say-why' }]
    return []
  })
}

/** What becomes of a goal when its period closes: kept goals go on, the others leave the board. */
export function stateAfter(decision: Decision): 'running' | 'adapted' | 'stopped' {
  switch (decision) {
    case 'keep':
      return 'running'
    case 'adapt':
      return 'adapted'
    case 'stop':
      return 'stopped'
  }
}
