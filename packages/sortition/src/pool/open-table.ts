import { type DelimitedTable, readDelimited } from '@kantelpunt/delimited-text'
import type { Problems } from './problem.ts'

const newline = 0x0a
const carriageReturn = 0x0d
const separators = [...',;\t|'].map((sign) => sign.charCodeAt(0))
/** Files above this size, in bytes, are read once. */
const readAgain = 5e6
const rowsListed = 20

/**
 * A delimited table, or undefined where that failed. A row of another width ends the reading of a table; in files of ordinary
 * size it is told and left out, so that the problems of other rows are found in the same go.
 */
export function openTable(bytes: Uint8Array, file: 'quotas' | 'pool', problems: Problems): DelimitedTable | undefined {
  let text = bytes
  let told = 0
  for (;;) {
    const read = readDelimited(text)
    if (read.ok) return read
    if (read.reason === 'empty') problems.add({ file, reason: 'empty-file' })
    else if (read.reason === 'unclosed-quote')
      problems.add({ file, line: read.line, column: String(read.column), reason: 'unclosed-quote' })
    else {
      const { line, expected, found } = read
      const narrower = told === 0 && found < expected ? withNarrowHeader(text) : text
      if (narrower.length < text.length) {
        text = narrower
        continue
      }
      problems.add({ file, line, reason: 'row-width', expected, found })
      if (told++ < rowsListed && text.length <= readAgain) {
        text = withoutLine(text, line)
        continue
      }
    }
    return undefined
  }
}

/** The same text without empty names at the end of the header, which the rows below do not have. */
function withNarrowHeader(bytes: Uint8Array): Uint8Array {
  const found = bytes.indexOf(newline)
  const lineEnd = found === -1 ? bytes.length : found
  let end = bytes[lineEnd - 1] === carriageReturn ? lineEnd - 1 : lineEnd
  const rest = bytes.subarray(end)
  while (end > 0 && separators.includes(bytes[end - 1] ?? 0)) end--
  return joined(bytes.subarray(0, end), rest)
}

/** The same text with a blank line in the place of this one, so that the others keep their numbers. */
function withoutLine(bytes: Uint8Array, line: number): Uint8Array {
  let from = 0
  for (let each = 1; each < line; each++) from = bytes.indexOf(newline, from) + 1
  const end = bytes.indexOf(newline, from)
  return joined(bytes.subarray(0, from), end === -1 ? new Uint8Array(0) : bytes.subarray(end))
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
