import { type DelimitedRefusal, type DelimitedTable, readDelimited } from '@kantelpunt/delimited-text'
import { mostRows, mostSheetBytes, mostTextBytes } from './limits.ts'
import { readSpreadsheet, type SpreadsheetRefusal } from './spreadsheet.ts'

export interface PupilFile {
  readonly ok: true
  readonly table: DelimitedTable
  /** Of a spreadsheet: the sheets with anything in them, and which one this is. */
  readonly sheets: readonly string[]
  readonly sheet: string
}

export type FileStop =
  | DelimitedRefusal
  | SpreadsheetRefusal
  | { readonly ok: false; readonly reason: 'too-large'; readonly limitBytes: number }
  | { readonly ok: false; readonly reason: 'too-many-rows'; readonly rows: number; readonly limit: number }
  /** An Excel file of before 2007, a PDF, a picture. */
  | { readonly ok: false; readonly reason: 'not-a-table' }
  /** One column: cells are separated by something else. */
  | { readonly ok: false; readonly reason: 'one-column'; readonly text: string }
  | { readonly ok: false; readonly reason: 'too-few-columns'; readonly columns: number }
  | { readonly ok: false; readonly reason: 'column-without-name'; readonly column: number }
  | { readonly ok: false; readonly reason: 'name-twice'; readonly name: string }
  /** The first line has numbers rather than names. */
  | { readonly ok: false; readonly reason: 'no-header' }
  | { readonly ok: false; readonly reason: 'no-rows' }

/** What files of other kinds begin with: Excel before 2007, PDF, PNG, JPEG, gzip. */
const otherKinds = ['d0cf11e0', '25504446', '89504e47', 'ffd8ff', '1f8b08']

/** Whether a file of this size may be read at all; `name` tells a spreadsheet from text before a byte of it is there. */
export function sizeStop(name: string, bytes: number): FileStop | undefined {
  const limitBytes = /\.xlsx$/i.test(name) ? mostSheetBytes : mostTextBytes
  return bytes > limitBytes ? { ok: false, reason: 'too-large', limitBytes } : undefined
}

/**
 * Reads a CSV (any of `,` `;` tab `|`, any usual encoding) or an .xlsx file, told by its bytes. Of several sheets the one
 * named `sheet`, else the first. Lines of messages are those of the file or sheet.
 */
export async function readPupilFile(bytes: Uint8Array, sheet?: string): Promise<PupilFile | FileStop> {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (otherKinds.some((kind) => start.startsWith(kind))) return { ok: false, reason: 'not-a-table' }
  if (start !== '504b0304') return fileOf(bytes, [], '')
  if (bytes.length > mostSheetBytes) return { ok: false, reason: 'too-large', limitBytes: mostSheetBytes }
  const read = await readSpreadsheet(bytes)
  if (!read.ok) return read
  const chosen = read.sheets.find(({ name }) => name === sheet) ?? read.sheets[0]
  if (chosen === undefined) return { ok: false, reason: 'empty' }
  return fileOf(
    chosen.bytes,
    read.sheets.map(({ name }) => name),
    chosen.name,
  )
}

function fileOf(bytes: Uint8Array, sheets: readonly string[], sheet: string): PupilFile | FileStop {
  const table = readDelimited(bytes, sheets.length > 0 ? { separator: '\t' } : {})
  if (!table.ok) return table
  const { header, rowCount } = table
  if (header.length === 1) return { ok: false, reason: 'one-column', text: (header[0] ?? '').slice(0, 80) }
  const nameless = header.indexOf('')
  if (nameless !== -1) return { ok: false, reason: 'column-without-name', column: nameless + 1 }
  const numbers = header.filter((name) => /^[+-]?\d+([.,]\d+)?$/.test(name))
  if (numbers.length >= 2) return { ok: false, reason: 'no-header' }
  const twice = header.find((name, k) => header.indexOf(name) !== k)
  if (twice !== undefined) return { ok: false, reason: 'name-twice', name: twice }
  if (header.length < 3) return { ok: false, reason: 'too-few-columns', columns: header.length }
  if (rowCount === 0) return { ok: false, reason: 'no-rows' }
  if (rowCount > mostRows) return { ok: false, reason: 'too-many-rows', rows: rowCount, limit: mostRows }
  return { ok: true, table, sheets, sheet }
}
