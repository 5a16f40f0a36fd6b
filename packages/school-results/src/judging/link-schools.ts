import type { DomainCounts } from './domain-counts.ts'
import type { InspectorateSchool } from './inspectorate-school.ts'

export interface LinkedSchool {
  readonly school: Pick<InspectorateSchool, 'code' | 'line' | 'weighting'>
  readonly counts: DomainCounts
}

export interface Links<Linked extends LinkedSchool = LinkedSchool> {
  readonly linked: readonly Linked[]
  /** Schools of the Inspectorate without a location in DUO's file, and those whose BRIN has several on either side. */
  readonly unlinked: { readonly noCounts: number; readonly severalLocations: number }
}

/**
 * Lays the Inspectorate's objects of supervision beside DUO's locations. Their numbers do not correspond (`C2` is often a
 * building of location `00`; see the explanation with schoolweging), so that a school is linked only where its BRIN has one
 * of each. The others are counted, not guessed.
 */
export function linkSchools(
  schools: readonly InspectorateSchool[],
  counts: ReadonlyMap<string, DomainCounts>,
): Links<LinkedSchool & { readonly school: InspectorateSchool }> {
  const locations = Map.groupBy(counts.values(), ({ code }) => code.brin)
  const objects = Map.groupBy(schools, ({ code }) => code.brin)
  const linked: (LinkedSchool & { readonly school: InspectorateSchool })[] = []
  let noCounts = 0
  let severalLocations = 0
  for (const school of schools) {
    const [only, ...more] = locations.get(school.code.brin) ?? []
    if (only === undefined) noCounts++
    else if (more.length > 0 || (objects.get(school.code.brin) ?? []).length > 1) severalLocations++
    else linked.push({ school, counts: only })
  }
  return { linked, unlinked: { noCounts, severalLocations } }
}
