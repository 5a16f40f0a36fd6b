import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pool } from '../pool/pool.ts'
import { chancesOf } from './chances-of.ts'
import { panelType } from './panel-type.ts'
import { shapeOf } from './shape.ts'
import { spread } from './spread.ts'

const quota = (name: string) => ({ name, min: 0, max: 100, minFlex: 0, maxFlex: 100 })

/** Two values; households of one of each, `homes` of them, of which one person each may come; and people by themselves. */
function poolOf(homes: number, alone: number, seats: number): Pool {
  const people = Array.from({ length: 2 * homes + 2 * alone }, (_, place) => ({
    id: `p${place}`,
    answers: [place % 2],
  }))
  return {
    seats,
    features: [{ name: 'f', values: [quota('a'), quota('b')] }],
    people,
    limits: Array.from({ length: homes }, (_, home) => ({
      name: `home ${home}`,
      people: [2 * home, 2 * home + 1],
      most: 1,
    })),
    selected: [],
    excluded: [],
  }
}

test('All of a profile get the same, no home gets two seats, and panels stay whole', () => {
  const lotteries = fc.array(
    fc.record({ counts: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }), share: fc.integer({ min: 1, max: 9 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 3, max: 5 }), lotteries, (homes, alone, drawn) => {
      const pool = poolOf(homes, alone, 3)
      const shape = shapeOf(pool)
      if (shape === null) throw new Error('a pool with panels')
      const row = shape.rows.findIndex(({ rule }) => rule.kind === 'limits')
      const kept = drawn.filter(({ counts }) => {
        const tied = shape.profiles.reduce((sum, { rows }, at) => sum + (rows.includes(row) ? (counts[at] ?? 0) : 0), 0)
        return tied <= homes && shape.profiles.every(({ people }, at) => people.length >= (counts[at] ?? 0))
      })
      if (kept.length === 0) return
      const total = kept.reduce((sum, { share }) => sum + share, 0)
      const types = kept.map(({ counts }) => panelType(counts.slice(0, shape.profiles.length)))
      const shares = kept.map(({ share }) => share / total)
      const panels = spread(shape, types, shares, [])
      for (const { members } of panels)
        for (const limit of pool.limits)
          expect(limit.people.filter((place) => members.includes(place)).length).toBeLessThanOrEqual(1)
      expect(panels.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
      const chances = chancesOf(pool, panels)
      shape.profiles.forEach(({ people }, at) => {
        const seats = types.reduce((sum, { at: of, take }, index) => {
          const place = of.indexOf(at)
          return sum + (shares[index] ?? 0) * (place === -1 ? 0 : (take[place] ?? 0))
        }, 0)
        for (const place of people) expect(chances[place]).toBeCloseTo(seats / people.length, 7)
      })
    }),
    { numRuns: 200 },
  )
})
