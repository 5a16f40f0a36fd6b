import { sessionSteps } from '../../session.ts'

/** How each of the five steps is shown when the session is at one of them (1–5). */
export function stepStates(step: number): readonly ('done' | 'now' | 'later')[] {
  return sessionSteps.map((_, index) => (index + 1 < step ? 'done' : index + 1 === step ? 'now' : 'later'))
}
