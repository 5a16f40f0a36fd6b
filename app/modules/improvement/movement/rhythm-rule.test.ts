import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { areaKey, readArea } from './area.ts'
import { isInRhythm, percentOf, schoolsToGo, teamWeeks, towardsTipping } from './rhythm-rule.ts'

const weeks = (...held: readonly number[]) => Array.from({ length: 8 }, (_, week) => held.includes(week))

describe('which school works this way', () => {
  it('counts the weeks with a session of each team', () => {
    expect(teamWeeks([{ name: 'Bovenbouw', rhythm: { weeks: weeks(0, 3, 7) } }])).toEqual([
      { name: 'Bovenbouw', held: 3 },
    ])
  })

  test.each([
    [[], false],
    [[4], false],
    [[5], true],
    [[0, 8], true],
    [[4, 4, 4], false],
  ] as const)('teams with sessions in %j of eight weeks: %s', (held, expected) => {
    expect(isInRhythm(held.map((each) => ({ name: 'Team', held: each })))).toBe(expected)
  })
})

describe('a share', () => {
  test.each([
    [{ schools: 9, inRhythm: 9 }, null],
    [{ schools: 10, inRhythm: 2 }, 20],
    [{ schools: 7000, inRhythm: 1399 }, 19],
    [{ schools: 0, inRhythm: 0 }, null],
  ] as const)('%j is %s %%', (share, percent) => {
    expect(percentOf(share)).toBe(percent)
  })

  it('says how many schools are missing: with them the plank tips, with one less it does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(10_000), (schools, counted) => {
        const inRhythm = Math.min(counted, schools)
        const toGo = schoolsToGo({ schools, inRhythm })
        const reached = (more: number) => (inRhythm + more) * 5 >= schools
        expect(reached(toGo)).toBe(true)
        expect(toGo === 0 || !reached(toGo - 1)).toBe(true)
        expect(towardsTipping({ schools, inRhythm }) >= 1).toBe(toGo === 0)
      }),
    )
  })
})

describe('the address of an area', () => {
  test.each([
    { kind: 'province', name: 'Fryslân' },
    { kind: 'province', name: 'Noord-Holland' },
    { kind: 'municipality', code: '0014' },
    { kind: 'body', number: '41000' },
  ] as const)('is read back: %j', (area) => {
    expect(readArea(decodeURIComponent(areaKey(area)))).toEqual(area)
  })

  test.each(['', 'p-', 'm-14', 'm-00145', 'b-1234', 'x-0014', `p-${'a'.repeat(61)}`])('“%s” is of none', (text) => {
    expect(readArea(text)).toBeNull()
  })
})
