import { withoutFormula } from './formula-guard.ts'

/**
 * Rows for programs, as RFC 4180 has them: `,` between cells, CRLF, a point for decimals, nothing for null. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it; numbers never do. Yields a line at a time.
 */
export function* csvLines(
  header: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): Generator<string> {
  yield line(header)
  for (const row of rows) yield line(row)
}

function line(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = withoutFormula(value)
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
