const quote = 0x22
const newline = 0x0a
const carriageReturn = 0x0d

/** Where every cell is, without a string made of any of them. */
export interface CellIndex {
  readonly ok: true
  /** Columns of the header; every row has as many. */
  readonly width: number
  /** Rows with the header. */
  readonly rows: number
  /**
   * `width + 1` places a row: where each cell starts and, last, one past where the row ends; cell c of row r is the bytes
   * from `starts[r × (width + 1) + c]` up to `starts[r × (width + 1) + c + 1] − 1`.
   */
  readonly starts: Uint32Array
  /** Whether row r is on line r + 1: no blank lines were left out, and no cell has a line break in it. */
  readonly oneLineARow: boolean
  /** Rows that are not as wide as the header, where those are left out: the first of them, and how many there are. */
  readonly otherWidths: OtherWidths
}

/** A row with fewer cells than the header, or with something in a cell past it. */
export interface RowWidth {
  readonly line: number
  readonly expected: number
  readonly found: number
}

export interface OtherWidths {
  readonly rows: readonly RowWidth[]
  readonly total: number
}

export type IndexRefusal =
  | { readonly ok: false; readonly reason: 'empty' }
  | ({ readonly ok: false; readonly reason: 'row-width' } & RowWidth)
  /** A quote that opens a cell and never closes; column counts from 1. */
  | { readonly ok: false; readonly reason: 'unclosed-quote'; readonly line: number; readonly column: number }

/**
 * Finds the cells of RFC 4180 text: quotes around a cell protect separators, line breaks and doubled quotes. Blank lines and
 * rows of empty cells alone, as spreadsheets leave behind, are left out; so are empty cells past the last of the header.
 * With `leaveOut` rows of another width are left out and the first so many named; without it the first is refused.
 */
export function indexCells(
  bytes: Uint8Array,
  start: number,
  separator: number,
  leaveOut?: number,
): CellIndex | IndexRefusal {
  const end = bytes.length
  const lineEnd = lineEndOf(bytes, start)
  const highest = Math.max(separator, lineEnd)
  let starts = new Uint32Array(0)
  /** How many places are filled. */
  let at = 0
  let width = 0
  let rows = 0
  let line = 1
  let oneLineARow = true
  const headerPlaces: number[] = []
  const leftOut: RowWidth[] = []
  let leftOutTotal = 0
  for (let i = start; i < end; ) {
    const rowLine = line
    const rowStart = i
    let cells = 1
    /** Where the first cell past the last of the header starts. */
    let rest = 0
    if (width === 0) headerPlaces.push(i)
    else starts[at++] = i
    for (let cellStart = i; ; ) {
      let byte = bytes[i] ?? lineEnd
      if (byte === quote && i === cellStart) {
        const openedAt = line
        for (i++; ; i++) {
          if (i >= end) return { ok: false, reason: 'unclosed-quote', line: openedAt, column: cells }
          byte = bytes[i] ?? 0
          if (byte === lineEnd) line++
          if (byte !== quote) continue
          if (bytes[i + 1] !== quote) break
          i++
        }
        i++
        byte = bytes[i] ?? lineEnd
      }
      while (byte !== separator && byte !== lineEnd) {
        // Most signs stand after separators in ASCII: one comparison a sign.
        do byte = bytes[++i] ?? lineEnd
        while (byte > highest)
      }
      i++
      if (byte === lineEnd) break
      cells++
      cellStart = i
      if (width === 0) headerPlaces.push(i)
      else if (cells <= width) starts[at++] = i
      else if (rest === 0) rest = i
    }
    const cut =
      lineEnd === newline && bytes[i - 2] === carriageReturn && i - 1 > rowStart ? i - 2 : Math.min(i - 1, end)
    line++
    if (cells === 1 && cut === rowStart) {
      if (width > 0) at--
      else headerPlaces.length = 0
      if (i < end) oneLineARow = false
      continue
    }
    if (line - rowLine > 1) oneLineARow = false
    if (width === 0) {
      width = cells
      starts = new Uint32Array((width + 1) * likelyLines(bytes, start, lineEnd))
      starts.set(headerPlaces)
      at = width
    } else if (width > 1 && bytes[rowStart] === separator && isEmpty(bytes, rowStart, cut, separator)) {
      at -= Math.min(cells, width)
      oneLineARow = false
      continue
    } else if (cells < width || (rest > 0 && !isEmpty(bytes, rest, cut, separator))) {
      const other = { line: rowLine, expected: width, found: cells }
      if (leaveOut === undefined) return { ok: false, reason: 'row-width', ...other }
      if (leftOut.length < leaveOut) leftOut.push(other)
      leftOutTotal++
      at -= Math.min(cells, width)
      oneLineARow = false
      continue
    }
    starts[at++] = rest > 0 ? rest : cut + 1
    rows++
    if (at + width + 1 > starts.length) {
      const longer = new Uint32Array(Math.ceil(starts.length * 1.3) + width + 1)
      longer.set(starts)
      starts = longer
    }
  }
  if (width === 0) return { ok: false, reason: 'empty' }
  return { ok: true, width, rows, starts, oneLineARow, otherWidths: { rows: leftOut, total: leftOutTotal } }
}

/** Whether there is nothing from `from` up to `to` but separators. */
function isEmpty(bytes: Uint8Array, from: number, to: number, separator: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== separator) return false
  return true
}

/** Line feed, or the carriage return of a file that has no line feeds. */
export function lineEndOf(bytes: Uint8Array, start: number): number {
  return bytes.indexOf(newline, start) === -1 && bytes.indexOf(carriageReturn, start) !== -1 ? carriageReturn : newline
}

/** Lines in the file, and a few more, guessed from the first of them. */
function likelyLines(bytes: Uint8Array, start: number, lineEnd: number): number {
  const sample = Math.min(bytes.length, start + 65_536)
  let lines = 1
  for (let i = bytes.indexOf(lineEnd, start); i !== -1 && i < sample; i = bytes.indexOf(lineEnd, i + 1)) lines++
  return Math.ceil(((lines * (bytes.length - start)) / Math.max(1, sample - start)) * 1.02) + 2
}
