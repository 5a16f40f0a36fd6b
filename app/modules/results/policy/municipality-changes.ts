import { type SchoolVerdicts, tallyRules } from '@kantelpunt/school-results'
import type { SchoolPlaces } from '../picture/school-places.ts'
import { placeOf } from '../school/similar-schools.ts'

/** Of fewer schools that both rules judge no share is given: it would be about one or two schools. */
const fewestJudged = 5

// Comparing with a locale by name makes a collator each time.
const dutch = new Intl.Collator('nl')

/** How many schools of a municipality get another verdict under the other rule. */
export interface MunicipalityChange {
  /** As CBS has it, in four digits. */
  readonly code: string
  readonly name: string
  readonly province: string
  readonly judged: number
  /** Another verdict whatever the masked cells are, and perhaps another one; 0 to 1. Undefined of too few schools. */
  readonly share: { readonly low: number; readonly high: number } | undefined
}

/** Every municipality that has a school, by name. */
export function municipalityChanges(
  compared: readonly SchoolVerdicts[],
  places: SchoolPlaces,
): readonly MunicipalityChange[] {
  const groups = new Map<string, { name: string; province: string; schools: SchoolVerdicts[] }>()
  for (const each of compared) {
    const place = placeOf(each.school, places)
    if (place === undefined || place.municipality === '') continue
    const code = place.municipalityCode.padStart(4, '0')
    const group = groups.get(code) ?? { name: place.municipality, province: place.province ?? '', schools: [] }
    groups.set(code, group)
    group.schools.push(each)
  }
  return [...groups]
    .map(([code, { name, province, schools }]) => ({ code, name, province, ...changesOf(schools) }))
    .toSorted((one, other) => dutch.compare(one.name, other.name) || dutch.compare(one.code, other.code))
}

function changesOf(schools: readonly SchoolVerdicts[]): Pick<MunicipalityChange, 'judged' | 'share'> {
  const judgedByBoth = schools.filter(({ one, other }) => ![one.verdict, other.verdict].includes('not-judged'))
  const judged = judgedByBoth.length
  if (judged < fewestJudged) return { judged, share: undefined }
  const tally = tallyRules(judgedByBoth)
  const changed = tally.above.below.schools + tally.below.above.schools
  const same = tally.above.above.schools + tally.below.below.schools
  return { judged, share: { low: changed / judged, high: (judged - same) / judged } }
}
