import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredMeasure } from '../published/tables.ts'
import { examsOf, progressOf, shareOf } from './secondary-figures.ts'

const measure = (name: string, part: string, period?: string): StoredMeasure => ({
  is: 'measure',
  name,
  unit: 'count',
  part,
  header: '',
  column: 1,
  decimals: 0,
  ...(period === undefined ? {} : { period }),
})

describe('a share of what is masked', () => {
  it('is every one of the shares that are possible, from the least to the most', () => {
    const count = fc.tuple(fc.nat(12), fc.nat(6)).map(([low, more]) => ({ low, high: low + more }))
    fc.assert(
      fc.property(count, count, (part, whole) => {
        const possible: number[] = []
        for (let above = part.low; above <= part.high; above++) {
          for (let total = Math.max(1, whole.low); total <= whole.high; total++) {
            if (above <= total) possible.push((100 * above) / total)
          }
        }
        fc.pre(whole.low > 0 && possible.length > 0)
        const share = shareOf(part, whole)
        expect(share?.low).toBeCloseTo(Math.min(...possible), 9)
        expect(share?.high).toBeGreaterThanOrEqual(Math.max(...possible) - 1e-9)
        expect(share?.high).toBeLessThanOrEqual(100)
        if (part.high <= whole.low) expect(share?.high).toBeCloseTo(Math.max(...possible), 9)
        expect(share?.chance[0]).toBeLessThanOrEqual((share?.low ?? 0) + 1e-9)
        expect(share?.chance[1]).toBeGreaterThanOrEqual((share?.high ?? 100) - 1e-9)
      }),
    )
  })

  it('is none where nobody or anybody may be there', () => {
    expect(shareOf({ low: 0, high: 0 }, { low: 0, high: 4 })).toBeUndefined()
    expect(shareOf({ low: 0, high: 4 }, { low: 5, high: Number.POSITIVE_INFINITY })).toBeUndefined()
  })
})

describe('what became of pupils', () => {
  const measures = [measure('pupils', 'repeating'), measure('pupils', ''), measure('pupils', 'moved-up')]

  it('is read by what columns mean, and leaves out what is missing', () => {
    const found = progressOf(measures, { low: [10, 100, null], high: [10, 100, null] })
    expect(found?.pupils).toEqual({ low: 100, high: 100 })
    expect(found?.moves).toMatchObject([{ move: 'repeating', pupils: { low: 10 }, share: { low: 10, high: 10 } }])
    expect(progressOf(measures, { low: [10, null, 3], high: [10, null, 3] })).toBeUndefined()
  })
})

describe('exams', () => {
  it('take programmes of one track together, newest year first, without years of nobody', () => {
    const measures = ['2022-2023', '2023-2024'].flatMap((period) => [
      measure('candidates', 'all', period),
      measure('candidates', 'men', period),
      measure('passed', 'all', period),
    ])
    const found = examsOf(measures, [
      { track: 'VWO', low: [0, 0, 0, 8, 1, 4], high: [0, 0, 0, 8, 1, 4] },
      { track: 'HAVO', low: [20, 9, 18, 10, 9, 10], high: [20, 9, 18, 10, 9, 10] },
      { track: 'HAVO', low: [20, 9, 19, 1, null, 1], high: [20, 9, 19, 4, null, 4] },
    ])
    expect(found.map(({ track, period, candidates, passed }) => [track, period, candidates, passed])).toEqual([
      ['HAVO', '2023-2024', { low: 11, high: 14 }, { low: 11, high: 14 }],
      ['HAVO', '2022-2023', { low: 40, high: 40 }, { low: 37, high: 37 }],
      ['VWO', '2023-2024', { low: 8, high: 8 }, { low: 4, high: 4 }],
    ])
  })
})
