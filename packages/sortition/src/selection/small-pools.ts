import fc from 'fast-check'
import type { Pool } from '../pool/pool.ts'

/** For tests: pools whose panels can all be listed, with quotas that bind, limits that overlap, and people fixed. */
export const smallPools: fc.Arbitrary<Pool> = fc
  .record({
    people: fc.integer({ min: 4, max: 9 }),
    seats: fc.integer({ min: 2, max: 4 }),
    sizes: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 4 }),
    answers: fc.array(fc.nat(1000), { minLength: 36, maxLength: 36 }),
    quotas: fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { minLength: 12, maxLength: 12 }),
    limits: fc.array(fc.tuple(fc.nat(511), fc.integer({ min: 1, max: 2 })), { maxLength: 3 }),
    fixed: fc.tuple(fc.nat(30), fc.nat(30)),
  })
  .map(({ people, seats, sizes, answers, quotas, limits, fixed: [selected, excluded] }) => ({
    seats,
    features: sizes.map((size, feature) => ({
      name: `f${feature}`,
      values: Array.from({ length: size }, (_, value) => {
        const [min, wide] = quotas[feature * 3 + value] ?? [0, 3]
        const low = Math.min(min, Math.floor(seats / size))
        return { name: `v${value}`, min: low, max: low + wide, minFlex: low, maxFlex: low + wide }
      }),
    })),
    people: Array.from({ length: people }, (_, place) => ({
      id: `p${place}`,
      answers: sizes.map((size, feature) => (answers[feature * 9 + place] ?? 0) % size),
    })),
    limits: limits
      .map(([mask, most], index) => ({
        name: `limit ${index}`,
        people: Array.from({ length: people }, (_, place) => place).filter((place) => (mask >> place) % 2 === 1),
        most,
      }))
      .filter(({ people: who }) => who.length > 0),
    selected: selected < people ? [selected] : [],
    excluded: excluded < people && excluded !== selected ? [excluded] : [],
  }))
