import type { ArcGraph } from '../graph/graph.ts'

/**
 * A part of a graph that no exchange leaves, by itself: vertices 0 … n − 1 are `vertices[…]` of the graph. Arcs out of u lie at
 * `start[u]` … `start[u + 1] − 1` of `head` and `weight`, those into v at `inStart[v]` … of `tail`, where `inArc` says which
 * they are among those going out.
 */
export interface Part {
  readonly n: number
  readonly vertices: Int32Array
  readonly start: Int32Array
  readonly head: Int32Array
  readonly weight: Float64Array
  readonly inStart: Int32Array
  readonly tail: Int32Array
  readonly inArc: Int32Array
}

/** The parts of a graph that exchanges of two and three keep together, without the arcs that are on no exchange worth making. */
export function partsOf(graph: ArcGraph): readonly Part[] {
  const whole = partOf(
    graph,
    Int32Array.from({ length: graph.n }, (_, v) => v),
  )
  const useful = usefulArcs(whole)
  const { label, count } = labelParts(whole, useful)
  const vertices = Array.from({ length: count }, (): number[] => [])
  const place = new Int32Array(graph.n)
  for (const [v, p] of label.entries()) if (p >= 0) place[v] = (vertices[p]?.push(v) ?? 0) - 1
  const arcs = Array.from({ length: count }, () => ({
    from: [] as number[],
    to: [] as number[],
    weight: [] as number[],
  }))
  for (let u = 0; u < graph.n; u++)
    for (let at = whole.start[u] ?? 0; at < (whole.start[u + 1] ?? 0); at++) {
      if (useful[at] === 0) continue
      const of = arcs[label[u] ?? 0]
      of?.from.push(place[u] ?? 0)
      of?.to.push(place[whole.head[at] ?? 0] ?? 0)
      of?.weight.push(whole.weight[at] ?? 0)
    }
  return arcs.map((of, p) => {
    const own = Int32Array.from(vertices[p] ?? [])
    const from = Int32Array.from(of.from)
    return partOf({ n: own.length, from, to: Int32Array.from(of.to), weight: Float64Array.from(of.weight) }, own)
  })
}

function partOf({ n, from, to, weight }: ArcGraph, vertices: Int32Array): Part {
  const start = startsOf(n, from)
  const head = new Int32Array(from.length)
  const weights = new Float64Array(from.length)
  const place = start.slice(0, n)
  for (let k = 0; k < from.length; k++) {
    const at = place[from[k] ?? 0] ?? 0
    place[from[k] ?? 0] = at + 1
    head[at] = to[k] ?? 0
    weights[at] = weight[k] ?? 0
  }
  const inStart = startsOf(n, to)
  const tail = new Int32Array(from.length)
  const inArc = new Int32Array(from.length)
  const inPlace = inStart.slice(0, n)
  for (let u = 0; u < n; u++)
    for (let arc = start[u] ?? 0; arc < (start[u + 1] ?? 0); arc++) {
      const v = head[arc] ?? 0
      const at = inPlace[v] ?? 0
      inPlace[v] = at + 1
      tail[at] = u
      inArc[at] = arc
    }
  return { n, vertices, start, head, weight: weights, inStart, tail, inArc }
}

function startsOf(n: number, ends: Int32Array): Int32Array {
  const start = new Int32Array(n + 1)
  for (const v of ends) start[v + 1] = (start[v + 1] ?? 0) + 1
  for (let v = 0; v < n; v++) start[v + 1] = (start[v + 1] ?? 0) + (start[v] ?? 0)
  return start
}

/** By arc 1 where it is on an exchange of two or three that is worth more than 0. */
function usefulArcs({ n, start, head, weight, inStart, tail, inArc }: Part): Uint8Array {
  const useful = new Uint8Array(head.length)
  const home = new Int32Array(n).fill(-1)
  for (let u = 0; u < n; u++) {
    for (let at = inStart[u] ?? 0; at < (inStart[u + 1] ?? 0); at++) home[tail[at] ?? 0] = inArc[at] ?? 0
    for (let one = start[u] ?? 0; one < (start[u + 1] ?? 0); one++) {
      if (useful[one] === 1) continue
      const v = head[one] ?? 0
      const back = home[v] ?? -1
      if (back >= 0 && (weight[one] ?? 0) + (weight[back] ?? 0) > 0) {
        useful[one] = 1
        useful[back] = 1
        continue
      }
      for (let two = start[v] ?? 0; two < (start[v + 1] ?? 0); two++) {
        const three = home[head[two] ?? 0] ?? -1
        if (three < 0 || (weight[one] ?? 0) + (weight[two] ?? 0) + (weight[three] ?? 0) <= 0) continue
        useful[one] = 1
        useful[two] = 1
        useful[three] = 1
        break
      }
    }
    for (let at = inStart[u] ?? 0; at < (inStart[u + 1] ?? 0); at++) home[tail[at] ?? 0] = -1
  }
  return useful
}

/** By vertex its part, −1 where no useful arc touches it. */
function labelParts({ n, start, head, inStart, tail, inArc }: Part, useful: Uint8Array) {
  const label = new Int32Array(n).fill(-1)
  const open: number[] = []
  let count = 0
  const reach = (v: number) => {
    if (label[v] !== -1) return
    label[v] = count
    open.push(v)
  }
  for (let root = 0; root < n; root++) {
    if (label[root] !== -1) continue
    reach(root)
    let size = 0
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      size++
      for (let at = start[v] ?? 0; at < (start[v + 1] ?? 0); at++) if (useful[at] === 1) reach(head[at] ?? 0)
      for (let at = inStart[v] ?? 0; at < (inStart[v + 1] ?? 0); at++)
        if (useful[inArc[at] ?? 0] === 1) reach(tail[at] ?? 0)
    }
    if (size === 1) label[root] = -2
    else count++
  }
  return { label, count }
}
