import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadingCard } from './cards.ts'
import { findFigureFaults, onOneScale, shareReached } from './goal.ts'

const reading = (value: number, outOf: number | null = null): ReadingCard => ({
  id: String(value),
  onDate: '2026-11-18',
  value,
  outOf,
})
const goal = (baseline: number | null, target: number | null, ...values: number[]) => ({
  baseline,
  target,
  readings: values.map((value) => reading(value)),
})

describe('how far a goal is', () => {
  test.each([
    ['half way', goal(3, 9, 3, 6), 0.5],
    ['there', goal(3, 9, 9), 1],
    ['past the goal', goal(3, 9, 12), 1],
    ['below the start', goal(3, 9, 1), 0],
    ['less is better', goal(10, 2, 6), 0.5],
    ['less is better, there', goal(10, 2, 1), 1],
    ['without a start it begins at the first reading', goal(null, 10, 5, 10), 1],
    ['nothing to reach', goal(3, 3, 3), 1],
    ['nothing to reach, and not there', goal(3, 3, 4), 0],
    ['nothing counted', goal(3, 9), null],
    ['no target', goal(3, null, 5), null],
  ])('%s', (_name, counted, share) => {
    expect(shareReached(counted)).toBe(share)
  })

  test('is the same seen from the other side', () => {
    const figure = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(figure, figure, figure, (baseline, target, value) => {
        fc.pre(baseline !== target)
        const share = shareReached(goal(baseline, target, value)) ?? -1
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        const mirrored = shareReached(goal(100 - baseline, 100 - target, 100 - value))
        expect(mirrored).toBeCloseTo(share, 12)
      }),
    )
  })
})

describe('the figures of a goal', () => {
  test.each([
    [{ outOf: 12, baseline: 3, target: 9 }, {}],
    [{ outOf: 12, baseline: 13, target: 9 }, { baseline: 'above-out-of' }],
    [{ outOf: 12, baseline: 3, target: 13 }, { target: 'above-out-of' }],
    [{ baseline: 3, target: 3 }, { target: 'same-as-baseline' }],
    [{ outOf: null, baseline: null, target: 900 }, {}],
    [{}, {}],
  ])('%j', (figures, faults) => {
    expect(findFigureFaults(figures)).toEqual(faults)
  })
})

describe('readings on one scale', () => {
  test('stay as counted where the number watched stayed the same', () => {
    const scale = onOneScale({ outOf: 12, baseline: 3, target: 9, readings: [reading(3), reading(7, 12)] })
    expect(scale).toEqual({ percent: false, values: [3, 7], baseline: 3, target: 9 })
  })

  test('become percentages where it changed', () => {
    const scale = onOneScale({ outOf: 12, baseline: 3, target: 9, readings: [reading(6), reading(5, 10)] })
    expect(scale).toEqual({ percent: true, values: [50, 50], baseline: 25, target: 75 })
  })
})
