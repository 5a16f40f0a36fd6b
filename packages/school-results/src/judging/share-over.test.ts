import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Interval } from '../cells/interval.ts'
import { type Domain, domains, indicators } from '../norms/norm-set.ts'
import type { DomainCounts, LevelCounts, YearCounts } from './domain-counts.ts'
import { percentage } from './share.ts'
import { shareOver } from './share-over.ts'

const cell = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((value) => ({ low: value, high: value })),
  fc.constant({ low: 1, high: 4 }),
)
const levels = fc.record({ below: cell, fundamental: cell, target: cell })

const within = ({ low, high }: Interval) => Array.from({ length: high - low + 1 }, (_, i) => low + i)

/** Every way to fill the cells of one domain in one year. */
function fillings({ below, fundamental, target }: LevelCounts): readonly (readonly [number, number, number])[] {
  return within(below).flatMap((b) => within(fundamental).flatMap((f) => within(target).map((t) => [b, f, t] as const)))
}

const size = (filling: readonly [number, number, number]) => filling[0] + filling[1] + filling[2]

/** Lowest and highest share by trying every filling of every cell of all years and domains. */
function bruteForce(years: readonly YearCounts[], of: readonly Domain[], fundamental: boolean, samePupils: boolean) {
  const perYear = years.map(({ levels: each }) => {
    const sums = new Set<string>()
    const walk = (i: number, above: number, total: number, pupils: number | undefined) => {
      const domain = domains[i]
      if (domain === undefined) {
        sums.add(`${above};${total}`)
        return
      }
      // Domains that are not counted still bound the pupils.
      const seen = new Set<string>()
      for (const filling of fillings(each[domain])) {
        const own = size(filling)
        if (samePupils && pupils !== undefined && own !== pupils) continue
        const reached = fundamental ? filling[1] + filling[2] : filling[2]
        const counts = of.includes(domain)
        const key = counts ? `${reached};${own}` : `${own}`
        if (seen.has(key)) continue
        seen.add(key)
        walk(i + 1, above + (counts ? reached : 0), total + (counts ? own : 0), own)
      }
    }
    walk(0, 0, 0, undefined)
    return [...sums].map((text) => text.split(';').map(Number))
  })
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  const combine = (i: number, above: number, total: number) => {
    const options = perYear[i]
    if (options === undefined) {
      if (total === 0) return
      low = Math.min(low, (100 * above) / total)
      high = Math.max(high, (100 * above) / total)
      return
    }
    for (const [a = 0, t = 0] of options) combine(i + 1, above + a, total + t)
  }
  combine(0, 0, 0)
  return { low, high }
}

function schoolOf(years: readonly YearCounts[]): DomainCounts {
  return { code: { brin: '99ZZ', location: '00' }, line: 2, years: new Map(years.map((year, i) => [`${i}`, year])) }
}

const aspects: readonly (readonly Domain[])[] = [['reading'], ['arithmetic'], domains]

describe('the share that masked cells allow', () => {
  it('is as low and high as any filling makes it, each cell by itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ reading: levels, language: levels, arithmetic: levels }), { minLength: 1, maxLength: 2 }),
        (counts) => {
          const years = counts.map((each): YearCounts => ({ levels: each, pupils: undefined }))
          for (const of of aspects.slice(0, 2)) {
            for (const indicator of indicators) {
              const found = shareOver(schoolOf(years), Object.keys(counts), of, indicator)
              const expected = bruteForce(years, of, indicator === '1F', false)
              if (found === undefined) expect(expected.low).toBe(Number.POSITIVE_INFINITY)
              else if (found.low.total > 0 && Number.isFinite(expected.low)) {
                expect(percentage(found.low)).toBeCloseTo(expected.low, 9)
                expect(percentage(found.high)).toBeCloseTo(expected.high, 9)
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is as low and high as any filling with the same pupils in every domain makes it', () => {
    // Whole fillings first, then masks over the small ones, so that the pupils agree.
    const year = fc
      .tuple(fc.integer({ min: 1, max: 14 }), fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }))
      .map(([pupils, draws]) => {
        const split = (a = 0, b = 0): LevelCounts => {
          const below = a % (pupils + 1)
          const fundamental = b % (pupils - below + 1)
          const hide = (value: number) => (value > 0 && value < 5 ? { low: 1, high: 4 } : { low: value, high: value })
          return { below: hide(below), fundamental: hide(fundamental), target: hide(pupils - below - fundamental) }
        }
        const counts = {
          reading: split(draws[0], draws[1]),
          language: split(draws[2], draws[3]),
          arithmetic: split(draws[4], draws[5]),
        }
        const totals = domains.map((domain) => {
          const { below, fundamental, target } = counts[domain]
          return [below.low + fundamental.low + target.low, below.high + fundamental.high + target.high] as const
        })
        const bounds = {
          low: Math.max(...totals.map(([low]) => low)),
          high: Math.min(...totals.map(([, high]) => high)),
        }
        return { levels: counts, pupils: bounds }
      })
    fc.assert(
      fc.property(fc.array(year, { minLength: 1, maxLength: 2 }), (years) => {
        for (const of of aspects) {
          for (const indicator of indicators) {
            const found = shareOver(schoolOf(years), Object.keys(years), of, indicator)
            const expected = bruteForce(years, of, indicator === '1F', true)
            expect(found && [percentage(found.low), percentage(found.high)]).toEqual([
              expect.closeTo(expected.low, 9),
              expect.closeTo(expected.high, 9),
            ])
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
