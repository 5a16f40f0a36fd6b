import { weightLimit } from '../graph/graph.ts'
import { readDecimal, scaleUp } from './decimal.ts'
import { findDuplicate } from './duplicates.ts'
import type { ExchangeFile } from './read-exchange.ts'
import { type Refused, refuse, tooMany } from './refusal.ts'
import { firstByte, isBlank, lineAt, lineOfRow, skipBlank } from './text-lines.ts'

interface RowFormat {
  readonly directed: boolean
  readonly decimals: boolean
  /** After the rows comes `-1 -1 -1`. */
  readonly endLine: boolean
}

const [newline, minus, zero] = [10, 45, 48]

/** `N M`, then M rows `u v weight` with vertices from 0: a scanner over bytes, for millions of rows. */
export function readRows(bytes: Uint8Array, format: RowFormat): ExchangeFile | Refused {
  const position = { at: firstByte(bytes), line: 1 }
  skipBlank(bytes, position)
  if (position.at === bytes.length) return refuse({ reason: 'empty' })
  const header = lineAt(bytes, position.at)
  const announced = /^(\d{1,15})\s+(\d{1,15})$/.exec(header.text)
  if (announced === null)
    return refuse({ reason: 'bad-header', line: position.line, text: header.text, expected: 'N M' })
  const n = Number(announced[1])
  const rows = Number(announced[2])
  const large = tooMany(n, rows)
  if (large !== undefined) return large
  position.at = header.end

  // A row takes at least six bytes: what is announced may be more than can be there.
  const room = Math.min(rows, Math.floor((bytes.length - position.at) / 6) + 1)
  const from = new Int32Array(room)
  const to = new Int32Array(room)
  const weight = new Float64Array(room)
  let places: Uint16Array | undefined
  const limit = weightLimit(n)
  for (let k = 0; k < rows; k++) {
    skipBlank(bytes, position)
    let at = position.at
    if (at === bytes.length || k === room)
      return refuse({ reason: 'cut-off', line: position.line, found: k, expected: rows })
    // The usual: digits, blank, digits, blank, digits. Anything else is read again, slowly, to say what it is.
    let u = 0
    let v = 0
    let size = 0
    let usual = true
    let begin = at
    for (let digit = (bytes[at] ?? 0) - zero; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - zero)
      u = u * 10 + digit
    usual = at > begin && at - begin < 10 && isBlank(bytes[at])
    while (isBlank(bytes[at])) at++
    begin = at
    for (let digit = (bytes[at] ?? 0) - zero; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - zero)
      v = v * 10 + digit
    usual &&= at > begin && at - begin < 10 && isBlank(bytes[at])
    while (isBlank(bytes[at])) at++
    const negative = bytes[at] === minus
    if (negative) at++
    begin = at
    for (let digit = (bytes[at] ?? 0) - zero; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - zero)
      size = size * 10 + digit
    usual &&= at > begin && at - begin < 16
    while (isBlank(bytes[at])) at++
    usual &&= at === bytes.length || bytes[at] === newline
    if (usual && u < n && v < n && u !== v && size <= limit) {
      from[k] = u
      to[k] = v
      weight[k] = negative ? -size : size
      position.at = at
      continue
    }
    const { text, end } = lineAt(bytes, position.at)
    if (format.endLine && /^-1\s+-1\s+-1$/.test(text))
      return refuse({ reason: 'cut-off', line: position.line, found: k, expected: rows })
    const row = readRow(text, position.line, n, format.decimals)
    // The last line of a file that announces more, and has no end: what is wrong with it is that it was cut.
    if (!row.ok && end === bytes.length && (k + 1 < rows || row.refusal.reason === 'bad-row'))
      return refuse({ reason: 'cut-off', line: position.line, found: k, expected: rows })
    if (!row.ok) return row
    from[k] = row.from
    to[k] = row.to
    weight[k] = row.digits
    if (row.places > 0) {
      places ??= new Uint16Array(room)
      places[k] = row.places
    }
    position.at = end
  }
  const remains = readEnd(bytes, position, format, rows)
  if (remains !== undefined) return remains
  const { scale, tooLarge } = scaleUp(n, weight, places)
  if (tooLarge >= 0) {
    const line = lineOfRow(bytes, tooLarge)
    return refuse({ reason: 'weight-too-large', ...line, limit: limit / scale })
  }
  const twice = findDuplicate(n, from, to, format.directed)
  if (twice === undefined) return { ok: true, directed: format.directed, graph: { n, from, to, weight }, scale }
  const ends = [from[twice.row] ?? 0, to[twice.row] ?? 0]
  const { line } = lineOfRow(bytes, twice.row)
  return refuse({ reason: 'duplicate', line, earlier: lineOfRow(bytes, twice.earlier).line, ends })
}

function readEnd(
  bytes: Uint8Array,
  position: { at: number; line: number },
  { endLine }: RowFormat,
  expected: number,
): Refused | undefined {
  skipBlank(bytes, position)
  if (endLine) {
    const { text, end } = lineAt(bytes, position.at)
    // Where the end line itself is cut, its beginning is there.
    if (end === bytes.length && '-1 -1 -'.startsWith(text.replaceAll(/\s+/g, ' ')))
      return refuse({ reason: 'no-end-line', line: position.line })
    if (!/^-1\s+-1\s+-1$/.test(text)) return refuse({ reason: 'more-than-announced', line: position.line, expected })
    position.at = end
    skipBlank(bytes, position)
  }
  if (position.at === bytes.length) return undefined
  return refuse({ reason: 'more-than-announced', line: position.line, expected })
}

type Row =
  | Refused
  | {
      readonly ok: true
      readonly from: number
      readonly to: number
      readonly digits: number
      readonly places: number
    }

function readRow(text: string, line: number, n: number, decimals: boolean): Row {
  const cells = text.split(/\s+/)
  const [one = '', other = '', last = ''] = cells
  if (cells.length !== 3) return refuse({ reason: 'bad-row', line, text })
  for (const cell of [one, other]) {
    if (!/^[+-]?\d+$/.test(cell)) return refuse({ reason: 'no-number', line, text: cell })
    const vertex = Number(cell)
    if (!(vertex >= 0 && vertex < n))
      return refuse({ reason: 'unknown-vertex', line, text: cell, first: 0, last: n - 1 })
  }
  const [from, to] = [Number(one), Number(other)]
  if (from === to) return refuse({ reason: 'self-loop', line, vertex: from })
  const weight = readDecimal(last)
  if (weight === undefined) return refuse({ reason: 'no-number', line, text: last })
  const limit = weightLimit(n)
  if (weight === 'too-long' || Math.abs(weight.digits) / 10 ** weight.places > limit)
    return refuse({ reason: 'weight-too-large', line, text: last, limit })
  if (weight.places > 0 && !decimals) return refuse({ reason: 'weight-not-whole', line, text: last })
  return { ok: true, from, to, ...weight }
}
