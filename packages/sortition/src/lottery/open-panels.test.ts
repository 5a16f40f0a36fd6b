import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Pool } from '../pool/pool.ts'
import { openPanels } from './open-panels.ts'
import { doubleSwap } from './ways.ts'

/** Ten people with two features and one limit of two people; a panel of four and one of its own. */
const someone = fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 2 }))
const towns = fc.array(someone, { minLength: 10, maxLength: 10 }).map((answers): Pool => {
  const quota = (feature: number, value: number) => {
    const count = [0, 1, 2, 3].filter((place) => answers[place]?.[feature] === value).length
    // Exact for the first feature, with a little room above for the second.
    return { name: `v${value}`, min: count, max: count + feature, minFlex: count, maxFlex: count + feature }
  }
  return {
    seats: 4,
    features: [2, 3].map((values, feature) => ({
      name: `f${feature}`,
      values: Array.from({ length: values }, (_, value) => quota(feature, value)),
    })),
    people: answers.map((each, place) => ({ id: `p${place}`, answers: each })),
    limits: [{ name: 'home', people: [3, 4, 5], most: 1 }],
    selected: [0],
    excluded: [9],
  }
})

function keepsAll(pool: Pool, members: readonly number[]): boolean {
  const quotas = pool.features.every(({ values }, feature) =>
    values.every(({ min, max }, value) => {
      const count = members.filter((place) => pool.people[place]?.answers[feature] === value).length
      return count >= min && count <= max
    }),
  )
  const limits = pool.limits.every(({ people, most }) => people.filter((one) => members.includes(one)).length <= most)
  return quotas && limits && members.includes(0) && !members.includes(9)
}

it('allows one swap or two exactly where the panel then keeps every rule, and finds two where there are', () => {
  const places = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(towns, places, places, places, places, (pool, out, into, other, taker) => {
      const panel = [0, 1, 2, 3]
      const state = openPanels(pool, [[...panel]])
      const isSwap = (goes: number, comes: number) => panel.includes(goes) && !panel.includes(comes)
      const after = (goes: readonly number[], comes: readonly number[]) => [
        ...panel.filter((place) => !goes.includes(place)),
        ...comes,
      ]
      const one = isSwap(out, into) && out !== 0 && keepsAll(pool, after([out], [into]))
      expect(state.allowsOne(0, out, into)).toBe(one)
      expect(state.allows(0, [out], [into])).toBe(one)
      if (out !== other && into !== taker) {
        const both = isSwap(out, into) && isSwap(other, taker) && out !== 0 && other !== 0
        const sound = both && keepsAll(pool, after([out, other], [into, taker]))
        expect(state.allows(0, [out, other], [into, taker])).toBe(sound)
        if (sound) {
          const found = doubleSwap(
            state,
            { out: [out], into: [into] },
            () => true,
            () => true,
            { pairs: 1000 },
          )
          expect(found).toBeDefined()
          const goes = found?.map((swap) => swap.out) ?? []
          const comes = found?.map((swap) => swap.into) ?? []
          expect(keepsAll(pool, after(goes, comes))).toBe(true)
          for (const swap of found ?? []) state.swap(swap.panel, swap.out, swap.into)
          expect(state.members[0]?.toSorted()).toEqual(after(goes, comes).toSorted())
        }
      }
    }),
    { numRuns: 3000 },
  )
})
