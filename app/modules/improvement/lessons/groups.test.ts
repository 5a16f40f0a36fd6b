import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PastDesign, proposeGroups, repetition, together } from './groups.ts'

const people = (count: number) => Array.from({ length: count }, (_, i) => `p${String(i).padStart(2, '0')}`)
const past = (count: number) =>
  fc.array(
    fc.record({
      people: fc.subarray(people(count), { minLength: 2, maxLength: 3 }),
      subject: fc.constantFrom('Rekenen', 'Taal', ''),
      on: fc.constantFrom('2026-09-01', '2026-10-01', '2026-11-01'),
    }),
    { maxLength: 12 },
  )

/** Every division in twos and at most one three, made another way: by taking places in all orders. */
function* divisions(left: readonly string[], trios: number): Generator<readonly (readonly string[])[]> {
  const [first, ...rest] = left
  if (first === undefined) {
    yield []
    return
  }
  for (const second of rest) {
    for (const more of divisions(without(left, [first, second]), trios)) yield [[first, second], ...more]
    if (trios === 0) continue
    for (const third of rest) {
      if (third <= second) continue
      for (const more of divisions(without(left, [first, second, third]), 0)) yield [[first, second, third], ...more]
    }
  }
}
const without = (left: readonly string[], gone: readonly string[]) => left.filter((person) => !gone.includes(person))

describe('proposeGroups', () => {
  it('lets nobody design twice before everybody did once, and leaves nobody out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 16 }), (count) => {
        const done: PastDesign[] = []
        for (let round = 1; round <= 4; round++) {
          for (const group of proposeGroups(people(count), done))
            done.push({ people: group.people, subject: '', on: '2026-11-01' })
          for (const person of people(count)) {
            expect(done.filter((design) => design.people.includes(person))).toHaveLength(round)
          }
        }
      }),
    )
  })

  it('asks those first who designed least, also where a team went its own way', () => {
    fc.assert(
      fc.property(past(7), (designs) => {
        const times = (person: string) => designs.filter((design) => design.people.includes(person)).length
        const proposed = proposeGroups(people(7), designs).flatMap((group) => group.people)
        expect(new Set(proposed).size).toBe(proposed.length)
        const left = people(7).filter((person) => !proposed.includes(person))
        const most = Math.max(...proposed.map(times))
        for (const person of left) expect(times(person)).toBeGreaterThanOrEqual(most)
        for (const { people: group } of proposeGroups(people(7), designs)) expect([2, 3]).toContain(group.length)
      }),
    )
  })

  it('brings together who worked together least: no division repeats less', () => {
    fc.assert(
      fc.property(past(8), (designs) => {
        const groups = proposeGroups(people(8), designs).map((group) => group.people)
        const turn = groups.flat().toSorted()
        // A single one whose turn it is was given a colleague: nothing to divide.
        if (turn.length <= 2) return
        const least = Math.min(...[...divisions(turn, turn.length % 2)].map((each) => repetition(each, designs)))
        expect(repetition(groups, designs)).toBe(least)
      }),
      { numRuns: 300 },
    )
  })

  it('lets everybody of ten work with nearly everybody in nine rounds', () => {
    const done: PastDesign[] = []
    for (let round = 0; round < 9; round++) {
      for (const group of proposeGroups(people(10), done))
        done.push({ people: group.people, subject: '', on: '2026-11-01' })
    }
    const met = people(10).map((a) => people(10).filter((b) => a !== b && together(done, a, b) > 0).length)
    process.stdout.write(`colleagues met in nine rounds of ten people: ${met.join(', ')}\n`)
    expect(Math.min(...met)).toBeGreaterThanOrEqual(7)
  })

  it('gives subjects their turn: the one that waited longest first', () => {
    const done = [
      { people: ['a', 'b'], subject: 'Rekenen', on: '2026-09-01' },
      { people: ['c', 'd'], subject: 'Taal', on: '2026-10-01' },
      { people: ['a', 'c'], subject: 'Rekenen', on: '2026-11-01' },
    ]
    expect(proposeGroups(['a', 'b', 'c', 'd'], done).map((group) => group.subject)).toEqual(['Taal'])
    expect(proposeGroups(['a', 'b'], []).map((group) => group.subject)).toEqual([null])
    expect(proposeGroups(['a', 'b', 'c', 'd'], done.slice(0, 1)).map((group) => group.subject)).toEqual([null])
  })

  it('proposes nothing to somebody alone', () => {
    expect(proposeGroups(['a'], [])).toEqual([])
    expect(proposeGroups([], [])).toEqual([])
  })
})
