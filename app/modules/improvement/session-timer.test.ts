import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Clock,
  leastSeconds,
  moveTo,
  planFor,
  sessionEnd,
  stepEnd,
  stretchSession,
  stretchStep,
  usualSeconds,
} from './session-timer.ts'

const started = Date.parse('2026-11-23T14:00:00Z')
const start: Clock = { step: 1, stepStartedAt: started, stepSeconds: usualSeconds, plannedSeconds: usualSeconds }
const after = (seconds: number) => started + seconds * 1000
const minute = 60_000

/** A clock as a session has it somewhere on its way, and a later moment. */
const clocks = fc
  .record({
    plan: fc.array(fc.integer({ min: leastSeconds, max: 900 }), { minLength: 5, maxLength: 5 }),
    moves: fc.array(fc.record({ step: fc.integer({ min: 1, max: 5 }), seconds: fc.integer({ min: 0, max: 900 }) }), {
      maxLength: 6,
    }),
    wait: fc.integer({ min: 0, max: 1500 }),
  })
  .map(({ plan, moves, wait }) => {
    let now = started
    let clock: Clock = { step: 1, stepStartedAt: now, stepSeconds: plan, plannedSeconds: plan }
    for (const move of moves) {
      now += move.seconds * 1000
      clock = moveTo(clock, move.step, now)
    }
    return { clock, now: now + wait * 1000 }
  })

describe('the usual quarter of an hour', () => {
  it('is fifteen minutes', () => {
    expect(sessionEnd(start) - started).toBe(15 * minute)
    expect(planFor(15)).toEqual(usualSeconds)
  })

  it('gives what check-in saved to the others, in their proportions', () => {
    const next = moveTo(start, 2, after(42))
    // 858 seconds over 120 : 240 : 300 : 120 = 1.1 times as long.
    expect(next.stepSeconds.slice(1)).toEqual([132, 264, 330, 132])
  })

  it('lets the others give up together what check-in took too long', () => {
    const next = moveTo(start, 2, after(120 + 78))
    expect(next.stepSeconds.slice(1)).toEqual([108, 216, 270, 108])
  })

  it('gives the time of a step that is left out to those after it', () => {
    const next = moveTo(start, 4, after(120))
    expect(next.stepSeconds.slice(3)).toEqual([557, 223])
  })

  it('takes a minute more for this step from the steps after it', () => {
    const goals = moveTo(moveTo(start, 2, after(120)), 3, after(240))
    const longer = stretchStep(goals, 60)
    expect(stepEnd(longer) - stepEnd(goals)).toBe(minute)
    expect(sessionEnd(longer)).toBe(sessionEnd(goals))
    expect(longer.stepSeconds.slice(3)).toEqual([257, 103])
  })

  it('ends later when the last step gets a minute more', () => {
    const plans = moveTo(start, 5, after(800))
    expect(sessionEnd(stretchStep(plans, 60)) - sessionEnd(plans)).toBe(minute)
  })
})

describe('whatever a team does with its time', () => {
  it('keeps the moment at which the session ends when it moves, unless the time is up', () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 1, max: 5 }), ({ clock, now }, step) => {
        const next = moveTo(clock, step, now)
        const least = now + (6 - step) * leastSeconds * 1000
        expect(Math.abs(sessionEnd(next) - Math.max(sessionEnd(clock), least))).toBeLessThanOrEqual(500)
        expect(next.stepStartedAt).toBe(now)
      }),
    )
  })

  it('never leaves a step that is still to come less than half a minute, in whole seconds', () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 1, max: 5 }), fc.integer({ min: -600, max: 600 }), (at, step, seconds) => {
        const moved = moveTo(at.clock, step, at.now)
        for (const clock of [moved, stretchStep(moved, seconds), stretchSession(moved, seconds, at.now + 20_000)]) {
          for (const each of clock.stepSeconds.slice(clock.step - 1)) {
            expect(Number.isInteger(each)).toBe(true)
            expect(each).toBeGreaterThanOrEqual(leastSeconds)
          }
        }
      }),
    )
  })

  it('divides in the planned proportions as long as no step is at its least', () => {
    fc.assert(
      fc.property(clocks, ({ clock, now }) => {
        const next = moveTo(clock, clock.step, now)
        const steps = next.stepSeconds.map((seconds, i) => ({ seconds, plan: next.plannedSeconds[i] ?? 0 }))
        const ahead = steps.slice(next.step - 1).filter(({ seconds }) => seconds > leastSeconds + 1)
        for (const a of ahead) {
          for (const b of ahead) {
            // Equal ratios but for rounding a second up or down.
            expect(Math.abs(a.seconds * b.plan - b.seconds * a.plan)).toBeLessThanOrEqual(a.plan + b.plan)
          }
        }
      }),
    )
  })

  it('makes this step exactly as much longer as was asked', () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 0, max: 600 }), ({ clock }, seconds) => {
        expect(stepEnd(stretchStep(clock, seconds)) - stepEnd(clock)).toBe(seconds * 1000)
        expect(sessionEnd(stretchStep(clock, seconds))).toBeGreaterThanOrEqual(sessionEnd(clock))
      }),
    )
  })

  it('makes the whole session exactly as much longer as was asked while it has time left', () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 1, max: 900 }), ({ clock, now }, seconds) => {
        const longer = stretchSession(clock, seconds, now)
        fc.pre(stepEnd(clock) - now >= leastSeconds * 1000)
        expect(sessionEnd(longer) - sessionEnd(clock)).toBe(seconds * 1000)
        expect(stepEnd(longer)).toBeGreaterThanOrEqual(stepEnd(clock))
      }),
    )
  })

  it('divides any number of minutes that a team may choose', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), (minutes) => {
        expect(planFor(minutes).reduce((a, b) => a + b, 0)).toBe(minutes * 60)
      }),
    )
  })
})
