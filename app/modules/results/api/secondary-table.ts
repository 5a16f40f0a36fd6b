import { indicatorFacts, secondaryIndicators, secondaryTracks } from '@kantelpunt/school-results'
import type { secondaryDetail } from './secondary-json.ts'

const ofSchool = ['code', 'name', 'place', 'municipality.code', 'municipality.name', 'province']
const lowAndHigh = (name: string) => [`${name}.low`, `${name}.high`]

/** Columns of a list of secondary schools: a row is a location. */
export const secondarySchoolsColumns: readonly string[] = [
  ...ofSchool,
  'parts',
  ...secondaryIndicators.flatMap((indicator) =>
    indicatorFacts[indicator].perTrack
      ? secondaryTracks.map((track) => `sides.${indicator}.${track}`)
      : [`sides.${indicator}`],
  ),
]

/** Columns of one secondary school: a row is one figure, of a school year or of three together. */
export const secondarySchoolColumns: readonly string[] = [
  ...ofSchool,
  'part',
  'indicator',
  'move',
  'label',
  'track',
  'schoolYears',
  ...['pupils', 'candidates', 'passed', 'share', 'share.chance'].flatMap(lowAndHigh),
  'unit',
  ...lowAndHigh('value'),
  'norm.value',
  'norm.by',
  'norm.version',
  'norm.title',
  'norm.loweredFor',
  'side',
  'why',
  'country.locations',
  ...['country.lowerQuartile', 'country.median', 'country.upperQuartile'].flatMap(lowAndHigh),
  'sources',
]

/** The figures of one secondary school, a record for each; `sources` are names of files. */
export function secondaryRecords(school: ReturnType<typeof secondaryDetail>): readonly object[] {
  const { indicators, progress, exams, ...self } = school
  return [
    ...indicators.flatMap(({ years, wantedYears, overYears, sources, norm, country, ...figure }) => {
      const same = { ...self, part: 'indicators', ...figure, sources: sources.map(({ name }) => name) }
      return [
        ...years.map(({ schoolYear, ...year }) => ({ ...same, schoolYears: schoolYear, ...year })),
        { ...same, schoolYears: wantedYears, value: overYears, norm, country },
      ]
    }),
    // All pupils first, and then who of them moved.
    ...(progress === null ? [] : [{ pupils: progress.pupils }, ...progress.moves]).map((row) => ({
      ...self,
      part: 'progress',
      ...row,
      sources: progress?.source.name,
    })),
    ...(exams?.years ?? []).map(({ schoolYear, ...year }) => ({
      ...self,
      part: 'exams',
      schoolYears: schoolYear,
      ...year,
      sources: exams?.source.name,
    })),
  ]
}
