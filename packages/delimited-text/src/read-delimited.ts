import { type IndexRefusal, indexCells, lineEndOf, type OtherWidths } from './cell-index.ts'
import { codeCells, type TextColumn } from './dictionary.ts'
import { decoderOf, detectEncoding, type Encoding } from './encoding.ts'
import { type Decimal, parseNumber } from './parse-number.ts'
import { guessSeparator } from './separator.ts'

export interface ReadOptions {
  /** One ASCII sign; found out where it is left out. */
  readonly separator?: string
  /** Leaves out rows that are not as wide as the header, and names the first so many; else the first is refused. */
  readonly leaveOut?: number
}

export interface NumberOptions {
  readonly decimal?: Decimal
  /** Texts, without blanks around them, that stand for a missing number; '' and 'NA' where left out. */
  readonly missing?: readonly string[]
}

export interface NumberColumn {
  /** One number a row, NaN where it is missing or unreadable. */
  readonly values: Float64Array
  /** Rows whose cell is missing. */
  readonly missing: number
  /** Rows whose cell is neither missing nor a number. */
  readonly unreadable: number
  /** The first of those; line and column count from 1, with the header on line 1. */
  readonly firstError?: { readonly row: number; readonly line: number; readonly column: number; readonly text: string }
}

/** A text of rows and columns under a header. Rows count from 0, below the header. */
export interface DelimitedTable {
  readonly ok: true
  readonly encoding: Encoding
  readonly separator: string
  /** Names without blanks around them; a name may be empty or occur twice. */
  readonly header: readonly string[]
  readonly rowCount: number
  /** Rows that were left out as they are not as wide as the header; none but with `leaveOut`. */
  readonly otherWidths: OtherWidths
  /** The cells of the first column of that name as texts; undefined where there is none. */
  column(name: string): TextColumn | undefined
  /** The cells of the first column of that name as numbers; undefined where there is none. */
  numbers(name: string, options?: NumberOptions): NumberColumn | undefined
  /**
   * Goes through all cells as they lie in the file, row by row, with their bytes as they are, quotes too. Where there are
   * hundreds of columns this takes a tenth of the time of one column after another.
   */
  visit(each: (row: number, column: number, bytes: Uint8Array, from: number, to: number) => void): void
  /** The text of one cell; column counts from 0. */
  cell(row: number, column: number): string
  /** The line of the file, from 1, on which a row starts. */
  lineOf(row: number): number
}

export type DelimitedRefusal = IndexRefusal

/**
 * Reads delimited text (RFC 4180 with any of `,` `;` tab `|`) from the bytes of a file. The encoding, the separator and
 * the line ends are found out. Nothing is copied but what is asked for: the table keeps the bytes and the place of every
 * cell (4 bytes a cell). Refuses an empty file, a row that is not as wide as the header, and a quote that never closes.
 */
