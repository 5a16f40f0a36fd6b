/** The first row that has the same ends as an earlier one, with that one; for edges [u, v] and [v, u] are the same. */
export function findDuplicate(
  n: number,
  from: Int32Array,
  to: Int32Array,
  directed: boolean,
): { readonly row: number; readonly earlier: number } | undefined {
  const start = new Int32Array(n + 1)
  for (let k = 0; k < from.length; k++) {
    const u = from[k] ?? 0
    const v = to[k] ?? 0
    const own = directed || u < v ? u : v
    start[own + 1] = (start[own + 1] ?? 0) + 1
  }
  for (let u = 0; u < n; u++) start[u + 1] = (start[u + 1] ?? 0) + (start[u] ?? 0)
  const place = start.slice(0, n)
  const order = new Int32Array(from.length)
  for (let k = 0; k < from.length; k++) {
    const u = from[k] ?? 0
    const v = to[k] ?? 0
    const own = directed || u < v ? u : v
    const at = place[own] ?? 0
    order[at] = k
    place[own] = at + 1
  }
  const seenBy = new Int32Array(n).fill(-1)
  const seenIn = new Int32Array(n)
  let row = from.length
  let earlier = -1
  for (let own = 0; own < n; own++) {
    for (let at = start[own] ?? 0; at < (start[own + 1] ?? 0); at++) {
      const k = order[at] ?? 0
      const other = (from[k] ?? 0) + (to[k] ?? 0) - own
      if (seenBy[other] !== own) {
        seenBy[other] = own
        seenIn[other] = k
      } else if (k < row) {
        row = k
        earlier = seenIn[other] ?? 0
      }
    }
  }
  return earlier < 0 ? undefined : { row, earlier }
}
