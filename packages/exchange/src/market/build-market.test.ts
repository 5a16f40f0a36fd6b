import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildMarket } from './build-market.ts'
import { checkMarket } from './check-market.ts'
import { defaultRules } from './default-rules.ts'
import type { MarketInput, MarketSchool, MarketTeacher } from './market.ts'
import { randomMarket, twoTeachers } from './testing.ts'

/** Great circles by the straight line through the earth: another formula than that of the market. */
function distanceBetween(
  system: MarketInput['system'],
  one: { x: number; y: number },
  other: { x: number; y: number },
) {
  if (system === 'rd') return Math.sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2) / 1000
  const [a, b] = [one, other].map(({ x, y }) => {
    const [east, north] = [(x * Math.PI) / 180, (y * Math.PI) / 180]
    return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)] as const
  })
  const chord = Math.hypot(...[0, 1, 2].map((k) => (a?.[k] ?? 0) - (b?.[k] ?? 0)))
  return 2 * 6371.0088 * Math.asin(chord / 2)
}

/** The weight by the words of README.md, or that there is none. */
function weightByHand(input: MarketInput, one: MarketTeacher, other: MarketTeacher): number | undefined {
  const schoolOf = (id: string): MarketSchool => {
    const school = input.schools.find((each) => each.id === id)
    if (school === undefined) throw new Error('no school')
    return school
  }
  const [own, host] = [schoolOf(one.school), schoolOf(other.school)]
  const km = distanceBetween(input.system, one.place ?? own.place, host.place)
  const covered = (points: number, knows: MarketSchool, asks: MarketSchool) => {
    const themes = Object.keys(asks.goals)
    const most = themes.reduce((all, theme) => all + 5 * (asks.goals[theme] ?? 0), 0)
    const found = themes.reduce((all, theme) => all + (asks.goals[theme] ?? 0) * (knows.expertise[theme] ?? 0), 0)
    return most === 0 ? 0 : Math.floor((points * found) / most)
  }
  const fit = covered(50, own, host) + covered(50, host, own)
  const refused = [...one.vetoes, ...one.buddyVetoes, ...own.vetoes].some((id) => id === other.id || id === host.id)
  const refuses = [...other.vetoes, ...other.buddyVetoes, ...host.vetoes].some((id) => id === one.id || id === own.id)
  const fits =
    [one, other].every(({ leader, buddy }) => leader !== '' && buddy !== '') &&
    (one.subject === other.subject || one.otherSubjects.includes(other.subject)) &&
    (own.sector === host.sector || one.otherSectors.includes(host.sector)) &&
    one.year === other.year &&
    km <= one.radius &&
    one.periods.some((period) => other.periods.includes(period)) &&
    Math.abs(one.partTime - other.partTime) < one.tolerance + 1e-6 &&
    (other.requires === '' || one.qualifications.includes(other.requires)) &&
    own.id !== host.id &&
    !refused &&
    !refuses &&
    fit >= 1
  return fits ? fit + Math.floor(20 * Math.max(0, 1 - km / 60) + 1e-9) : undefined
}

