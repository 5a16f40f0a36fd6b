import { indicatorFacts, type SecondaryIndicator, type SecondaryTrack } from '../secondary/indicator.ts'
import { headerName } from './header-name.ts'
import type { ColumnRule, Layout } from './layout.ts'
import { part } from './school-columns.ts'

/** What a number about an indicator is. */
export type IndicatorNumber = 'value' | 'norm' | 'pupils'

/**
 * Our own plain form, one number a row: `location;school_year;track;indicator;value;pupils`, and `norm` where a school's own is
 * known. The columns of the Inspectorate's file could not be found out for certain; see `ColumnMap`.
 */
const plain: readonly ColumnRule[] = [
  { needed: true, shown: 'location', form: /^LOCATION$/, meaning: () => ({ is: 'brin' }) },
  { needed: true, shown: 'school_year', form: /^SCHOOL YEAR$/, meaning: () => ({ is: 'school-year' }) },
  { ...part('track', /^TRACK$/), needed: true },
  { ...part('indicator', /^INDICATOR$/), needed: true },
  numberColumn('value', 'value', '', 'value'),
  numberColumn('pupils', 'pupils', '', 'pupils'),
  (({ needed: _, ...rule }) => rule)(numberColumn('norm', 'norm', '', 'norm')),
]

export const indicatorLayouts: readonly Layout[] = [
  { kind: 'secondary-indicators', title: 'Kantelpunt, vo-indicatoren', columns: plain },
]

/** One column of a published file: what its numbers are about. */
export interface MappedColumn {
  readonly header: string
  readonly is: IndicatorNumber
  readonly indicator: SecondaryIndicator
  readonly track: SecondaryTrack
  /** Where the file has no column with the school year of a row. */
  readonly schoolYear?: string
}

/** The columns of one vintage of a published file, as data: what an operator who has the file at hand writes down and loads. */
export interface ColumnMap {
  readonly id: string
  readonly title: string
  readonly source: string
  /** The column with the whole code of a location (`00AH07`), or the one with its BRIN. */
  readonly school: string
  /** The column with the number of the location, where the code is in two. */
  readonly location?: string
  /** The column with the school year of a row. */
  readonly schoolYear?: string
  readonly columns: readonly MappedColumn[]
}

/** How the numbers of a mapped column are called: `upper-success value`. */
export function indicatorMeasure(indicator: SecondaryIndicator, is: IndicatorNumber): string {
  return `${indicator} ${is}`
}

/** The layout of a file with these columns. All of them are needed: a file of another year, which has others, is not taken for it. */
export function mappedLayout(map: ColumnMap): Layout {
  const column = (header: string, meaning: ReturnType<ColumnRule['meaning']>): ColumnRule => ({
    needed: true,
    shown: header,
    form: exactly(header),
    meaning: () => meaning,
  })
  return {
    kind: 'secondary-indicators',
    title: map.title,
    columns: [
      column(map.school, { is: 'brin' }),
      ...(map.location === undefined ? [] : [column(map.location, { is: 'location' })]),
      ...(map.schoolYear === undefined ? [] : [column(map.schoolYear, { is: 'school-year' })]),
      ...map.columns.map(({ header, is, indicator, track, schoolYear }) =>
        numberColumn(header, indicatorMeasure(indicator, is), track, is, schoolYear),
      ),
    ],
  }
}

function numberColumn(
  header: string,
  name: string,
  track: SecondaryTrack,
  is: IndicatorNumber,
  period?: string,
): ColumnRule {
  return {
    needed: true,
    shown: header,
    form: exactly(header),
    meaning: () => ({
      is: 'measure',
      name,
      unit: is === 'pupils' ? 'count' : 'indicator',
      part: track,
      ...(period === undefined ? {} : { period }),
    }),
  }
}

function exactly(header: string): RegExp {
  return new RegExp(`^${headerName(header).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`)
}

/** Whether a number can be one of that indicator. */
export function fitsIndicator(indicator: SecondaryIndicator, value: number): boolean {
  const { least, most } = indicatorFacts[indicator]
  return least <= value && value <= most
}
