/**
 * The longest row of things that two rows have in common, as pairs of places in order: the greedy algorithm of E. W. Myers
 * (An O(ND) Difference Algorithm and Its Variations, 1986), which is fast where little changed. Null where more than
 * `mostChanges` things went or came: then it is not looked for any further. Steps: (lengths + changes) × changes at most.
 */
export function commonRow(
  a: readonly string[],
  b: readonly string[],
  mostChanges: number,
): readonly (readonly [number, number])[] | null {
  const start = sameStart(a, b)
  const end = sameEnd(a, b, Math.min(a.length, b.length) - start)
  const middle = pathOf(a.slice(start, a.length - end), b.slice(start, b.length - end), mostChanges)
  if (middle === null) return null
  return [
    ...Array.from({ length: start }, (_, i) => [i, i] as const),
    ...middle.map(([i, j]) => [i + start, j + start] as const),
    ...Array.from({ length: end }, (_, i) => [a.length - end + i, b.length - end + i] as const),
  ]
}

function sameStart(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++
  return length
}

function sameEnd(a: readonly string[], b: readonly string[], most: number): number {
  let length = 0
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}

function pathOf(
  a: readonly string[],
  b: readonly string[],
  most: number,
): readonly (readonly [number, number])[] | null {
  /** After each number of changes: the furthest place in `a` on each diagonal (place in `a` minus place in `b`). */
  const rounds: Int32Array[] = [new Int32Array(1)]
  const furthest = (changes: number, diagonal: number) => rounds[changes]?.[diagonal + changes] ?? 0
  /** From which diagonal this one is reached furthest with the last of so many changes. */
  const cameFrom = (changes: number, diagonal: number) =>
    diagonal === -changes ||
    (diagonal !== changes && furthest(changes - 1, diagonal - 1) < furthest(changes - 1, diagonal + 1))
      ? diagonal + 1
      : diagonal - 1
  const run = (place: number, diagonal: number) => {
    let i = place
    while (i < a.length && i - diagonal < b.length && a[i] === b[i - diagonal]) i++
    return i
  }
  const isEnd = (place: number, diagonal: number) => place >= a.length && place - diagonal >= b.length
  rounds[0]?.set([run(0, 0)])
  let changes = 0
  while (!isEnd(furthest(changes, a.length - b.length), a.length - b.length)) {
    if (changes === most) return null
    changes++
    const next = new Int32Array(2 * changes + 1)
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const from = cameFrom(changes, diagonal)
      const place = furthest(changes - 1, from) + (from < diagonal ? 1 : 0)
      next[diagonal + changes] = run(place, diagonal)
    }
    rounds.push(next)
  }
  const pairs: (readonly [number, number])[] = []
  let [i, j] = [a.length, b.length]
  for (; changes >= 0; changes--) {
    const from = changes === 0 ? 0 : cameFrom(changes, i - j)
    const place = changes === 0 ? 0 : furthest(changes - 1, from)
    while (i > place && j > place - from) {
      i--
      j--
      pairs.push([i, j])
    }
    i = place
    j = place - from
  }
  return pairs.reverse()
}