describe('buildMarket', () => {
  it('finds what trying all pairs one by one finds, and counts every pair once', () => {
    let fitting = 0
    fc.assert(
      fc.property(randomMarket(14), (input) => {
        const { graph, counts } = buildMarket(input, defaultRules)
        const found = Array.from(graph.from, (u, k) => `${u} ${graph.to[k]} ${graph.weight[k]}`)
        const expected = input.teachers.flatMap((one, u) =>
          input.teachers.flatMap((other, v) => {
            const weight = u === v ? undefined : weightByHand(input, one, other)
            return weight === undefined ? [] : [`${u} ${v} ${weight}`]
          }),
        )
        expect(found.toSorted()).toEqual(expected.toSorted())
        const out = Object.values(counts.fellOut).reduce((sum, each) => sum + each, 0)
        expect(out + counts.fit).toBe(counts.pairs)
        expect(Math.min(...Object.values(counts.fellOut))).toBeGreaterThanOrEqual(0)
        expect(counts.considered).toBeLessThanOrEqual(counts.pairs)
        fitting += found.length
      }),
      { numRuns: 400, seed: 3 },
    )
    expect(fitting).toBeGreaterThan(1000)
  })

  it('adds points up: both fits and the distance', () => {
    const { graph, counts } = buildMarket(twoTeachers(), defaultRules)
    // 50 for what is brought, 50 for what is learnt, and 20 × (1 − 10 / 60) rounded down.
    expect([...graph.weight]).toEqual([116, 116])
    expect(counts).toMatchObject({ teachers: 2, trios: 2, pairs: 2, considered: 2, fit: 2 })
  })

  it.each<[string, Partial<MarketTeacher>, Partial<MarketSchool>?]>([
    ['subject', { subject: 'latijn', otherSubjects: ['wiskunde'] }],
    ['sector', {}, { sector: 'po' }],
    ['year', { year: '2027-2028' }],
    ['distance', { radius: 9.9 }],
    ['period', { periods: ['h2'] }],
    ['part-time', { partTime: 1 }],
    ['qualification', { qualifications: [] }],
    ['same-school', { school: 'zuid' }],
    ['veto-teacher', { vetoes: ['bas'] }],
    ['veto-buddy', { buddyVetoes: ['zuid'] }],
    ['veto-school', {}, { vetoes: ['zuid'] }],
    ['no-fit', {}, { expertise: {}, goals: {} }],
  ])('says of a pair that it fell out by %s', (obstacle, teacher, school = {}) => {
    const { teachers, schools, ...rest } = twoTeachers()
    const changed = {
      ...rest,
      teachers: [{ ...teachers[0], ...teacher }, teachers[1]],
      schools: schools.map((each) => (each.id === 'noord' ? { ...each, ...school } : each)),
    }
    const { fellOut, fit } = buildMarket(changed, defaultRules).counts
    expect(Object.entries(fellOut).filter(([, pairs]) => pairs > 0)).toEqual([[obstacle, 2 - fit]])
  })

  it('stops where more fit than can be solved', () => {
    const { teachers, ...rest } = twoTeachers()
    const [anna, bas] = teachers
    const many = Array.from({ length: 40 }, (_, k) => ({ ...(k % 2 ? anna : bas), id: `t${k}` }))
    const { counts } = buildMarket({ ...rest, teachers: many }, defaultRules, 100)
    expect(counts.fit).toBeGreaterThan(100)
    expect(counts.fit).toBeLessThan(200)
    expect(buildMarket({ ...rest, teachers: many }, defaultRules).counts.fit).toBe(800)
  })

  it('keeps out a trio that is not complete', () => {
    const { teachers, ...rest } = twoTeachers()
    const { counts } = buildMarket({ ...rest, teachers: [{ ...teachers[0], buddy: '' }, teachers[1]] }, defaultRules)
    expect(counts).toMatchObject({ teachers: 2, trios: 1, pairs: 0, fit: 0 })
  })
})

it('finds everything that is wrong in a market', () => {
  expect(checkMarket(twoTeachers(), defaultRules)).toEqual([])
  const { teachers, schools, system } = twoTeachers()
  const [anna, bas] = teachers
  const wrong = {
    system,
    teachers: [
      { ...anna, subject: '', radius: -1, vetoes: ['niemand'] },
      { ...bas, id: 'anna', school: 'oost', partTime: 12 },
    ],
    schools: schools.map((school) => ({ ...school, place: { x: 450_000, y: 120_000 }, goals: { taal: 4 } })),
  }
  const found = checkMarket(wrong, defaultRules).map(({ row, field, reason }) => `${row} ${field} ${reason}`)
  expect(found).toEqual([
    '0 subject blank',
    '0 radius out-of-range',
    '0 vetoes unknown-veto',
    '1 id id-twice',
    '1 school unknown-school',
    '1 partTime out-of-range',
    '0 goals no-level',
    '0 place out-of-range',
    '0 place out-of-range',
    '1 goals no-level',
    '1 place out-of-range',
    '1 place out-of-range',
  ])
})
