import type { Unit } from '../cells/read-cell.ts'

/** What results file this is. */
export type Kind =
  | 'inspectorate-results'
  | 'school-weighting'
  | 'school-locations'
  | 'reference-levels'
  | 'enrolment-primary'
  | 'enrolment-secondary'
  | 'final-test-scores'
  | 'school-advice'
  | 'distance-to-school'
  | 'progress-secondary'
  | 'exam-passes'
  | 'exam-results-by-profile'
  | 'exam-marks-by-subject'
  | 'early-leavers'
  /** The Inspectorate's four indicators of secondary schools, in our own form or by a map of columns. */
  | 'secondary-indicators'

/** What one column says. */
export type Meaning =
  /** The Inspectorate's code of a school, `00AP|C1`. */
  | { readonly is: 'supervision-code' }
  | { readonly is: 'brin' }
  | { readonly is: 'location' }
  /** The day of counting (`20241001`) or year (`2018`) that the row is about. */
  | { readonly is: 'day' }
  /** The school year of the row, `2024-2025` or its first year. */
  | { readonly is: 'school-year' }
  /** A text that tells what part of the school the row is about, such as a subject or a profile. */
  | { readonly is: 'part'; readonly name: string }
  /** A text about the school. */
  | { readonly is: 'fact'; readonly name: string }
  | Measure

export interface Measure {
  readonly is: 'measure'
  /** English, with dashes: `candidates`. */
  readonly name: string
  readonly unit: Unit
  /** What part of the pupils: `men`, `age-7`, `reading`; '' for all. */
  readonly part: string
  /** The school year or years of this column where its header says so, `2014-2015`. */
  readonly period?: string
  /** The header, normalised, of the count without which this number says nothing: `,0%` of 0 candidates. */
  readonly of?: string
}

/** One form that a header can have. */
export interface ColumnRule {
  /** A file is of this kind only where every rule that is needed finds a column; of rules with one name, one of them. */
  readonly needed?: true | 'school'
  /** How the column is called when it is missing. */
  readonly shown: string
  readonly form: RegExp
  readonly meaning: (found: RegExpExecArray) => Meaning
}

export interface Layout {
  readonly kind: Kind
  /** Publisher and title. */
  readonly title: string
  readonly columns: readonly ColumnRule[]
}
