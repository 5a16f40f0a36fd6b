import { checkMarket, type MarketProblem } from '../market/check-market.ts'
import type { MarketInput, MarketRules } from '../market/market.ts'
import type { SchoolColumn, TeacherColumn } from './columns.ts'
import { type PlaceColumn, readSchools, systemOf } from './read-schools.ts'
import { readTeachers } from './read-teachers.ts'
import type { TableCells, TableProblem } from './table-cells.ts'

export type ReadTables =
  | {
      readonly ok: true
      readonly input: MarketInput
      /** Columns that mean nothing here, by their names. */
      readonly ignored: Readonly<Record<'teachers' | 'schools', readonly string[]>>
    }
  | { readonly ok: false; readonly problems: readonly TableProblem[] }

/** Reads the table of teachers and that of schools (README.md); everything that is wrong in either comes back at once. */
export function readMarketTables(teacherBytes: Uint8Array, schoolBytes: Uint8Array, rules: MarketRules): ReadTables {
  const problems: TableProblem[] = []
  const schools = readSchools(schoolBytes, rules, problems)
  const teachers = readTeachers(teacherBytes, schools?.system, rules, problems)
  if (schools === undefined || teachers === undefined) return { ok: false, problems }
  const input = { system: schools.system, teachers: teachers.teachers, schools: schools.schools }
  for (const problem of checkMarket(input, rules)) tell(problem, teachers.cells, schools.cells)
  if (problems.length > 0) return { ok: false, problems: inOrder(problems) }
  return { ok: true, input, ignored: { teachers: teachers.cells.ignored, schools: schools.cells.ignored } }
}

/** A problem of a value becomes one of its cell. */
function tell(problem: MarketProblem, teachers: TableCells<TeacherColumn>, schools: TableCells<SchoolColumn>): void {
  const { list, row } = problem
  const text = 'text' in problem ? problem.text : ''
  if (list === 'teachers') {
    const column = teacherColumnOf(problem, teachers)
    // What could not be read has been told already.
    const earlier = problem.reason === 'id-twice' ? { earlier: teachers.lineOf(problem.earlier) } : {}
    teachers.tell(row, column, cellReason(problem, earlier), text)
  } else {
    const earlier = problem.reason === 'id-twice' ? { earlier: schools.lineOf(problem.earlier) } : {}
    schools.tell(row, schoolColumnOf(problem, schools), cellReason(problem, earlier), text)
  }
}

function cellReason(problem: MarketProblem, { earlier = 0 }: { readonly earlier?: number }) {
  switch (problem.reason) {
    case 'id-twice':
      return { reason: problem.reason, earlier } as const
    case 'out-of-range':
      return { reason: problem.reason, least: problem.least, most: problem.most } as const
    case 'no-level':
      return { reason: problem.reason, most: problem.most } as const
    default:
      return { reason: problem.reason } as const
  }
}

function teacherColumnOf(problem: MarketProblem, cells: TableCells<TeacherColumn>): TeacherColumn {
  const { field } = problem
  switch (field) {
    case 'place':
      return placeColumnOf(problem, cells)
    case 'sector':
    case 'expertise':
    case 'goals':
      return 'id'
    default:
      return field
  }
}

function schoolColumnOf(problem: MarketProblem, cells: TableCells<SchoolColumn>): SchoolColumn {
  const { field } = problem
  switch (field) {
    case 'id':
    case 'sector':
    case 'expertise':
    case 'goals':
    case 'vetoes':
      return field
    default:
      return placeColumnOf(problem, cells)
  }
}

function placeColumnOf(problem: MarketProblem, cells: TableCells<PlaceColumn>): PlaceColumn {
  const isUp = problem.reason === 'out-of-range' && problem.axis === 'y'
  if (systemOf(cells) === 'rd') return isUp ? 'rdY' : 'rdX'
  return isUp ? 'latitude' : 'longitude'
}

/** By file and line, as a person goes through them. */
function inOrder(problems: readonly TableProblem[]): readonly TableProblem[] {
  const lineOf = (problem: TableProblem) => ('line' in problem ? problem.line : 0)
  return problems.toSorted((one, other) =>
    one.list === other.list ? lineOf(one) - lineOf(other) : one.list === 'teachers' ? -1 : 1,
  )
}
