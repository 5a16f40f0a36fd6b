import { readDelimited } from '@kantelpunt/delimited-text'
import type { Layout } from '../layouts/layout.ts'
import { recognise } from '../layouts/recognise.ts'
import { isZip, readOds } from '../ods/read-ods.ts'
import type { Sheet } from '../ods/sheet-reader.ts'
import { delimitedTable } from '../tables/delimited-table.ts'
import { sheetTable } from '../tables/sheet-table.ts'
import type { Table } from '../tables/table.ts'
import { readTable } from './read-table.ts'
import type { Refusal } from './refusal.ts'
import type { ResultsTable } from './results-table.ts'

/** Rows of a sheet in which its header may stand: titles and notes come before it. */
const headerWithin = 30

/**
 * Reads a file of school results from its bytes, delimited text or an OpenDocument spreadsheet, and finds out by its
 * columns what it is; of a spreadsheet every sheet that is known. Refuses unknown files with what is missing, and a cell
 * that can't be read with its line and column. `more` are layouts beside those that are known here.
 */
export function readResults(
  bytes: Uint8Array,
  more: readonly Layout[] = [],
): { readonly ok: true; readonly tables: readonly ResultsTable[] } | Refusal {
  if (isZip(bytes)) {
    const spreadsheet = readOds(bytes)
    return spreadsheet.ok ? readSheets(spreadsheet.sheets, more) : spreadsheet
  }
  const binary = binaryLine(bytes)
  if (binary !== undefined) return { ok: false, reason: 'not-text', line: binary }
  const text = readDelimited(bytes)
  if (!text.ok) return unknownHeader(bytes, more) ?? text
  const table = readOne(delimitedTable(text), more)
  return table.ok ? { ok: true, tables: [table.table] } : table
}

function readOne(table: Table, more: readonly Layout[]): ReturnType<typeof readTable> {
  const recognised = recognise(table.header, more)
  if (recognised.ok) return readTable(table, recognised)
  const { nearest, recognised: known, missing, unknown } = recognised
  return {
    ok: false,
    reason: 'unknown-file',
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    nearest: nearest.title,
    recognised: known,
    missing,
    unknown,
  }
}

/** Of a text whose rows do not fit its header: whether the header alone already says that the file is not known. */
function unknownHeader(bytes: Uint8Array, more: readonly Layout[]): Refusal | undefined {
  const end = bytes.indexOf(0x0a)
  const header = readDelimited(end === -1 ? bytes : bytes.subarray(0, end))
  if (!header.ok || recognise(header.header, more).ok) return undefined
  const refused = readOne(delimitedTable(header), more)
  return refused.ok ? undefined : refused
}

/** Sheets with an explanation are passed over; a workbook without any sheet that is known is refused for its best one. */
function readSheets(sheets: readonly Sheet[], more: readonly Layout[]): ReturnType<typeof readResults> {
  const tables: ResultsTable[] = []
  for (const sheet of sheets) {
    const headerRow = headerRowOf(sheet, more)
    if (headerRow === -1) continue
    const read = readOne(sheetTable(sheet, headerRow), more)
    if (!read.ok) return read
    tables.push(read.table)
  }
  if (tables.length > 0) return { ok: true, tables }
  const widest = sheets
    .flatMap((sheet) => sheet.rows.slice(0, headerWithin).map((row, place) => ({ sheet, row, place })))
    .map((candidate) => ({ ...candidate, known: knownOf(candidate.row, more) }))
    .toSorted((one, other) => other.known - one.known || other.row.length - one.row.length)[0]
  if (widest === undefined) return { ok: false, reason: 'empty' }
  const refused = readOne(sheetTable(widest.sheet, widest.place), more)
  return refused.ok ? { ok: true, tables: [refused.table] } : refused
}

/** The place of the header in a sheet that is known; -1 where it is not. */
export function headerRowOf(sheet: Sheet, more: readonly Layout[] = []): number {
  return sheet.rows.slice(0, headerWithin).findIndex((row) => recognise(row, more).ok)
}

function knownOf(header: readonly string[], more: readonly Layout[]): number {
  const recognised = recognise(header, more)
  return recognised.ok ? recognised.known.length : recognised.recognised.length
}

/** The line of the first NUL, which no text has but UTF-16, whose mark comes first. */
function binaryLine(bytes: Uint8Array): number | undefined {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const at = isUtf16 ? -1 : bytes.indexOf(0)
  if (at === -1) return undefined
  let line = 1
  for (let i = bytes.indexOf(0x0a); i !== -1 && i < at; i = bytes.indexOf(0x0a, i + 1)) line++
  return line
}
