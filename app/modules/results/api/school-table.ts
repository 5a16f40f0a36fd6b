import type { schoolDetail } from './school-json.ts'

const ofSchool = [
  'code',
  'supervisionCode',
  'name',
  'place',
  'municipality.code',
  'municipality.name',
  'province',
  'weighting',
  'pupils.low',
  'pupils.high',
  'verdicts.together',
  'verdicts.perDomain',
]

/** Columns of a list of schools: a row is a school. */
export const schoolsColumns: readonly string[] = ofSchool

/** Columns of one school: a row is a subject, a level and a school year, or all school years together. */
export const schoolColumns: readonly string[] = [
  ...ofSchool,
  'domain',
  'domainLabel',
  'indicator',
  'indicatorLabel',
  'schoolYears',
  'tested.low',
  'tested.high',
  'share.low',
  'share.high',
  'share.chance.low',
  'share.chance.high',
  'norm',
  'standing',
  'published',
  'norms.together',
  'norms.perDomain',
]

/** The figures of one school, a record for each; `schoolYears` names one year, or all that the figure is of. */
export function schoolRecords(school: ReturnType<typeof schoolDetail>): readonly object[] {
  const { schoolYears, together, domains, ...self } = school
  const overAll = (together ?? []).map((figure) => ({ ...self, domain: 'together', schoolYears, ...figure }))
  const perDomain = domains.flatMap(({ domain, label, levels }) =>
    levels.flatMap(({ indicator, label: indicatorLabel, overYears, norm, standing, years }) => {
      const level = { ...self, domain, domainLabel: label, indicator, indicatorLabel }
      return [
        { ...level, schoolYears, share: overYears, norm, standing },
        ...years.map(({ schoolYear, pupils, share }) => ({
          ...level,
          schoolYears: schoolYear,
          tested: pupils,
          share,
        })),
      ]
    }),
  )
  return [...overAll, ...perDomain]
}
