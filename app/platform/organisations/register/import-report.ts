import type { Locale } from '../../text/dictionary.ts'
import { describeRowRefusal } from './describe-refusal.ts'
import type { RowOutcome } from './import-plan.ts'
import type { ImportReport } from './register-tables.ts'
import { text } from './text.ts'

/**
 * The report of an import as a file for a spreadsheet: a row for each line of the file, then the schools that it closed.
 * `;` between cells, a mark for UTF-8 and CRLF, as Dutch Excel wants them; no cell can be taken for a formula.
 */
export function reportCsv(locale: Locale, report: ImportReport): string {
  const words = text(locale).report
  const rows = [
    [words.line, words.school, words.outcome, words.explanation],
    ...report.outcomes.map((outcome) => [
      String(outcome.line),
      outcome.outcome === 'refused' ? '' : outcome.code,
      words[outcome.outcome],
      explanation(locale, outcome),
    ]),
    ...report.closed.map((code) => ['', code, words.closed, words.notInFile]),
  ]
  return `\ufeff${rows.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`
}

function explanation(locale: Locale, outcome: RowOutcome): string {
  switch (outcome.outcome) {
    case 'refused':
      return describeRowRefusal(locale, outcome.refusal)
    case 'updated': {
      const { fact, report } = text(locale)
      return report.changed(outcome.changed.map((name) => fact[name]).join(', '))
    }
    case 'added':
    case 'unchanged':
      return ''
  }
}

/** A cell that a spreadsheet takes for text, whatever is in it: OWASP's advice against formula injection. */
function csvCell(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
