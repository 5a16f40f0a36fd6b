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

/** The rest of a line, trimmed, and where it ends. Long lines are cut: the text is for people and for short rows. */
export function lineAt(bytes: Uint8Array, at: number): { readonly text: string; readonly end: number } {
  const found = bytes.indexOf(newline, at)
  const end = found < 0 ? bytes.length : found
  return { text: new TextDecoder().decode(bytes.subarray(at, Math.min(end, at + 200))).trim(), end }
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
