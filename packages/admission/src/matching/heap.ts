/** Whether one candidate has to leave before the other, at the programme where both hold a seat. Strict. */
export type IsLater = (one: number, other: number) => boolean

interface Heap {
  [at: number]: number
}

/** Puts a candidate in the place after the last and lets it rise; the latest in order is on top. */
export function raise(heap: Heap, base: number, place: number, candidate: number, isLater: IsLater): void {
  let at = place
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[base + parent] ?? 0
    if (!isLater(candidate, above)) break
    heap[base + at] = above
    at = parent
  }
  heap[base + at] = candidate
}

/** Puts a candidate in a place, the top where none is given, instead of who was there, and lets it sink. */
export function sink(heap: Heap, base: number, size: number, candidate: number, isLater: IsLater, place = 0): void {
  let at = place
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && isLater(heap[base + child + 1] ?? 0, heap[base + child] ?? 0)) child++
    const below = heap[base + child] ?? 0
    if (!isLater(below, candidate)) break
    heap[base + at] = below
    at = child
  }
  heap[base + at] = candidate
}
