import type { TableProblem } from '@kantelpunt/exchange'

/** One plain sentence that says what is wrong in a table of teachers or schools, where, and what to do. */
export function describeTableProblem(problem: TableProblem): string {
  switch (problem.reason) {
    case 'empty':
      return 'the file is empty.'
    case 'no-rows':
      return 'there are no rows below the header.'
    case 'row-width':
      return `line ${problem.line}, column ${Math.min(problem.found, problem.expected) + 1}: the row has ${problem.found} cells, the header has ${problem.expected}; quote a cell that has the separator in it.`
    case 'unclosed-quote':
      return `line ${problem.line}, column ${problem.column}: a quote that opens here never closes.`
    case 'missing-column':
      return `line 1: add a column ${problem.names.join(' or ')}; the columns are ${problem.have.join(', ')}.`
    case 'column-twice':
      return `line 1, column ${problem.column} (${problem.name}): column ${problem.earlier} says the same; leave one of them.`
    case 'blank':
      return `${place(problem)}: the cell is blank; fill it in.`
    case 'no-number':
      return `${place(problem)}: "${problem.text}" is not a number; write it like 0.8 or 0,8, without a unit.`
    case 'out-of-range':
      return `${place(problem)}: ${problem.text} is not between ${problem.least} and ${problem.most}.`
    case 'no-school-year':
      return `${place(problem)}: "${problem.text}" is not a school year; write it like 2026-2027.`
    case 'no-level':
      return `${place(problem)}: "${problem.text}" is not a theme and a whole level up to ${problem.most}; write it like taal:${problem.most}.`
    case 'theme-twice':
      return `${place(problem)}: "${problem.text}" is there twice; leave one of them.`
    case 'id-twice':
      return `${place(problem)}: "${problem.text}" was on line ${problem.earlier} already; give everybody an own id.`
    case 'unknown-school':
      return `${place(problem)}: "${problem.text}" is not in the table of schools; add it there or correct it here.`
    case 'unknown-veto':
      return `${place(problem)}: "${problem.text}" is neither a teacher nor a school; leave it out or correct it.`
    case 'half-a-place':
      return `${place(problem)}: the cell is blank but the other half of the place is not; fill in both or neither.`
  }
}

function place({ line, column, name }: { readonly line: number; readonly column: number; readonly name: string }) {
  return `line ${line}, column ${column} (${name})`
}
