import { longHeader, longRows } from './long-rows.ts'
import { readResults } from './read-results.ts'
import type { ResultsTable } from './results-table.ts'

// For tests: texts as bytes in the encodings that were used, and what is read of them.

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Bytes of windows-1252, for signs up to ÿ. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
}

/** The tables of a file that can be read. */
export function tablesOf(bytes: Uint8Array): readonly ResultsTable[] {
  const read = readResults(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.tables
}

/** The one table of a file, with its numbers in long form: `line brin+location period part measure low..high status`. */
export function longOf(bytes: Uint8Array): { readonly table: ResultsTable; readonly numbers: readonly string[] } {
  const [table] = tablesOf(bytes)
  if (table === undefined) throw new Error('no table')
  const at = (row: readonly string[], name: (typeof longHeader)[number]) => row[longHeader.indexOf(name)] ?? ''
  const numbers = [...longRows('f', table)].flatMap((row) => {
    if (at(row, 'unit') === 'text') return []
    const [low, high] = [at(row, 'low'), at(row, 'high')]
    const value = low === high ? low : `${low}..${high}`
    const words = [at(row, 'line'), at(row, 'brin') + at(row, 'location'), at(row, 'period'), at(row, 'part')]
    return [[...words, at(row, 'measure'), value || at(row, 'status')].filter((word) => word !== '').join(' ')]
  })
  return { table, numbers }
}
