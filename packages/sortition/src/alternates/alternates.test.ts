import { loadSolver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pool } from '../pool/pool.ts'
import { chooseAlternates } from './choose-alternates.ts'
import { replaceDropouts } from './replace.ts'

const solver = await loadSolver()

function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** People with two features; a panel of four that keeps its quotas, pairs who live together, four of one school. */
function townOf(seed: number, people = 12) {
  const random = numbersFrom(seed)
  for (let i = 0; i < 5; i++) random()
  const answers = Array.from({ length: people }, () => [random() < 0.5 ? 0 : 1, Math.floor(random() * 3)])
  const panel = [0, 2, 4, 6]
  const quota = (feature: number, value: number) => {
    const count = panel.filter((place) => answers[place]?.[feature] === value).length
    return { name: `v${value}`, min: Math.max(0, count - 1), max: count, minFlex: 0, maxFlex: 4 }
  }
  const pool: Pool = {
    seats: 4,
    features: [2, 3].map((values, feature) => ({
      name: `f${feature}`,
      values: Array.from({ length: values }, (_, value) => quota(feature, value)),
    })),
    people: answers.map((each, place) => ({ id: `p${place}`, answers: each })),
    limits: [
      ...[2, 8, 10].map((first) => ({ name: `home ${first}`, people: [first, first + 1], most: 1 })),
      { name: 'school', people: [5, 7, 9, 11], most: 1 },
    ],
    selected: [],
    excluded: [1],
  }
  return { pool, panel, random }
}

/** The loss by its definition, without the cells of the code. */
function lossOf(pool: Pool, members: readonly number[]): number {
  const quotas = pool.features.flatMap(({ values }, feature) =>
    values.map(({ min, max }, value) => {
      const count = members.filter((place) => pool.people[place]?.answers[feature] === value).length
      return Math.max(0, min - count) + Math.max(0, count - max)
    }),
  )
  return quotas.reduce((sum, each) => sum + each, 0) + pool.seats - members.length
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  const [first, ...rest] = all
  if (first === undefined) return [[]]
  const without = subsets(rest)
  return [...without, ...without.map((each) => [first, ...each])]
}

function keepsLimits(pool: Pool, members: readonly number[]): boolean {
  return pool.limits.every(({ people, most }) => people.filter((person) => members.includes(person)).length <= most)
}

describe('replacing who dropped out', () => {
  it('is as good as the best of all choices, keeps limits, and says what stays short', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.subarray([0, 2, 4, 6]),
        fc.subarray([1, 3, 5, 7, 8, 9, 10, 11]),
        (seed, gone, alternates) => {
          const { pool, panel, random } = townOf(seed)
          const found = replaceDropouts(solver, pool, { panel, droppedOut: gone, alternates, random })
          const stays = panel.filter((place) => !gone.includes(place))
          const choices = subsets(alternates.filter((place) => place !== 1))
            .map((chosen) => [...stays, ...chosen])
            .filter((members) => members.length <= pool.seats && keepsLimits(pool, members))
          expect(found.loss).toBe(Math.min(...choices.map((members) => lossOf(pool, members))))
          expect(lossOf(pool, found.panel)).toBe(found.loss)
          expect(keepsLimits(pool, found.panel)).toBe(true)
          expect(found.panel).toEqual([...stays, ...found.chosen].toSorted((a, b) => a - b))
          expect(found.chosen.every((place) => alternates.includes(place) && place !== 1)).toBe(true)
          expect(found.proven).toBe(true)
          const off = found.short.reduce((sum, { count, min, max }) => sum + Math.max(min - count, count - max), 0)
          expect(off + found.emptySeats).toBe(found.loss)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('lets chance decide between people who are as useful, and gives each as much of it', () => {
    const { pool } = townOf(1)
    const alike: Pool = {
      ...pool,
      limits: [],
      people: pool.people.map(({ id }) => ({ id, answers: [0, 0] })),
      features: [
        { name: 'f', values: [{ name: 'v', min: 4, max: 4, minFlex: 4, maxFlex: 4 }] },
        { name: 'g', values: [{ name: 'w', min: 0, max: 4, minFlex: 0, maxFlex: 4 }] },
      ],
    }
    const random = numbersFrom(9)
    const drawn = Array.from({ length: 300 }, () => {
      const options = { panel: [0, 2, 4, 6], droppedOut: [4], alternates: [3, 5, 7], random }
      return replaceDropouts(solver, alike, options).chosen.join()
    })
    // 100 each expected; 4.5 standard deviations are 37.
    for (const person of ['3', '5', '7'])
      expect(Math.abs(drawn.filter((chosen) => chosen === person).length - 100)).toBeLessThan(37)
  })
})

describe('choosing alternates', () => {
  it('is as good as the best of all lists, for the scenarios it was made for', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { pool, panel } = townOf(seed)
        const dropout = pool.people.map((_, place) => (place % 3 === 0 ? 0.4 : 0.15))
        const options = { panel, count: 2, dropout, scenarios: 25, heldOut: 50, seconds: 5 }
        const found = chooseAlternates(solver, pool, { ...options, random: numbersFrom(seed) })
        // The same numbers draw the same scenarios.
        const random = numbersFrom(seed)
        const scenarios = Array.from({ length: 25 }, () =>
          pool.people.map((_, place) => random() >= (dropout[place] ?? 0)),
        )
        const candidates = [5, 7, 8, 9, 10, 11]
        const meanOf = (alternates: readonly number[]) => {
          const losses = scenarios.map((comes) => {
            const stays = panel.filter((place) => comes[place])
            const choices = subsets(alternates.filter((place) => comes[place])).map((chosen) => [...stays, ...chosen])
            return Math.min(...choices.filter((each) => each.length <= 4).map((members) => lossOf(pool, members)))
          })
          return losses.reduce((sum, each) => sum + each, 0) / 25
        }
        const lists = subsets(candidates).filter((list) => list.length <= 2 && keepsLimits(pool, [...panel, ...list]))
        const best = Math.min(...lists.map(meanOf))
        expect(meanOf(found.alternates)).toBeCloseTo(best, 9)
        expect(found.sample.loss).toBeCloseTo(best, 9)
        expect(found.sample.bound).toBeLessThanOrEqual(best + 1e-6)
        expect(keepsLimits(pool, [...panel, ...found.alternates])).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  it('helps more on drop-outs it has not seen than drawing blindly or copying the panel, and is always the same', () => {
    const { pool, panel } = townOf(5, 40)
    const dropout = pool.people.map(() => 0.2)
    const choose = () => {
      const options = { panel, count: 3, dropout, scenarios: 60, heldOut: 400, seconds: 0 }
      return chooseAlternates(solver, pool, { ...options, random: numbersFrom(2) })
    }
    const found = choose()
    expect(found.heldOut.chosen).toBeLessThan(found.heldOut.random)
    expect(found.heldOut.chosen).toBeLessThanOrEqual(found.heldOut.copy)
    expect(found.heldOut.random).toBeLessThan(found.heldOut.none)
    expect(choose()).toEqual(found)
  })

  it('takes no more than there are', () => {
    const { pool, panel } = townOf(3)
    const options = { panel, count: 30, dropout: pool.people.map(() => 0.2), scenarios: 5, heldOut: 5, seconds: 1 }
    const found = chooseAlternates(solver, pool, { ...options, random: numbersFrom(2) })
    // One at home 8, one at home 10, and one of the school, who may be one of those.
    expect([2, 3]).toContain(found.alternates.length)
    expect(keepsLimits(pool, [...panel, ...found.alternates])).toBe(true)
  })
})
