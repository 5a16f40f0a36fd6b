import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pool } from '../pool/pool.ts'
import { canonicalText } from './canonical-text.ts'
import { leastChange } from './least-change.ts'
import { lotteryOf } from './lottery.ts'
import { personalKeys, pseudonymOf } from './pseudonyms.ts'
import { panelsWith, readLottery } from './read-lottery.ts'
import { roundPanels } from './round-panels.ts'

/** Numbers on [0, 1) from a seed. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** People with two features, households of two, and panels of `seats` drawn with a preference for the first people; half of
 * each has the first value of the first feature, and about a third each value of the second. Of five people two have the
 * first value, so that whoever is drawn first, there are always others to make the panel whole. */
function market(seed: number, people = 60, seats = 12, panels = 80) {
  const random = numbersFrom(seed)
  const answers = Array.from({ length: people }, (_, place) => [place % 5 < 2 ? 0 : 1, Math.floor(random() * 3)])
  const draw = (): readonly number[] => {
    const places = Array.from({ length: people }, (_, place) => place)
    const members: number[] = []
    while (members.length < seats) {
      const [place = 0] = places.splice(Math.floor(random() ** 1.5 * places.length), 1)
      const half = members.filter((other) => answers[other]?.[0] === answers[place]?.[0]).length
      if (half < seats / 2 && !members.some((other) => other >> 1 === place >> 1)) members.push(place)
    }
    const thirds = [0, 1, 2].map((value) => members.filter((place) => answers[place]?.[1] === value).length)
    return Math.max(...thirds) - Math.min(...thirds) > 2 ? draw() : members.sort((a, b) => a - b)
  }
  const drawn = Array.from({ length: panels }, () => ({ members: draw(), probability: 0.05 + random() }))
  const total = drawn.reduce((sum, { probability }) => sum + probability, 0)
  const counts = (feature: number, value: number) =>
    drawn.map(({ members }) => members.filter((place) => answers[place]?.[feature] === value).length)
  const pool: Pool = {
    seats,
    features: [2, 3].map((values, feature) => ({
      name: `f${feature}`,
      values: Array.from({ length: values }, (_, value) => {
        const [min, max] = [Math.min(...counts(feature, value)), Math.max(...counts(feature, value))]
        return { name: `v${value}`, min, max, minFlex: min, maxFlex: max }
      }),
    })),
    people: answers.map((each, place) => ({ id: `p${place}`, answers: each })),
    limits: Array.from({ length: people / 2 }, (_, home) => ({
      name: `home ${home}`,
      people: [2 * home, 2 * home + 1],
      most: 1,
    })),
    selected: [],
    excluded: [],
  }
  const weighed = drawn.map(({ members, probability }) => ({ members, probability: probability / total }))
  const named = weighed.map(({ members, probability }) => ({
    members: members.map((place) => `p${place}`),
    probability,
  }))
  return { pool, weighed, distribution: { seats, panels: named } }
}

