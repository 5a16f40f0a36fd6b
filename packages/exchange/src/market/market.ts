import type { ArcGraph } from '../graph/graph.ts'

/** Where something is: degrees (`x` = longitude, `y` = latitude) or metres of the Dutch grid (RD), the same for a whole market. */
export interface Place {
  readonly x: number
  readonly y: number
}

export type PlaceSystem = 'wgs84' | 'rd'

/** A teacher who enrolled, with school leader and buddy, and the job that somebody else would take over. */
export interface MarketTeacher {
  readonly id: string
  /** The id of the own school. */
  readonly school: string
  /** '' where nobody is named yet: a trio that is not complete stays out. */
  readonly leader: string
  readonly buddy: string
  /** What the own job teaches, and what else could be taught elsewhere. */
  readonly subject: string
  readonly otherSubjects: readonly string[]
  /** The qualification that who takes the own job needs; '' for none. */
  readonly requires: string
  readonly qualifications: readonly string[]
  /** Besides the sector of the own school. */
  readonly otherSectors: readonly string[]
  /** Part-time factor, 0 < factor ≤ 1.2, and by how much that of the other job may differ. */
  readonly partTime: number
  readonly tolerance: number
  /** How far the other school may be: kilometres as the crow flies, ≥ 0. */
  readonly radius: number
  readonly periods: readonly string[]
  /** `2026-2027`. */
  readonly year: string
  /** Ids of teachers and schools. */
  readonly vetoes: readonly string[]
  readonly buddyVetoes: readonly string[]
  /** Where journeys begin; the own school where left out. */
  readonly place?: Place
}

export interface MarketSchool {
  readonly id: string
  readonly sector: string
  readonly place: Place
  /** By theme how much the school knows of it, and how much it wants to learn: whole numbers from 0 to those of the rules. */
  readonly expertise: Readonly<Record<string, number>>
  readonly goals: Readonly<Record<string, number>>
  readonly vetoes: readonly string[]
}

/** What a weight consists of and what each change costs: data with a version, so that an old answer can be explained. */
export interface MarketRules {
  readonly version: string
  /** The highest level of an expertise; that of a goal. */
  readonly levels: { readonly expertise: number; readonly goal: number }
  /** Points where the own expertise covers all goals of the other school, and where its expertise covers all own goals. */
  readonly brings: number
  readonly learns: number
  /** Points at 0 km, none from `none` km, in between by the share. */
  readonly near: { readonly of: number; readonly none: number }
  /** Fewer points for `brings` and `learns` together is no match. */
  readonly leastFit: number
  /** What turns minutes into kilometres as the crow flies. */
  readonly journey: { readonly kilometresPerHour: number; readonly detour: number }
  /** How hard each change is, to tell the smallest first: per kilometre, per 0.1 of the part-time factor, and each. */
  readonly effort: Readonly<Record<ChangeKind, number>>
}

export type ChangeKind =
  | 'trio'
  | 'veto'
  | 'period'
  | 'radius'
  | 'tolerance'
  | 'part-time'
  | 'subject'
  | 'sector'
  | 'qualification'

/** Why one could not come into the place of another: the first of these that holds. */
export const obstacles = [
  'subject',
  'sector',
  'year',
  'distance',
  'period',
  'part-time',
  'qualification',
  'same-school',
  'veto-teacher',
  'veto-buddy',
  'veto-school',
  'no-fit',
] as const
export type Obstacle = (typeof obstacles)[number]

/** What a weight consists of: whole points that add up to it. */
export interface WeightParts {
  readonly brings: number
  readonly learns: number
  readonly near: number
}

export interface MarketInput {
  readonly system: PlaceSystem
  readonly teachers: readonly MarketTeacher[]
  readonly schools: readonly MarketSchool[]
}

/** Who could come into whose place: vertex k is `teachers[k]`; those whose trio is not complete have no arcs. */
export interface TeacherMarket extends MarketInput {
  readonly rules: MarketRules
  readonly graph: ArcGraph
  readonly counts: MarketCounts
}

export interface MarketCounts {
  readonly teachers: number
  readonly trios: number
  /** Ordered pairs of two complete trios: all; those that the index gave to look at; those that fit. */
  readonly pairs: number
  readonly considered: number
  readonly fit: number
  /** Of the other pairs why not, each pair once, by the first obstacle. */
  readonly fellOut: Readonly<Record<Obstacle, number>>
}
