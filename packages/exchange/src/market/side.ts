import { kilometres } from './distance.ts'
import type { MarketInput, MarketRules, MarketSchool, MarketTeacher, Obstacle, Place, WeightParts } from './market.ts'

/** A teacher with the school, made ready for comparing. */
export interface Side {
  readonly teacher: MarketTeacher
  readonly school: MarketSchool
  readonly place: Place
  readonly subjects: ReadonlySet<string>
  readonly sectors: ReadonlySet<string>
  readonly qualifications: ReadonlySet<string>
}

/** Compares the teachers of one market. */
export interface Comparer {
  /** Throws where the school is unknown: `checkMarket` finds that first. */
  sideOf(teacher: MarketTeacher): Side
  /** From where the teacher travels to the school of the other. */
  distance(from: Side, to: Side): number
  /** Why `from` could not come into the place of `to`; undefined where it fits. The trios are taken to be complete. */
  obstacle(from: Side, to: Side): Obstacle | undefined
  parts(from: Side, to: Side): WeightParts
}

export function comparerOf({ system, schools }: Pick<MarketInput, 'system' | 'schools'>, rules: MarketRules): Comparer {
  const schoolOf = new Map(schools.map((school) => [school.id, school]))
  const fit = fitsBetween(schools, rules)
  const distance = (from: Side, to: Side) => kilometres(system, from.place, to.school.place)
  const fitOf = (from: Side, to: Side) => ({
    brings: fit(rules.brings, from.school, to.school),
    learns: fit(rules.learns, to.school, from.school),
  })
  return {
    sideOf(teacher) {
      const school = schoolOf.get(teacher.school)
      if (school === undefined) throw new Error(`There is no school ${teacher.school}`)
      return {
        teacher,
        school,
        place: teacher.place ?? school.place,
        subjects: new Set([teacher.subject, ...teacher.otherSubjects]),
        sectors: new Set([school.sector, ...teacher.otherSectors]),
        qualifications: new Set(teacher.qualifications),
      }
    },
    distance,
    obstacle(from, to) {
      const { teacher: one } = from
      const { teacher: other } = to
      if (!from.subjects.has(other.subject)) return 'subject'
      if (!from.sectors.has(to.school.sector)) return 'sector'
      if (one.year !== other.year) return 'year'
      if (distance(from, to) > one.radius) return 'distance'
      if (!one.periods.some((period) => other.periods.includes(period))) return 'period'
      if (Math.abs(one.partTime - other.partTime) > one.tolerance + 1e-9) return 'part-time'
      if (other.requires !== '' && !from.qualifications.has(other.requires)) return 'qualification'
      if (from.school === to.school) return 'same-school'
      if (refuses(one.vetoes, to) || refuses(other.vetoes, from)) return 'veto-teacher'
      if (refuses(one.buddyVetoes, to) || refuses(other.buddyVetoes, from)) return 'veto-buddy'
      if (refuses(from.school.vetoes, to) || refuses(to.school.vetoes, from)) return 'veto-school'
      const { brings, learns } = fitOf(from, to)
      return brings + learns < rules.leastFit ? 'no-fit' : undefined
    },
    parts: (from, to) => ({ ...fitOf(from, to), near: nearness(rules, distance(from, to)) }),
  }
}

export function isComplete({ leader, buddy }: MarketTeacher): boolean {
  return leader !== '' && buddy !== ''
}

function refuses(vetoes: readonly string[], { teacher, school }: Side): boolean {
  return vetoes.length > 0 && (vetoes.includes(teacher.id) || vetoes.includes(school.id))
}

function nearness({ near }: MarketRules, distance: number): number {
  return Math.floor(near.of * Math.max(0, 1 - distance / near.none))
}

/** Points by how much of the goals of one school is covered by what another knows: Σ level × goal / Σ highest level × goal, rounded down. */
function fitsBetween(schools: readonly MarketSchool[], { levels }: MarketRules) {
  const themes = new Map<string, number>()
  const number = (theme: string) => {
    const known = themes.get(theme) ?? themes.size
    themes.set(theme, known)
    return known
  }
  const rowsOf = (levelsOf: Readonly<Record<string, number>>) =>
    Object.entries(levelsOf).map(([theme, level]) => [number(theme), level] as const)
  const goals = new Map(schools.map((school) => [school, rowsOf(school.goals)]))
  const expertise = new Map(
    schools.map((school) => {
      const known: number[] = []
      for (const [theme, level] of rowsOf(school.expertise)) known[theme] = level
      return [school, known] as const
    }),
  )
  return (points: number, knows: MarketSchool, asks: MarketSchool) => {
    const known = expertise.get(knows) ?? []
    let covered = 0
    let all = 0
    for (const [theme, goal] of goals.get(asks) ?? []) {
      covered += goal * (known[theme] ?? 0)
      all += goal * levels.expertise
    }
    return all === 0 ? 0 : Math.floor((points * covered) / all)
  }
}