export function readDelimited(file: Uint8Array, options: ReadOptions = {}): DelimitedTable | DelimitedRefusal {
  const { bytes, encoding, start: textStart } = detectEncoding(file)
  const told = separatorLine(bytes, textStart)
  const start = textStart + told.length
  const separator = options.separator ?? told.separator ?? guessSeparator(bytes, start)
  const index = indexCells(bytes, start, separator.charCodeAt(0), options.leaveOut)
  const linesBefore = told.length > 0 ? 1 : 0
  if (!index.ok) return index.reason === 'empty' ? index : { ...index, line: index.line + linesBefore }
  const { width, starts, oneLineARow } = index
  const rowCount = index.rows - 1
  const step = width + 1
  const decode = decoderOf(encoding)

  const textAt = (row: number, column: number): string => {
    const place = row * step + column
    const from = starts[place] ?? 0
    const to = (starts[place + 1] ?? 1) - 1
    const text = decode(bytes.subarray(from, to))
    return text.startsWith('"') ? unquoted(text) : text
  }
  const header = Array.from({ length: width }, (_, column) => withoutMark(textAt(0, column)).trim())
  let lines: Uint32Array | undefined
  const lineOf = (row: number) => {
    if (oneLineARow) return row + 2 + linesBefore
    lines ??= linesOfRows(bytes, index.rows, (each) => starts[each * step] ?? 0, start)
    return (lines[row + 1] ?? 0) + linesBefore
  }
  const place = (name: string) => {
    const column = header.indexOf(name)
    return column === -1 ? undefined : column
  }

  return {
    ok: true,
    encoding,
    separator,
    header,
    rowCount,
    otherWidths: {
      total: index.otherWidths.total,
      rows: index.otherWidths.rows.map((row) => ({ ...row, line: row.line + linesBefore })),
    },
    lineOf,
    cell: (row, column) => textAt(row + 1, column),
    visit: (each) => {
      for (let row = 0; row < rowCount; row++)
        for (let column = 0; column < width; column++) {
          const at = (row + 1) * step + column
          each(row, column, bytes, starts[at] ?? 0, (starts[at + 1] ?? 1) - 1)
        }
    },
    column: (name) => {
      const column = place(name)
      if (column === undefined) return undefined
      return codeCells(bytes, rowCount, { starts, first: step + column, step }, (row) => textAt(row + 1, column))
    },
    numbers: (name, { decimal = '.', missing = ['', 'NA'] } = {}) => {
      const column = place(name)
      if (column === undefined) return undefined
      const values = new Float64Array(rowCount)
      let missingCount = 0
      let unreadable = 0
      let firstError: NumberColumn['firstError']
      for (let row = 0; row < rowCount; row++) {
        const at = (row + 1) * step + column
        const from = starts[at] ?? 0
        const to = (starts[at + 1] ?? 0) - 1
        const isQuoted = bytes[from] === 0x22 && to - from > 1 && bytes[to - 1] === 0x22
        const value = isQuoted ? parseNumber(bytes, from + 1, to - 1, decimal) : parseNumber(bytes, from, to, decimal)
        values[row] = value
        if (!Number.isNaN(value)) continue
        const text = textAt(row + 1, column)
        if (missing.includes(text.trim())) missingCount++
        else {
          unreadable++
          firstError ??= { row, line: lineOf(row), column: column + 1, text }
        }
      }
      return { values, missing: missingCount, unreadable, ...(firstError === undefined ? {} : { firstError }) }
    },
  }
}

/** The line `sep=;` that Excel writes and reads before the header; of length 0 where there is none. */
function separatorLine(bytes: Uint8Array, start: number): { readonly length: number; readonly separator?: string } {
  const first = String.fromCharCode(...bytes.subarray(start, start + 10))
  const [line = '', separator = ''] = /^"?sep=([,;\t|])"?\r?\n/i.exec(first) ?? []
  return line === '' ? { length: 0 } : { length: line.length, separator }
}

/** A name without a byte order mark that ended up within its quotes (as latin-1, in published files), and the quotes it kept. */
function withoutMark(name: string): string {
  const rest = name.replace(/^(\ufeff|ï»¿)/, '')
  return rest === name ? name : unquoted(rest)
}

/** The text within quotes, doubled quotes made single; what follows the closing quote stays as it is. */
function unquoted(text: string): string {
  const close = /^"((?:[^"]|"")*)"/.exec(text)
  if (close === null) return text
  return (close[1] ?? '').replaceAll('""', '"') + text.slice(close[0].length)
}

/** The line of every row, where blank lines or line breaks in cells set them apart. */
function linesOfRows(bytes: Uint8Array, rows: number, startOf: (row: number) => number, start: number): Uint32Array {
  const lineEnd = lineEndOf(bytes, start)
  const lines = new Uint32Array(rows)
  let line = 1
  let next = bytes.indexOf(lineEnd, start)
  for (let row = 0; row < rows; row++) {
    const from = startOf(row)
    for (; next !== -1 && next < from; next = bytes.indexOf(lineEnd, next + 1)) line++
    lines[row] = line
  }
  return lines
}
