import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spreadOf } from './spread.ts'

it('the median of every filling lies within what is said', () => {
  const figure = fc.tuple(fc.nat(100), fc.nat(20), fc.nat(100))
  fc.assert(
    fc.property(fc.array(figure, { minLength: 5, maxLength: 15 }), (figures) => {
      const spread = spreadOf(figures.map(([low, more]) => ({ low, high: low + more })))
      const filled = figures.map(([low, more, part]) => low + (more * part) / 100).toSorted((one, other) => one - other)
      const half = filled.length >> 1
      const median = filled.length % 2 === 1 ? filled[half] : ((filled[half - 1] ?? 0) + (filled[half] ?? 0)) / 2
      expect(median).toBeGreaterThanOrEqual((spread?.median.low ?? 1e9) - 1e-9)
      expect(median).toBeLessThanOrEqual((spread?.median.high ?? -1e9) + 1e-9)
    }),
  )
})

it('is that of a known list, and none of four', () => {
  const exact = (values: readonly number[]) => values.map((value) => ({ low: value, high: value }))
  expect(spreadOf(exact([5, 1, 3, 2, 4]))).toEqual({
    locations: 5,
    lower: { low: 2, high: 2 },
    median: { low: 3, high: 3 },
    upper: { low: 4, high: 4 },
  })
  expect(spreadOf(exact([1, 2, 3, 4]))).toBeUndefined()
})
