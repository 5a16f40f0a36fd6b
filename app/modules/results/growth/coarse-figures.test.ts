import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CoarseFigures, coarseFigures, coarseSpread, isCoarse, stepOf } from './coarse-figures.ts'

interface Kept {
  readonly pupils: number
  readonly achieved: number
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const deviation = (values: readonly number[]) => {
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
}
const figuresOf = (achieved: number): CoarseFigures => ({ achieved, expected: 0, growth: 0, lower: 0, upper: 0 })

/** What an attacker knows of the sum of scores by which two means differ; `half` is how far a kept mean can be off. */
function subtract(more: Kept, fewer: Kept, half: (kept: Kept) => number): readonly [low: number, high: number] {
  const middle = more.pupils * more.achieved - fewer.pupils * fewer.achieved
  const doubt = more.pupils * half(more) + fewer.pupils * half(fewer)
  return [middle - doubt, middle + doubt]
}

const scores = fc.array(fc.float({ min: 400, max: 600, noNaN: true }), { minLength: 11, maxLength: 120 })

describe('a summary that was saved twice', () => {
  it('tells nobody who subtracts what one pupil scored: never in a thousand tries', () => {
    let found = 0
    let foundInExact = 0
    fc.assert(
      fc.property(scores, fc.nat(), (values, at) => {
        const spreadOf = deviation(values)
        fc.pre(spreadOf > 0.01)
        const k = at % values.length
        const target = values[k] ?? 0
        const rest = values.toSpliced(k, 1)
        // Each file is rounded by itself, as each is saved by itself.
        const save = (all: readonly number[]) => {
          const spread = coarseSpread(deviation(all)) ?? 0
          return { pupils: all.length, spread, ...coarseFigures(figuresOf(mean(all)), all.length, spread) }
        }
        const [more, fewer] = [save(values), save(rest)]
        const half = ({ pupils }: Kept) => stepOf(pupils, pupils === more.pupils ? more.spread : fewer.spread) / 2
        const [low, high] = subtract(more, fewer, half)
        // An attacker who does it well: the truth is always in what they know.
        expect(low).toBeLessThanOrEqual(target + 1e-6)
        expect(high).toBeGreaterThanOrEqual(target - 1e-6)
        if (high - low < 2 * deviation(rest)) found++
        const exact = (all: readonly number[]) => ({ pupils: all.length, achieved: mean(all) })
        const [least, most] = subtract(exact(values), exact(rest), () => 1e-9)
        if (most - least < 2 * deviation(rest)) foundInExact++
      }),
      { numRuns: 1000 },
    )
    expect(found).toBe(0)
    // The same attacker finds every pupil where means are kept as they are.
    expect(foundInExact).toBeGreaterThan(990)
  })

  it('tells nobody how two pupils differ of whom one took the place of the other', () => {
    fc.assert(
      fc.property(scores, fc.float({ min: 400, max: 600, noNaN: true }), (values, other) => {
        const swapped = values.with(0, other)
        const spreads = [values, swapped].map((all) => coarseSpread(deviation(all)))
        const [one, two] = spreads
        fc.pre(one !== undefined && two !== undefined && Math.min(deviation(values), deviation(swapped)) > 0.01)
        const doubt = values.length * (stepOf(values.length, one ?? 0) + stepOf(values.length, two ?? 0))
        expect(doubt).toBeGreaterThanOrEqual(2 * (deviation(values) + deviation(swapped)) - 1e-9)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('figures in steps', () => {
  it('are known as such, and exact ones are not', () => {
    const figure = fc.float({ min: -200, max: 200, noNaN: true })
    fc.assert(
      fc.property(
        figure,
        fc.integer({ min: 10, max: 900 }),
        fc.float({ min: 1, max: 90, noNaN: true }),
        (at, n, sd) => {
          const spread = coarseSpread(sd) ?? 0
          expect(spread).toBeGreaterThanOrEqual(sd * (1 - 1e-9))
          expect(spread).toBeLessThanOrEqual(2 * sd)
          const wide = (1.96 * sd) / Math.sqrt(n)
          const exact = { achieved: at, expected: at + 1, growth: -1, lower: -1 - wide, upper: -1 + wide }
          const coarse = coarseFigures(exact, n, spread)
          expect(isCoarse(coarse, n, spread)).toBe(true)
          const off = coarse.achieved + stepOf(n, spread) / 3
          expect(isCoarse({ ...coarse, achieved: off }, n, spread)).toBe(false)
          // Steps of a spread that is made smaller than pupils can have.
          const small = coarseSpread(sd / 40) ?? 0
          expect(isCoarse(coarseFigures(exact, n, small), n, small)).toBe(false)
        },
      ),
    )
  })

  it('are not made where every pupil scored the same', () => {
    expect([coarseSpread(0), coarseSpread(Number.NaN), coarseSpread(Number.POSITIVE_INFINITY)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
