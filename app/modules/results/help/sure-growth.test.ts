import type { SchoolFigures, ShareBounds } from '@kantelpunt/school-results'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasGrown, leastChange } from './sure-growth.ts'

const periods = ['2022-2023', '2023-2024', '2024-2025']
const share = (above: number, total: number) => ({ above, total })
const sure = (above: number, total: number): ShareBounds => ({ low: share(above, total), high: share(above, total) })

/** A school with those shares of arithmetic at the target level in its first and last year. */
function school(first: ShareBounds, last: ShareBounds): SchoolFigures {
  const year = (period: string, bounds: ShareBounds) => {
    const levels = { '1F': bounds, '1S/2F': bounds }
    return {
      period,
      pupils: { low: bounds.low.total, high: bounds.low.total },
      shares: { reading: levels, language: levels, arithmetic: levels },
    }
  }
  return {
    location: undefined,
    object: undefined,
    weighting: 30,
    pupils: { low: 0, high: 0 },
    together: undefined,
    years: [year('2022-2023', first), year('2024-2025', last)],
    overYears: undefined,
  }
}
const grown = (one: SchoolFigures, others: readonly SchoolFigures[] = []) =>
  hasGrown(one, 'arithmetic', { schools: [one, ...others], schoolYears: periods })
/** A country of 10,000 pupils that went from one share to another. */
const country = (from: number, to: number) => school(sure(from * 100, 10_000), sure(to * 100, 10_000))

/** A chance from 0 to 1 by binary splitting: where the score test of Wilson turns. Shares nothing with the closed form. */
function edge(p: number, total: number, side: 1 | -1): number {
  const isIn = (pi: number) => Math.abs(p - pi) <= 2.576 * Math.sqrt((pi * (1 - pi)) / total) + 1e-15
  let [inside, outside] = [p, side === 1 ? 1 : 0]
  if (isIn(outside)) return outside
  for (let turn = 0; turn < 200; turn++) {
    const middle = (inside + outside) / 2
    if (isIn(middle)) inside = middle
    else outside = middle
  }
  return inside
}

describe('whether a school grew with certainty', () => {
  it('is so where the share rose beyond masks, chance and the country', () => {
    const risen = school(sure(8, 40), sure(24, 40))
    expect(grown(risen, [country(45, 45)])).toBe(true)
    expect(grown(school(sure(8, 40), sure(14, 40)), [country(45, 45)])).toBe(false)
    expect(grown(school(sure(24, 40), sure(8, 40)), [country(45, 45)])).toBe(false)
  })

  it('is not so where every school rose as much: the test got easier', () => {
    expect(grown(school(sure(8, 40), sure(24, 40)), [country(30, 60)])).toBe(false)
  })

  it('is not so where masked cells may be all of it', () => {
    const masked = { low: share(8, 40), high: share(20, 40) }
    expect(grown(school(masked, sure(24, 40)), [country(45, 45)])).toBe(false)
  })

  it('is not so with one year, or where a year is missing', () => {
    const one = school(sure(8, 40), sure(24, 40))
    expect(hasGrown(one, 'arithmetic', { schools: [one], schoolYears: ['2022-2023'] })).toBe(false)
    expect(hasGrown(one, 'arithmetic', { schools: [one], schoolYears: ['2021-2022', '2024-2025'] })).toBe(false)
  })

  it('says no more than any table behind the masks, by an interval worked out in another way', () => {
    const masked = fc
      .record({ total: fc.integer({ min: 5, max: 90 }), low: fc.nat(), wide: fc.nat({ max: 8 }) })
      .map(({ total, low, wide }) => {
        const least = low % (total + 1)
        return { low: share(least, total), high: share(Math.min(total, least + wide), total) }
      })
    fc.assert(
      fc.property(masked, masked, (first, last) => {
        const least = leastChange({ first, last })
        for (let from = first.low.above; from <= first.high.above; from++) {
          for (let to = last.low.above; to <= last.high.above; to++) {
            const [p, q] = [from / first.low.total, to / last.low.total]
            const chance = Math.hypot(q - edge(q, last.low.total, -1), edge(p, first.low.total, 1) - p)
            const isSure = q - p - chance > 1e-9
            // Whatever table is true: what is said to have grown has grown beyond chance in it.
            if (least > 1e-6) expect(isSure).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('finds fewer than one of a hundred schools in which nothing changed', () => {
    let seed = 20261123
    const random = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return seed / 2 ** 32
    }
    const draw = (total: number, p: number) => Array.from({ length: total }, random).filter((turn) => turn < p).length
    let found = 0
    for (let turn = 0; turn < 6000; turn++) {
      const total = 10 + (turn % 60)
      const p = 0.1 + (turn % 9) / 10
      if (leastChange({ first: sure(draw(total, p), total), last: sure(draw(total, p), total) }) > 0) found++
    }
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(60)
  })
})