describe('rounding to a lottery', () => {
  it('gives out all panels, each near its share, and knows how far it is from what is possible', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 20, max: 400 }), (seed, size) => {
        const { weighed } = market(seed, 30, 6, 25)
        const found = roundPanels(weighed, 30, { size, random: numbersFrom(seed), exchanges: 60, starts: 2 })
        expect(found.counts.reduce((a, b) => a + b, 0)).toBe(size)
        expect(Math.min(...found.counts)).toBeGreaterThanOrEqual(0)
        const change = Array.from({ length: 30 }, (_, place) => {
          const on = weighed.map(({ members }) => (members.includes(place) ? 1 : 0))
          return on.reduce<number>((sum, is, at) => {
            return sum + is * ((found.counts[at] ?? 0) / size - (weighed[at]?.probability ?? 0))
          }, 0)
        })
        expect(Math.max(...change.map(Math.abs))).toBeCloseTo(found.largestChange, 9)
        expect(found.bound).toBeLessThanOrEqual(found.largestChange + 1e-9)
      }),
      { numRuns: 40 },
    )
  })

  it('leaves alone what needs no rounding', () => {
    const panels = [
      { members: [0, 1], probability: 0.25 },
      { members: [1, 2], probability: 0.75 },
    ]
    const found = roundPanels(panels, 3, { size: 1000, random: numbersFrom(1) })
    expect([...found.counts]).toEqual([250, 750])
    expect(found.largestChange).toBeCloseTo(0, 12)
  })

  it('bounds the change as trying all whole numbers does', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 4 }), (twelfths, rest) => {
        // Targets whose sum is whole.
        const sum = twelfths.reduce((a, b) => a + b, 0)
        const targets = Float64Array.from([...twelfths, 12 * (Math.ceil(sum / 12) + rest) - sum], (each) => each / 12)
        const whole = Math.round(targets.reduce((a, b) => a + b, 0))
        let best = Number.POSITIVE_INFINITY
        const choose = (at: number, left: number, worst: number) => {
          const target = targets[at]
          if (target === undefined) {
            if (left === 0) best = Math.min(best, worst)
            return
          }
          for (let count = Math.max(0, Math.floor(target) - 1); count <= Math.ceil(target) + 1; count++)
            choose(at + 1, left - count, Math.max(worst, Math.abs(count - target)))
        }
        choose(0, whole, 0)
        expect(leastChange(targets)).toBeCloseTo(best, 6)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a lottery', () => {
  it('keeps quotas and limits where it makes new panels, and stays within one panel of everyone’s chance', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { pool, distribution, weighed } = market(seed)
        const { lottery, chances } = lotteryOf(distribution, {
          size: 200,
          draw: 'text',
          random: numbersFrom(seed),
          pool,
        })
        const places = new Map(pool.people.map(({ id }, place) => [id, place]))
        for (const panel of lottery.panels) {
          expect(new Set(panel).size).toBe(pool.seats)
          const members = panel.map((id) => places.get(id) ?? -1)
          pool.features.forEach(({ values }, feature) => {
            values.forEach(({ min, max }, value) => {
              const count = members.filter((place) => pool.people[place]?.answers[feature] === value).length
              expect(count).toBeGreaterThanOrEqual(min)
              expect(count).toBeLessThanOrEqual(max)
            })
          })
          for (const { people, most } of pool.limits)
            expect(people.filter((place) => members.includes(place)).length).toBeLessThanOrEqual(most)
        }
        const changes = pool.people.map(({ id }, place) => {
          const before = weighed.reduce((sum, { members, probability }) => {
            return sum + (members.includes(place) ? probability : 0)
          }, 0)
          return Math.abs(panelsWith(lottery, id) / 200 - before)
        })
        expect(Math.max(...changes)).toBeCloseTo(chances.largestChange, 9)
        expect(chances.largestChange).toBeLessThanOrEqual(1 / 200 + 1e-9)
        expect(chances.largestChange).toBeGreaterThanOrEqual(chances.bound - 1e-9)
      }),
      { numRuns: 8 },
    )
  })

  it('is the same for the same numbers, and its hash is that of its text', () => {
    const { distribution, pool } = market(3)
    const options = { size: 100, draw: 'digits', pool } as const
    const one = lotteryOf(distribution, { ...options, random: numbersFrom(5) }).lottery
    expect(lotteryOf(distribution, { ...options, random: numbersFrom(5) }).lottery).toEqual(one)
    expect(one.hash).toBe(createHash('sha256').update(canonicalText(one)).digest('hex'))
    const lines = canonicalText(one).split('\n')
    expect(lines[0]).toBe(
      '{"form":"kantelpunt-panel-lottery/1","draw":"digits","seats":12,"pseudonyms":false,"panels":100}',
    )
    expect(lines).toHaveLength(102)
    expect(lines[100]).toMatch(/^\[100,"p\d+",/)
  })

  it('hides who signed up, and lets everyone find oneself with a key', () => {
    const { distribution, pool } = market(4)
    const ids = pool.people.map(({ id }) => id)
    const keys = personalKeys(ids, new Uint8Array(16).fill(7))
    const pseudonyms = new Map(keys.map(({ id, pseudonym }) => [id, pseudonym]))
    const options = { size: 100, draw: 'text', pool, random: numbersFrom(5) } as const
    const { lottery } = lotteryOf(distribution, { ...options, pseudonyms })
    const open = lotteryOf(distribution, { ...options, random: numbersFrom(5) }).lottery
    expect(canonicalText(lottery)).not.toMatch(/p\d/)
    for (const { id, key, pseudonym } of keys) {
      expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
      expect(pseudonymOf(id, `${key.slice(0, 4).toLowerCase()}-${key.slice(4)} `)).toBe(pseudonym)
      expect(pseudonymOf(id, keys.find((other) => other.id !== id)?.key ?? '')).not.toBe(pseudonym)
      expect(panelsWith(lottery, pseudonym)).toBe(panelsWith(open, id))
    }
    expect(() => personalKeys(ids, new Uint8Array(8))).toThrow('16 bytes')
  })

  it('is refused where it was changed or cut off', () => {
    const { pool, distribution } = market(3)
    const { lottery } = lotteryOf(distribution, { size: 100, draw: 'text', pool, random: numbersFrom(5) })
    const text = JSON.stringify(lottery)
    expect(readLottery(text)).toEqual({ ok: true, lottery })
    expect(readLottery(text.slice(0, 5000))).toEqual({ ok: false, reason: 'not-json' })
    expect(readLottery('{"panels":[]}')).toEqual({ ok: false, reason: 'no-lottery' })
    const [first = [], ...others] = lottery.panels
    const stranger = first.includes('p59') ? 'p58' : 'p59'
    const refusals = [
      { ...lottery, panels: [[stranger, ...first.slice(1)], ...others] },
      { ...lottery, panels: [first.slice(1), ...others] },
      { ...lottery, panels: [[first[1], ...first.slice(1)], ...others] },
      { ...lottery, panels: others },
      { ...lottery, pseudonyms: true },
      { ...lottery, draw: 'digits' },
    ].map((changed) => {
      const read = readLottery(JSON.stringify(changed))
      return read.ok ? 'none' : read.reason
    })
    expect(refusals).toEqual(['other-hash', 'wrong-panel', 'member-twice', 'other-hash', 'other-hash', 'other-hash'])
  })
})
