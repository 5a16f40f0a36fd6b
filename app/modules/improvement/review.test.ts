import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastAnswers, pulseItems, pulseView } from './pulse.ts'
import { closingFaults, outcomeOf } from './review.ts'

const goal = (baseline: number | null, target: number | null, ...values: number[]) => ({
  baseline,
  target,
  readings: values.map((value) => ({ value })),
})

describe('how a goal stands', () => {
  test('reached counts the last reading, from below and from above', () => {
    expect(outcomeOf(goal(3, 9, 4, 9))).toBe('reached')
    expect(outcomeOf(goal(3, 9, 9, 8))).toBe('nearer')
    expect(outcomeOf(goal(12, 4, 9, 4))).toBe('reached')
    expect(outcomeOf(goal(12, 4, 13))).toBe('not-nearer')
    expect(outcomeOf(goal(null, 9, 10))).toBe('reached')
  })
  test('without a count or a target nothing is said', () => {
    expect(outcomeOf(goal(3, 9))).toBe('unknown')
    expect(outcomeOf(goal(3, null, 5))).toBe('unknown')
    expect(outcomeOf(goal(null, 9, 5))).toBe('unknown')
  })
  test('turning the scale upside down changes no outcome', () => {
    const whole = fc.integer({ min: -100, max: 100 })
    fc.assert(
      fc.property(whole, whole, fc.array(whole, { minLength: 1 }), (baseline, target, values) => {
        fc.pre(baseline !== target)
        const mirrored = goal(-baseline, -target, ...values.map((value) => -value))
        expect(outcomeOf(mirrored)).toBe(outcomeOf(goal(baseline, target, ...values)))
      }),
    )
  })
})

describe('closing a period', () => {
  test('asks for each open action, and for a reason where one is stopped', () => {
    const answers = [
      { actionId: 'a', choice: 'done', reason: '' },
      { actionId: 'b', choice: 'stopped', reason: '' },
      { actionId: 'c', choice: null, reason: '' },
    ] as const
    expect(closingFaults(['a', 'b', 'c', 'd'], answers)).toEqual([
      { actionId: 'b', reason: 'say-why' },
      { actionId: 'c', reason: 'choose' },
      { actionId: 'd', reason: 'choose' },
    ])
  })
})

describe('the pulse', () => {
  const answer = fc.array(fc.integer({ min: 1, max: 5 }), {
    minLength: pulseItems.length,
    maxLength: pulseItems.length,
  })
  test('shows nothing while it is open, nor from fewer than five', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), fc.boolean(), (answers, closed) => {
        const view = pulseView(closed, answers, answers.length)
        if (!closed) expect(view).toEqual({ kind: 'open', n: answers.length })
        else if (answers.length < leastAnswers) expect(view).toEqual({ kind: 'too-few', n: answers.length })
        else expect(view.kind).toBe('shown')
      }),
    )
  })
  test('is of three statements', () => {
    expect(pulseItems).toHaveLength(3)
  })
  test('counts every answer once for every statement', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: leastAnswers, maxLength: 12 }), (answers) => {
        const view = pulseView(true, answers, answers.length)
        if (view.kind !== 'shown') throw new Error('not shown')
        for (const [item, tally] of view.summary.counts.entries()) {
          expect(tally.reduce((a, b) => a + b)).toBe(answers.length)
          for (const grade of [1, 2, 3, 4, 5]) {
            expect(tally[grade - 1]).toBe(answers.filter((each) => each[item] === grade).length)
          }
        }
      }),
    )
  })
})
