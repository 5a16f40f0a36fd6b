import type { DelimitedRefusal } from '@kantelpunt/delimited-text'
import type { ReadProblem } from './problem.ts'

/** Why a file is no table, as a problem. */
export function problemOf(refusal: DelimitedRefusal): ReadProblem {
  switch (refusal.reason) {
    case 'empty':
      return { line: 1, reason: 'empty-file' }
    case 'row-width':
      return { line: refusal.line, reason: refusal.reason, expected: refusal.expected, found: refusal.found }
    case 'unclosed-quote':
      return { line: refusal.line, column: refusal.column, reason: refusal.reason }
  }
}
