import type { ArcGraph, EdgeGraph } from './graph.ts'

/** The exchanges of two: an edge where arcs go both ways, with the sum of their weights. */
export function mutualEdges({ n, from, to, weight }: ArcGraph): EdgeGraph {
  // Arcs in order of where they come from, so that those into u and those out of u can be laid beside each other.
  const start = new Int32Array(n + 1)
  for (const u of from) start[u + 1] = (start[u + 1] ?? 0) + 1
  for (let u = 0; u < n; u++) start[u + 1] = (start[u + 1] ?? 0) + (start[u] ?? 0)
  const place = start.slice(0, n)
  const order = new Int32Array(from.length)
  for (let k = 0; k < from.length; k++) {
    const u = from[k] ?? 0
    const at = place[u] ?? 0
    order[at] = k
    place[u] = at + 1
  }
  // `back` holds, for the u at hand, the arc u → v by v. Arcs v → u with v > u find their opposite there.
  const intoStart = new Int32Array(n + 1)
  for (const v of to) intoStart[v + 1] = (intoStart[v + 1] ?? 0) + 1
  for (let v = 0; v < n; v++) intoStart[v + 1] = (intoStart[v + 1] ?? 0) + (intoStart[v] ?? 0)
  const intoPlace = intoStart.slice(0, n)
  const into = new Int32Array(from.length)
  for (const k of order) {
    const v = to[k] ?? 0
    const at = intoPlace[v] ?? 0
    into[at] = k
    intoPlace[v] = at + 1
  }
  const back = new Int32Array(n).fill(-1)
  const owner = new Int32Array(n).fill(-1)
  const edgeFrom: number[] = []
  const edgeTo: number[] = []
  const edgeWeight: number[] = []
  for (let u = 0; u < n; u++) {
    for (let at = start[u] ?? 0; at < (start[u + 1] ?? 0); at++) {
      const k = order[at] ?? 0
      owner[to[k] ?? 0] = u
      back[to[k] ?? 0] = k
    }
    for (let at = intoStart[u] ?? 0; at < (intoStart[u + 1] ?? 0); at++) {
      const k = into[at] ?? 0
      const v = from[k] ?? 0
      if (v <= u || owner[v] !== u) continue
      edgeFrom.push(u)
      edgeTo.push(v)
      edgeWeight.push((weight[k] ?? 0) + (weight[back[v] ?? 0] ?? 0))
    }
  }
  return {
    n,
    from: Int32Array.from(edgeFrom),
    to: Int32Array.from(edgeTo),
    weight: Float64Array.from(edgeWeight),
  }
}
