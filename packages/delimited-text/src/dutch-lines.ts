import { withoutFormula } from './formula-guard.ts'

/** A number as it is written without words: a point for decimals. */
const number = /^-?\d+(?:\.\d+)?$/

/**
 * Rows as text that Dutch Excel opens well: `;` between cells, a mark for UTF-8, CRLF, a comma for decimals. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it. Yields a line at a time.
 */
export function* dutchLines(header: readonly string[], rows: Iterable<readonly string[]>): Generator<string> {
  yield `\ufeff${line(header)}`
  for (const row of rows) yield line(row)
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(';')}\r\n`
}

function cell(text: string): string {
  if (number.test(text)) return text.replace('.', ',')
  const harmless = withoutFormula(text)
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
