/** Lines of a file of rows, by bytes. */

const [tab, newline, carriageReturn, space] = [9, 10, 13, 32]

export function isBlank(byte: number | undefined): boolean {
  return byte === space || byte === tab || byte === carriageReturn
}

/** Where the text begins: after a byte order mark. */
export function firstByte(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}

/** Goes on to the next byte that is not blank, over the ends of lines. */
export function skipBlank(bytes: Uint8Array, position: { at: number; line: number }): void {
  let { at } = position
  for (; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === newline) position.line++
    else if (!isBlank(byte)) break
  }
  position.at = at
}

/** No row is longer. */
const longest = 200

/** The rest of a line, trimmed, and where it ends. Of a longer one the beginning with a sign that no number has: it is for people. */
export function lineAt(bytes: Uint8Array, at: number): { readonly text: string; readonly end: number } {
  const found = bytes.indexOf(newline, at)
  const end = found < 0 ? bytes.length : found
  let last = end
  while (last > at && isBlank(bytes[last - 1])) last--
  return { text: beginningOf(bytes.subarray(at, last)), end }
}

/** What is written there, cut with a sign that no number has where it is too long to be one. */
export function beginningOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, longest)).trim()
  return bytes.length > longest ? `${text}…` : text
}

/** The line that row k (from 0, below the header) is on, and the weight that stands there. */
export function lineOfRow(bytes: Uint8Array, k: number): { readonly line: number; readonly text: string } {
  const position = { at: firstByte(bytes), line: 1 }
  for (let row = -1; ; row++) {
    skipBlank(bytes, position)
    const end = bytes.indexOf(newline, position.at)
    if (row === k) {
      const text = lineAt(bytes, position.at).text.split(/\s+/)[2] ?? ''
      return { line: position.line, text }
    }
    if (end < 0) return { line: position.line, text: '' }
    position.at = end
  }
}
