import { parse } from 'csv-parse/sync'
import { type Encoding, readText, type TextRefusal } from './file-text.ts'
import { type ColumnsRefusal, registerColumns } from './register-columns.ts'
import { type RegisterRow, type RowReading, type RowRefusal, readRow } from './register-row.ts'

/**
 * Limits of one file. DUO's largest has 6,300 rows and 2 MB; a fully padded one would have 15 MB. What lies beyond is not
 * that file, and is refused before it costs memory or time.
 */
export const limits = { bytes: 32 * 1024 * 1024, rows: 20_000, lineLength: 10_000 } as const

export type Sector = 'po' | 'vo'

/** A file that could be read. Every line below the header is in `rows`, in `refused`, or counted as blank. */
export interface RegisterFile {
  readonly sector: Sector
  readonly encoding: Encoding
  readonly delimiter: string
  readonly rows: readonly RegisterRow[]
  readonly refused: readonly { readonly line: number; readonly refusal: RowRefusal }[]
  readonly blankLines: number
  /** Of the file as it came, for its fingerprint. */
  readonly bytes: Uint8Array
}

/** Why a whole file can't be read, with what is needed to say what to do. */
export type FileRefusal =
  | TextRefusal
  | ColumnsRefusal
  | { readonly reason: 'header-quote-not-closed' }
  | { readonly reason: 'no-rows' }
  | { readonly reason: 'too-many-rows'; readonly limit: number }

export type RegisterFileReading =
  | { readonly ok: true; readonly file: RegisterFile }
  | { readonly ok: false; readonly refusal: FileRefusal }

/**
 * Reads DUO's file of school locations (alle vestigingen, basisonderwijs or voortgezet onderwijs), recognised by its
 * content. DUO writes no line break inside a cell, so each line is a row: a quote that is never closed spoils that row
 * alone, and no row can be lost in another one.
 */
export async function readRegisterFile(chunks: AsyncIterable<Uint8Array>): Promise<RegisterFileReading> {
  const refuse = (refusal: FileRefusal): RegisterFileReading => ({ ok: false, refusal })
  const text = await readText(chunks, limits.bytes)
  if (!text.ok) return refuse(text.refusal)

  const lines = text.text.split(/\r\n|\n|\r/)
  const headerAt = lines.findIndex((line) => line.trim() !== '')
  const header = lines[headerAt] ?? ''
  const delimiter = delimiterOf(header)
  const headerCells = splitLine(header.slice(0, limits.lineLength), delimiter)
  if (headerCells === undefined) return refuse({ reason: 'header-quote-not-closed' })
  const recognised = registerColumns(headerCells)
  if (!recognised.ok) return refuse(recognised.refusal)
  const { columns } = recognised

  const readings: RowReading[] = []
  const firstLines = new Map<string, RegisterRow>()
  let blankLines = 0
  for (const [i, line] of lines.entries()) {
    if (i <= headerAt) continue
    if (isBlank(line, delimiter)) {
      // What follows the last line break is no line.
      if (i < lines.length - 1) blankLines += 1
      continue
    }
    if (readings.length === limits.rows) return refuse({ reason: 'too-many-rows', limit: limits.rows })
    const reading = readLine(line, i + 1)
    readings.push(reading.ok ? onlyOnce(reading.row) : reading)
  }
  if (readings.length === 0) return refuse({ reason: 'no-rows' })
  return {
    ok: true,
    file: {
      sector: columns.sector,
      encoding: text.encoding,
      delimiter,
      rows: readings.flatMap((reading) => (reading.ok ? [reading.row] : [])),
      refused: readings.flatMap((reading) => (reading.ok ? [] : [{ line: reading.line, refusal: reading.refusal }])),
      blankLines,
      bytes: text.bytes,
    },
  }

  function readLine(line: string, number: number): RowReading {
    if (line.length > limits.lineLength) {
      return { ok: false, line: number, refusal: { reason: 'line-too-long', limit: limits.lineLength } }
    }
    const cells = splitLine(line, delimiter)
    if (cells === undefined) return { ok: false, line: number, refusal: { reason: 'quote-not-closed' } }
    return readRow(columns, cells, number)
  }

  /** The same row twice says nothing new; two rows that differ leave it open which one holds. */
  function onlyOnce(row: RegisterRow): RowReading {
    const first = firstLines.get(row.code)
    if (first === undefined) firstLines.set(row.code, row)
    if (first === undefined || JSON.stringify(first.facts) === JSON.stringify(row.facts)) return { ok: true, row }
    return { ok: false, line: row.line, refusal: { reason: 'school-twice', code: row.code, firstLine: first.line } }
  }
}

function delimiterOf(header: string): string {
  const counted = [';', ',', '\t'].map((sign) => ({ sign, count: header.split(sign).length }))
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign
}

function isBlank(line: string, delimiter: string): boolean {
  return line.replaceAll(delimiter, '').trim() === ''
}

/**
 * The cells of a line; undefined where a quote opens and never closes. A quote inside a cell that doesn't begin with one
 * is a quote (`Basisschool "De Brug"`). A line without quotes needs no parser: six thousand calls would take a second.
 */
function splitLine(line: string, delimiter: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(delimiter)
  try {
    const [cells] = parse(line, { delimiter, relax_quotes: true, relax_column_count: true }) as string[][]
    return cells
  } catch {
    return undefined
  }
}
