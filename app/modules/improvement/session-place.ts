import { type SessionStep, sessionSteps, stepNamed } from './session.ts'

/**
 * Where a zone stands on the big screen: `now` large, `mid` beside it to work with, `side` small in sight; `away` is not
 * shown in this step.
 */
export type Place = 'now' | 'mid' | 'side' | 'away'

/** Beside each step: what the talk leads to next, and what it looks back on. */
const beside: Readonly<Record<SessionStep, Partial<Readonly<Record<SessionStep, Place>>>>> = {
  'check-in': { goals: 'side', actions: 'side' },
  successes: { goals: 'side', 'check-in': 'side' },
  goals: { actions: 'mid', successes: 'side' },
  actions: { goals: 'side' },
  plans: { actions: 'mid', goals: 'side' },
}

/** The place of a zone in a step (1–5). Outside of a session nothing is large: everything is beside. */
export function placeOf(zone: SessionStep, step: number | null): Place {
  if (step === null) return zone === 'check-in' ? 'away' : 'side'
  const now = stepNamed(step)
  return zone === now ? 'now' : (beside[now][zone] ?? 'away')
}

/** The step after this one and the one before, by name; null where there is none. */
export function neighbours(step: number): { readonly before: SessionStep | null; readonly after: SessionStep | null } {
  return { before: sessionSteps[step - 2] ?? null, after: sessionSteps[step] ?? null }
}
