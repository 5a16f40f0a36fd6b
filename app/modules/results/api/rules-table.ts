import type { NormSet } from '@kantelpunt/school-results'
import type { rulesJson } from './rules-json.ts'

const groups = ['judged', 'notEnoughThen', 'cannotBeTold', 'enoughThen']

/** Columns of two rules beside each other: a row is the country or a part of it. */
export const rulesColumns: readonly string[] = [
  'today',
  'proposal',
  'raisedReading',
  'part',
  'name',
  ...groups.flatMap((group) => [`${group}.schools`, `${group}.pupils.low`, `${group}.pupils.high`]),
]

export function rulesRecords(rules: ReturnType<typeof rulesJson>): readonly object[] {
  const { country, provinces, weightingClasses, ...both } = rules
  return [
    { ...both, part: 'country', ...country },
    ...provinces.map((group) => ({ ...both, part: 'province', ...group })),
    ...weightingClasses.map((group) => ({ ...both, part: 'weightingClass', ...group })),
  ]
}

/** Columns of the norms: a row is one norm, for one class of schoolweging or for all schools. */
export const normsColumns: readonly string[] = [
  'id',
  'title',
  'source',
  'basedOn',
  'validFrom',
  'schoolYears',
  'minimumPupils',
  'indicator',
  'aspect',
  'from',
  'to',
  'value',
  'derived.schools',
  'derived.below',
  'derived.masked.0',
  'derived.masked.1',
  'derived.sampling.0',
  'derived.sampling.1',
]

export function normsRecords(norms: readonly NormSet[]): readonly object[] {
  return norms.flatMap(({ tables, ...set }) =>
    tables.flatMap(({ indicator, aspect, values }) =>
      'flat' in values
        ? [{ ...set, indicator, aspect, value: values.flat }]
        : values.byWeighting.map((each) => ({ ...set, indicator, aspect, ...each })),
    ),
  )
}
