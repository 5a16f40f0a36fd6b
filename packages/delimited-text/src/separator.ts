const candidates = [',', ';', '\t', '|']
const quote = 0x22
const newline = 0x0a
/** Rows that are looked at: enough to tell a separator from a comma in a sentence. */
const rowsLookedAt = 50

/**
 * The separator under which the first rows have the same number of cells as the header, and most of them; a comma where
 * none occurs. Signs within quotes do not count.
 */
export function guessSeparator(bytes: Uint8Array, start: number): string {
  const counts = countPerRow(bytes, start)
  let best = ','
  let bestScore = 0
  for (const [k, candidate] of candidates.entries()) {
    const [header = 0, ...rows] = counts.map((row) => row[k] ?? 0)
    const alike = rows.length === 0 ? 1 : rows.filter((count) => count === header).length / rows.length
    // Likeness of the rows leads; the number of columns decides between separators that are as regular.
    const score = header === 0 ? 0 : alike * 1000 + Math.min(header, 999)
    if (score > bestScore) [best, bestScore] = [candidate, score]
  }
  return best
}

/** For each of the first rows that are not blank, how often every candidate occurs outside quotes. */
function countPerRow(bytes: Uint8Array, start: number): readonly (readonly number[])[] {
  const codes = candidates.map((candidate) => candidate.charCodeAt(0))
  const rows: number[][] = []
  let row = candidates.map(() => 0)
  let quoted = false
  let blank = true
  for (let i = start; i < bytes.length && rows.length < rowsLookedAt; i++) {
    const byte = bytes[i] ?? 0
    if (byte === quote) quoted = !quoted
    if (byte !== newline) blank = blank && byte === 0x0d
    const k = quoted ? -1 : codes.indexOf(byte)
    if (k >= 0) row[k] = (row[k] ?? 0) + 1
    if (byte === newline && !quoted) {
      if (!blank) rows.push(row)
      row = candidates.map(() => 0)
      blank = true
    }
  }
  // The last row counts only where the file ends in it: elsewhere it may be cut off.
  if (!blank && rows.length < rowsLookedAt) rows.push(row)
  return rows
}
