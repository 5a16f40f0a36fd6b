import fc from 'fast-check'
import { defaultRules } from './default-rules.ts'
import type { MarketInput, MarketSchool, MarketTeacher } from './market.ts'

/** For tests: small markets in which all that can be in the way is now and then. */

/** Mostly the first. */
const mostly = <Item>(usual: Item, ...others: readonly Item[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })

export function randomMarket(most: number): fc.Arbitrary<MarketInput> {
  const levels = (limit: number) =>
    fc.dictionary(fc.constantFrom('taal', 'rekenen', 'burgerschap'), fc.nat(limit), {
      minKeys: 1,
      maxKeys: 3,
      size: 'max',
    })
  const system = fc.constantFrom('rd' as const, 'wgs84' as const)
  return fc
    .tuple(system, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: most }))
    .chain(([places, schoolCount, teacherCount]) => {
      const place =
        places === 'rd'
          ? fc.record({ x: fc.integer({ min: 100_000, max: 140_000 }), y: fc.integer({ min: 400_000, max: 430_000 }) })
          : fc.record({
              x: fc.double({ min: 4.9, max: 5.4, noNaN: true }),
              y: fc.double({ min: 51.9, max: 52.2, noNaN: true }),
            })
      const schoolIds = Array.from({ length: schoolCount }, (_, k) => `s${k}`)
      const teacherIds = Array.from({ length: teacherCount }, (_, k) => `t${k}`)
      const vetoes = fc.oneof(
        { weight: 15, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.constantFrom(...schoolIds, ...teacherIds).map((id) => [id]) },
      )
      const schoolOf = (id: string): fc.Arbitrary<MarketSchool> =>
        fc.record({
          id: fc.constant(id),
          sector: mostly('vo', 'po'),
          place,
          expertise: levels(defaultRules.levels.expertise),
          goals: levels(defaultRules.levels.goal),
          vetoes,
        })
      const teacherOf = (id: string): fc.Arbitrary<MarketTeacher> =>
        fc
          .record({
            id: fc.constant(id),
            school: fc.constantFrom(...schoolIds),
            leader: mostly('l', ''),
            buddy: mostly('b', ''),
            subject: mostly('nederlands', 'wiskunde'),
            otherSubjects: mostly<readonly string[]>(['wiskunde'], [], ['nederlands']),
            requires: mostly('', 'eerstegraads'),
            qualifications: mostly<readonly string[]>(['eerstegraads'], []),
            otherSectors: mostly<readonly string[]>([], ['po']),
            partTime: fc.constantFrom(0.6, 0.8, 1),
            tolerance: mostly(0.4, 0, 0.2),
            radius: mostly(50, 0, 12, 25, 35.5),
            periods: mostly(['h1', 'h2'], ['h1'], ['h2']),
            year: mostly('2026-2027', '2026-2027', '2027-2028'),
            vetoes,
            buddyVetoes: vetoes,
            own: fc.option(place, { nil: undefined }),
          })
          .map(({ own, ...teacher }) => (own === undefined ? teacher : { ...teacher, place: own }))
      return fc
        .tuple(fc.tuple(...schoolIds.map(schoolOf)), fc.tuple(...teacherIds.map(teacherOf)))
        .map(([schools, teachers]) => ({ system: places, schools, teachers }))
    })
}

/** Two schools 10 km apart whose expertise fits the other's goals, each with a teacher whom nothing stands in the way. */
export function twoTeachers(): MarketInput & { readonly teachers: readonly [MarketTeacher, MarketTeacher] } {
  const teacher = (id: string, school: string): MarketTeacher => ({
    id,
    school,
    leader: 'ja',
    buddy: 'ja',
    subject: 'wiskunde',
    otherSubjects: [],
    requires: 'tweedegraads',
    qualifications: ['tweedegraads'],
    otherSectors: [],
    partTime: 0.8,
    tolerance: 0.1,
    radius: 20,
    periods: ['h1'],
    year: '2026-2027',
    vetoes: [],
    buddyVetoes: [],
  })
  const school = (id: string, x: number, knows: string, seeks: string): MarketSchool => ({
    id,
    sector: 'vo',
    place: { x, y: 450_000 },
    expertise: { [knows]: 5 },
    goals: { [seeks]: 2 },
    vetoes: [],
  })
  return {
    system: 'rd',
    schools: [school('noord', 120_000, 'taal', 'rekenen'), school('zuid', 130_000, 'rekenen', 'taal')],
    teachers: [teacher('anna', 'noord'), teacher('bas', 'zuid')],
  }
}
