import { kilometres } from './distance.ts'
import type { MarketInput, MarketRules, MarketSchool, MarketTeacher, Obstacle, Place, WeightParts } from './market.ts'

/** A teacher with the school, made ready for comparing. */
export interface Side {
  readonly teacher: MarketTeacher
  readonly school: MarketSchool
  readonly profile: Profile
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
  /** The same where subject, sector and school year are known to fit. */
  meetingObstacle(from: Side, to: Side): Obstacle | undefined
  parts(from: Side, to: Side): WeightParts
}

export function comparerOf({ system, schools }: Pick<MarketInput, 'system' | 'schools'>, rules: MarketRules): Comparer {
  const schoolOf = new Map(schools.map((school) => [school.id, school]))
  const profiles = profilesOf(schools, rules)
  const distance = (from: Side, to: Side) => kilometres(system, from.place, to.school.place)
  const fitOf = (from: Side, to: Side) => ({
    brings: covered(rules.brings, from.profile, to.profile),
    learns: covered(rules.learns, to.profile, from.profile),
  })
  const meetingObstacle: Comparer['meetingObstacle'] = (from, to) => {
    const { teacher: one } = from
    const { teacher: other } = to
    if (distance(from, to) > one.radius) return 'distance'
    if (!shares(one.periods, other.periods)) return 'period'
    if (Math.abs(one.partTime - other.partTime) > one.tolerance + 1e-9) return 'part-time'
    if (other.requires !== '' && !from.qualifications.has(other.requires)) return 'qualification'
    if (from.school.id === to.school.id) return 'same-school'
    if (refuses(one.vetoes, to) || refuses(other.vetoes, from)) return 'veto-teacher'
    if (refuses(one.buddyVetoes, to) || refuses(other.buddyVetoes, from)) return 'veto-buddy'
    if (refuses(from.school.vetoes, to) || refuses(to.school.vetoes, from)) return 'veto-school'
    const { brings, learns } = fitOf(from, to)
    return brings + learns < rules.leastFit ? 'no-fit' : undefined
  }
  return {
    sideOf(teacher) {
      const school = schoolOf.get(teacher.school)
      const profile = profiles.get(teacher.school)
      if (school === undefined || profile === undefined) throw new Error(`There is no school ${teacher.school}`)
      return {
        teacher,
        school,
        profile,
        place: teacher.place ?? school.place,
        subjects: new Set([teacher.subject, ...teacher.otherSubjects]),
        sectors: new Set([school.sector, ...teacher.otherSectors]),
        qualifications: new Set(teacher.qualifications),
      }
    },
    distance,
    obstacle(from, to) {
      if (!from.subjects.has(to.teacher.subject)) return 'subject'
      if (!from.sectors.has(to.school.sector)) return 'sector'
      return from.teacher.year === to.teacher.year ? meetingObstacle(from, to) : 'year'
    },
    meetingObstacle,
    parts: (from, to) => ({ ...fitOf(from, to), near: nearness(rules, distance(from, to)) }),
  }
}

export function isComplete({ leader, buddy }: MarketTeacher): boolean {
  return leader !== '' && buddy !== ''
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  for (const each of some) if (others.includes(each)) return true
  return false
}

function refuses(vetoes: readonly string[], { teacher, school }: Side): boolean {
  return vetoes.length > 0 && (vetoes.includes(teacher.id) || vetoes.includes(school.id))
}

function nearness({ near }: MarketRules, distance: number): number {
  return Math.floor(near.of * Math.max(0, 1 - distance / near.none) + 1e-9)
}

/**
 * Points by how much of the goals of one school is covered by what another knows, rounded down: Σ level × goal / Σ highest
 * level × goal.
 */
function covered(points: number, knows: Profile, asks: Profile): number {
  if (asks.most === 0) return 0
  let found = 0
  for (const { theme, level } of asks.goals) found += level * (knows.expertise[theme] ?? 0)
  return Math.floor((points * found) / asks.most)
}

/** What a school knows by number of theme, and what it wants to learn. */
interface Profile {
  readonly expertise: readonly number[]
  readonly goals: readonly { readonly theme: number; readonly level: number }[]
  /** What the sum over the goals would be with the highest level in all. */
  readonly most: number
}

function profilesOf(schools: readonly MarketSchool[], { levels }: MarketRules): ReadonlyMap<string, Profile> {
  const numbers = new Map<string, number>()
  for (const { goals, expertise } of schools)
    for (const theme of [...Object.keys(goals), ...Object.keys(expertise)])
      if (!numbers.has(theme)) numbers.set(theme, numbers.size)
  const number = (theme: string) => numbers.get(theme) ?? 0
  const profile = (school: MarketSchool): Profile => {
    const expertise = new Array<number>(numbers.size).fill(0)
    for (const [theme, level] of Object.entries(school.expertise)) expertise[number(theme)] = level
    const goals = Object.entries(school.goals).map(([theme, level]) => ({ theme: number(theme), level }))
    return { expertise, goals, most: goals.reduce((sum, { level }) => sum + level * levels.expertise, 0) }
  }
  return new Map(schools.map((school) => [school.id, profile(school)]))
}
