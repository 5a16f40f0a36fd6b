import type { OpenSession } from './session.ts'
import { type SessionResult, type SessionWrite, updateSession, withSession } from './session-store.ts'
import { type Clock, clockOf, moveTo, stretchSession, stretchStep } from './session-timer.ts'

/** Brings a step (1–5) forward, for everybody, unless somebody moved the session after this was asked (`askedAt`, ms). */
export function moveSession(write: SessionWrite, step: number, askedAt = write.now.getTime()): Promise<SessionResult> {
  return withSession(write, async (session) => {
    if (session.step === step || Date.parse(session.stepStartedAt) > askedAt) return
    await updateSession(write, session.id, {
      ...columnsOf(moveTo(clockOf(session), step, write.now.getTime())),
      // A card that was brought forward in one step is not the one to begin the next with.
      focus_id: null,
    })
    recordChange(write, session, 'session-moved', 'step', session.step, step)
  })
}

/** Gives this step, or the whole session, so many seconds more; fewer where negative. */
export function stretchTime(write: SessionWrite, what: 'step' | 'session', seconds: number): Promise<SessionResult> {
  return withSession(write, async (session) => {
    const clock = clockOf(session)
    const after = what === 'step' ? stretchStep(clock, seconds) : stretchSession(clock, seconds, write.now.getTime())
    await updateSession(write, session.id, columnsOf(after))
    recordChange(write, session, 'session-time-changed', 'stepSeconds', session.stepSeconds, after.stepSeconds)
  })
}

/** Plans the seconds of each step anew: for what is left of this session, and for the next one. */
export function planTime(write: SessionWrite, planned: readonly number[]): Promise<SessionResult> {
  return withSession(write, async (session) => {
    await updateSession(write, session.id, { planned_seconds: [...planned], step_seconds: [...planned] })
    recordChange(write, session, 'session-time-changed', 'plannedSeconds', session.plannedSeconds, planned)
  })
}

/** Brings a goal or an action forward out of turn. */
export function bringForward(write: SessionWrite, cardId: string): Promise<SessionResult> {
  return withSession(write, async (session) => {
    // Who wants to talk about it again takes it back from what was seen.
    const seenIds = session.seenIds.filter((id) => id !== cardId)
    await updateSession(write, session.id, { focus_id: cardId, seen_ids: seenIds })
    recordChange(write, session, 'session-card-brought-forward', 'card', session.focusId, cardId)
  })
}

/** Puts goals or actions behind: they were talked about. */
export function markSeen(write: SessionWrite, cardIds: readonly string[]): Promise<SessionResult> {
  return withSession(write, async (session) => {
    await updateSession(write, session.id, {
      seen_ids: [...new Set([...session.seenIds, ...cardIds])],
      ...(session.focusId !== null && cardIds.includes(session.focusId) ? { focus_id: null } : {}),
    })
    recordChange(write, session, 'session-card-seen', 'cards', null, cardIds)
  })
}

function columnsOf({ step, stepStartedAt, stepSeconds }: Clock) {
  return { step, step_started_at: new Date(stepStartedAt), step_seconds: [...stepSeconds] }
}

function recordChange(
  { record }: SessionWrite,
  session: OpenSession,
  action: string,
  field: string,
  before: unknown,
  after: unknown,
): void {
  record({ action, subject: `session:${session.id}`, changes: { [field]: [before, after] } })
}
