import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideOpenAnswers } from './open-answers.ts'
import { wilsonInterval } from './wilson.ts'

describe('the interval of Wilson', () => {
  test('is where a score test of the share no longer rejects', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const count = Math.round(of * part)
        const interval = wilsonInterval(count, of)
        if (interval === undefined) throw new Error('no interval')
        const { share, low, high } = interval
        for (const end of [low, high]) {
          if (end === 0 || end === 1) continue
          const score = Math.abs(share - end) / Math.sqrt((end * (1 - end)) / of)
          expect(score).toBeCloseTo(1.959964, 5)
        }
        expect(low <= share && share <= high && low >= 0 && high <= 1).toBe(true)
      }),
      { seed: 20261122 },
    )
  })

  test('has known ends, none for nobody, and no patience with impossible shares', () => {
    // Newcombe 1998, table I, method 3.
    expect(wilsonInterval(81, 263)?.low).toBeCloseTo(0.2553, 4)
    expect(wilsonInterval(81, 263)?.high).toBeCloseTo(0.3662, 4)
    expect(wilsonInterval(0, 20)).toMatchObject({ low: 0 })
    expect(wilsonInterval(0, 20)?.high).toBeCloseTo(0.1611, 4)
    expect(wilsonInterval(29, 29)).toMatchObject({ high: 1 })
    expect(wilsonInterval(0, 0)).toBeUndefined()
    expect(() => wilsonInterval(6, 5)).toThrow(RangeError)
  })
})

test('open answers are shown of ten people or more, of small groups together, and never of too few', () => {
  const group = fc.record({ people: fc.integer({ min: 0, max: 30 }) })
  fc.assert(
    fc.property(fc.array(group, { maxLength: 8 }), (drawn) => {
      const groups = drawn.map(({ people }, at) => ({ name: `group ${at}`, people }))
      const { apart, together, withheld } = decideOpenAnswers(groups)
      const people = (names: readonly string[]) =>
        groups.filter(({ name }) => names.includes(name)).reduce((sum, each) => sum + each.people, 0)
      expect([...apart, ...together, ...withheld].sort()).toEqual(groups.map(({ name }) => name).sort())
      for (const name of apart) expect(people([name])).toBeGreaterThanOrEqual(10)
      if (together.length > 0) expect(people(together)).toBeGreaterThanOrEqual(10)
      expect(people(withheld)).toBeLessThan(10)
      for (const name of [...together, ...withheld]) expect(people([name])).toBeLessThan(10)
    }),
    { seed: 20261122 },
  )
})
