import {
  classOf,
  type NormSet,
  type RuleTally,
  raisedRule,
  type SchoolsAndPupils,
  type SchoolVerdicts,
  tallyRules,
  type UnderRule,
  verdictUnder,
} from '@kantelpunt/school-results'
import type { Picture } from '../picture/picture-store.ts'
import type { SchoolPlaces } from '../picture/school-places.ts'
import { placeOf } from '../school/similar-schools.ts'
import { type MunicipalityChange, municipalityChanges } from './municipality-changes.ts'

/** What the slider can ask: points by which the norms for reading are raised. */
export const mostRaise = 20
export const raiseStep = 0.5

/** A part of the country, or a group of schools, under both rules. */
export interface ChangedGroup {
  readonly name: string
  /** Schools that both rules judge. */
  readonly judged: SchoolsAndPupils
  /** Enough today and not under the other rule, whatever the masked cells are. */
  readonly lost: SchoolsAndPupils
  /** Enough today, and under the other rule the masked cells decide. */
  readonly open: SchoolsAndPupils
  /** Too little today, and enough under the other rule. */
  readonly gained: SchoolsAndPupils
}

export interface SideBySide {
  readonly raise: number
  readonly one: NormSet
  readonly other: NormSet
  readonly tally: RuleTally
  readonly country: ChangedGroup
  readonly provinces: readonly ChangedGroup[]
  /** By schoolweging, in classes of five points. */
  readonly classes: readonly ChangedGroup[]
  /** By name. */
  readonly municipalities: readonly MunicipalityChange[]
}

const weightingClasses = [20, 25, 30, 35].map((from) => ({ from, to: from + 5 }))

/** What an address asks: a raise on the slider's steps, 0 where it asks nothing that can be. */
export function readRaise(asked: string | undefined): number {
  const value = Number((asked ?? '').replace(',', '.'))
  if (!Number.isFinite(value) || value < 0 || value > mostRaise) return 0
  return Math.round(value / raiseStep) * raiseStep
}

/** The rule of today does not move with the slider. */
const keptToday = new WeakMap<Picture, readonly Verdict[]>()

type Verdict = UnderRule['verdict']

function verdictsOfToday(picture: Picture): readonly Verdict[] {
  const known = keptToday.get(picture)
  if (known !== undefined) return known
  const made = picture.schools.map((school) => verdictUnder(school, picture.together))
  keptToday.set(picture, made)
  return made
}

/** Today's rule and the one per domain, with the norms for reading raised, over all schools. */
export function sideBySide(picture: Picture, places: SchoolPlaces, raise: number): SideBySide | undefined {
  const { together, perDomain, schools } = picture
  if (perDomain === undefined) return undefined
  const other = raise === 0 ? perDomain : raisedRule(perDomain, raise, { aspect: 'reading' })
  const today = verdictsOfToday(picture)
  const compared = schools.map((school, index): SchoolVerdicts => {
    return { school, one: { verdict: today[index] ?? 'not-judged' }, other: { verdict: verdictUnder(school, other) } }
  })
  const tally = tallyRules(compared)
  const byProvince = Map.groupBy(compared, ({ school }) => placeOf(school, places)?.province ?? '')
  const byClass = Map.groupBy(compared, ({ school: { weighting } }) => {
    const found = weighting === undefined ? undefined : classOf(weightingClasses, weighting)
    return found === undefined ? '' : `${found.from} – ${found.to}`
  })
  return {
    raise,
    one: together,
    other,
    tally,
    country: groupOf('', tally),
    provinces: groupsOf(byProvince),
    classes: groupsOf(byClass),
    municipalities: municipalityChanges(compared, places),
  }
}

function groupsOf(groups: ReadonlyMap<string, readonly SchoolVerdicts[]>): readonly ChangedGroup[] {
  return [...groups]
    .filter(([name]) => name !== '')
    .map(([name, schools]) => groupOf(name, tallyRules(schools)))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
}

function groupOf(name: string, tally: RuleTally): ChangedGroup {
  const judged = (['above', 'below', 'depends-on-masked'] as const).flatMap((one) =>
    (['above', 'below', 'depends-on-masked'] as const).map((other) => tally[one][other]),
  )
  return {
    name,
    judged: judged.reduce(add, { schools: 0, pupils: { low: 0, high: 0 } }),
    lost: tally.above.below,
    open: tally.above['depends-on-masked'],
    gained: tally.below.above,
  }
}

function add(one: SchoolsAndPupils, other: SchoolsAndPupils): SchoolsAndPupils {
  return {
    schools: one.schools + other.schools,
    pupils: { low: one.pupils.low + other.pupils.low, high: one.pupils.high + other.pupils.high },
  }
}
