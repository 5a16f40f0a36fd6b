/** Rows of the table, made once: search compares one word with thousands. */
const longest = 64
const rows: readonly [Int32Array, Int32Array, Int32Array] = [
  new Int32Array(longest + 1),
  new Int32Array(longest + 1),
  new Int32Array(longest + 1),
]

/**
 * How many edits two words are apart, at most `limit`: a letter put in, left out, changed, or swapped with the next
 * (optimal string alignment). More gives `limit + 1`. With `prefix`, `b` may go on after what matches `a`.
 */
export function editDistance(a: string, b: string, limit: number, prefix = false): number {
  const length = prefix ? Math.min(b.length, a.length + limit) : b.length
  if (a.length > longest || length > longest || a.length - length > limit) return limit + 1
  if (!prefix && length - a.length > limit) return limit + 1
  let [beforePrevious, previous, row] = rows
  for (let j = 0; j <= length; j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    row[0] = i
    let best = i
    for (let j = 1; j <= length; j++) {
      const other = b.charCodeAt(j - 1)
      // Every index lies inside its row: 0 ≤ j ≤ length ≤ longest.
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (letter === other ? 0 : 1),
      )
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1)
      }
      row[j] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    ;[beforePrevious, previous, row] = [previous, row, beforePrevious]
  }
  let distance = previous[length] ?? 0
  if (prefix) for (let j = 0; j < length; j++) distance = Math.min(distance, previous[j] ?? 0)
  return Math.min(distance, limit + 1)
}
