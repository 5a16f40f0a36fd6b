/**
 * What may happen in a search, by the time at which it would: a binary heap in arrays. What is no longer true when its turn
 * comes is skipped then, so nothing is ever changed inside.
 *
 * `a` and `b` say what: for `grow` and `expand` they are that word's number and a vertex or node, else an edge.
 */
export interface EventQueue {
  size: number
  time: Float64Array
  a: Int32Array
  b: Int32Array
}

/** A vertex outside of the tree is reached. */
export const grow = -1
/** An odd blossom has no dual value left. */
export const expand = -2

export function createQueue(): EventQueue {
  return { size: 0, time: new Float64Array(1024), a: new Int32Array(1024), b: new Int32Array(1024) }
}

export function push(queue: EventQueue, when: number, a: number, b: number): void {
  if (queue.size === queue.time.length) enlarge(queue)
  const { time, a: as, b: bs } = queue
  let at = queue.size++
  while (at > 0) {
    const up = (at - 1) >> 1
    const other = time[up] ?? 0
    if (other <= when) break
    time[at] = other
    as[at] = as[up] ?? 0
    bs[at] = bs[up] ?? 0
    at = up
  }
  time[at] = when
  as[at] = a
  bs[at] = b
}

/** Takes the first event out; read it at index 0 before. */
export function dropFirst(queue: EventQueue): void {
  const { time, a, b } = queue
  const last = --queue.size
  const when = time[last] ?? 0
  let at = 0
  for (;;) {
    let down = 2 * at + 1
    if (down >= last) break
    if (down + 1 < last && (time[down + 1] ?? 0) < (time[down] ?? 0)) down++
    const other = time[down] ?? 0
    if (other >= when) break
    time[at] = other
    a[at] = a[down] ?? 0
    b[at] = b[down] ?? 0
    at = down
  }
  time[at] = when
  a[at] = a[last] ?? 0
  b[at] = b[last] ?? 0
}

function enlarge(queue: EventQueue): void {
  const size = 2 * queue.time.length
  const time = new Float64Array(size)
  time.set(queue.time)
  const a = new Int32Array(size)
  a.set(queue.a)
  const b = new Int32Array(size)
  b.set(queue.b)
  queue.time = time
  queue.a = a
  queue.b = b
}
