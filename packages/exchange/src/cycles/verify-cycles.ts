import type { ArcGraph, Cycles } from '../graph/graph.ts'
import type { CyclesCertificate, Leaf, PartProof } from './certificate.ts'

export type CyclesVerdict =
  | { readonly sound: true; readonly bound: number }
  | {
      readonly sound: false
      readonly why:
        | 'no-cycle'
        | 'twice-in-a-cycle'
        | 'not-an-edge'
        | 'wrong-objective'
        | 'no-dual-value'
        | 'parts-not-apart'
        | 'branches-not-complete'
        | 'edge-not-covered'
        | 'claims-too-much'
    }

/** What is claimed of a graph: exchanges, what they are worth, that nothing is worth more than `bound`, and why. */
export interface CyclesClaim {
  readonly cycles: Cycles
  readonly objective: number
  readonly bound: number
  readonly certificate: Pick<CyclesCertificate, 'times' | 'parts'>
}

/**
 * Checks exchanges of two and three and the proof of their bound, by looking at every exchange there is: about a second per
 * ten million. Shares nothing with what made them but types, and needs no solver.
 */
export function verifyCycles(graph: ArcGraph, { cycles, objective, bound, certificate }: CyclesClaim): CyclesVerdict {
  const arcs = arcsOf(graph)
  const chosen = checkCycles(graph.n, arcs, cycles)
  if (typeof chosen === 'string') return { sound: false, why: chosen }
  if (chosen !== objective) return { sound: false, why: 'wrong-objective' }
  const { parts, times } = certificate
  if (!isWhole(times) || times < 1) return { sound: false, why: 'no-dual-value' }
  const part = new Int32Array(graph.n).fill(-1)
  const place = new Int32Array(graph.n)
  let proven = 0
  for (const [p, { vertices, leaves }] of parts.entries()) {
    for (const [i, v] of vertices.entries()) {
      if (!isWhole(v) || v >= graph.n || part[v] !== -1) return { sound: false, why: 'parts-not-apart' }
      part[v] = p
      place[v] = i
    }
    let most = 0
    for (const leaf of leaves) {
      const sum = sumOf(leaf, vertices.length)
      if (sum === undefined) return { sound: false, why: 'no-dual-value' }
      most = Math.max(most, Math.floor(sum / times))
    }
    if (!isComplete(leaves, 0)) return { sound: false, why: 'branches-not-complete' }
    proven += most
  }
  const why = uncovered(graph.n, arcs, part, place, parts, times)
  if (why !== undefined) return { sound: false, why }
  if (proven !== bound) return { sound: false, why: 'claims-too-much' }
  return { sound: true, bound }
}

type Arcs = readonly ReadonlyMap<number, number>[]

function arcsOf({ n, from, to, weight }: ArcGraph): Arcs {
  const arcs = Array.from({ length: n }, () => new Map<number, number>())
  for (const [k, u] of from.entries()) arcs[u]?.set(to[k] ?? 0, weight[k] ?? 0)
  return arcs
}

function checkCycles(n: number, arcs: Arcs, cycles: Cycles) {
  const taken = new Uint8Array(n)
  let sum = 0
  for (const cycle of cycles) {
    if (cycle.length !== 2 && cycle.length !== 3) return 'no-cycle'
    for (const [i, v] of cycle.entries()) {
      if (!isWhole(v) || v >= n) return 'no-cycle'
      if (taken[v] === 1) return 'twice-in-a-cycle'
      taken[v] = 1
      const weight = arcs[v]?.get(cycle[(i + 1) % cycle.length] ?? -1)
      if (weight === undefined) return 'not-an-edge'
      sum += weight
    }
  }
  return sum
}

/** What a leaf's values add up to; undefined where they aren't integers of 0 or more, or sets aren't of three. */
function sumOf({ values, sets }: Leaf, n: number): number | undefined {
  if (values.length !== n) return undefined
  let sum = 0
  for (const value of values) {
    if (!isWhole(value)) return undefined
    sum += value
  }
  for (const { vertices, value } of sets) {
    if (vertices.length !== 3 || new Set(vertices).size !== 3 || !isWhole(value)) return undefined
    sum += value
  }
  return isWhole(sum) ? sum : undefined
}

/** Whether leaves, alike up to `depth` decisions, are all there is: one, or an arc that is used in some and not in others. */
function isComplete(leaves: readonly Leaf[], depth: number): boolean {
  const [first] = leaves
  if (first === undefined) return false
  const decided = first.decisions[depth]
  if (decided === undefined) return leaves.length === 1
  const [u, v] = decided.arc
  const used: Leaf[] = []
  const unused: Leaf[] = []
  for (const leaf of leaves) {
    const decision = leaf.decisions[depth]
    if (decision === undefined || decision.arc[0] !== u || decision.arc[1] !== v) return false
    if (decision.used) used.push(leaf)
    else unused.push(leaf)
  }
  return isComplete(used, depth + 1) && isComplete(unused, depth + 1)
}

function uncovered(
  n: number,
  arcs: Arcs,
  part: Int32Array,
  place: Int32Array,
  parts: readonly PartProof[],
  times: number,
): 'parts-not-apart' | 'edge-not-covered' | undefined {
  const setsOf = parts.map(({ leaves }) => leaves.map(setsByPair))
  const isCovered = (cycle: readonly number[], worth: number) => {
    const p = part[cycle[0] ?? 0] ?? -1
    for (const [l, { decisions, values }] of (parts[p]?.leaves ?? []).entries()) {
      let cover = 0
      for (const v of cycle) cover += values[place[v] ?? 0] ?? 0
      if (cover >= worth * times) continue
      if (decisions.some(({ arc, used }) => !mayBe(cycle, arc[0], arc[1], used))) continue
      const sets = setsOf[p]?.[l]
      const shared = new Map<number, number>()
      for (const [i, u] of cycle.entries())
        for (const v of cycle.slice(i + 1))
          for (const [s, value] of sets?.get(Math.min(u, v) * n + Math.max(u, v)) ?? []) shared.set(s, value)
      for (const value of shared.values()) cover += value
      if (cover < worth * times) return false
    }
    return true
  }
  function setsByPair({ sets }: Leaf) {
    const byPair = new Map<number, [number, number][]>()
    for (const [s, { vertices, value }] of sets.entries())
      for (const u of vertices)
        for (const v of vertices) if (u < v) byPair.set(u * n + v, [...(byPair.get(u * n + v) ?? []), [s, value]])
    return byPair
  }
  for (let u = 0; u < n; u++)
    for (const [v, one] of arcs[u] ?? []) {
      if (v < u) continue
      const back = arcs[v]?.get(u)
      if (back !== undefined && one + back > 0) {
        if (part[u] === -1 || part[u] !== part[v]) return 'parts-not-apart'
        if (!isCovered([u, v], one + back)) return 'edge-not-covered'
      }
      for (const [x, two] of arcs[v] ?? []) {
        if (x <= u) continue
        const three = arcs[x]?.get(u)
        if (three === undefined || one + two + three <= 0) continue
        if (part[u] === -1 || part[u] !== part[v] || part[u] !== part[x]) return 'parts-not-apart'
        if (!isCovered([u, v, x], one + two + three)) return 'edge-not-covered'
      }
    }
  return undefined
}

/** Whether an exchange keeps to the decision that whoever takes part of u and v uses u → v, or that nobody uses it. */
function mayBe(cycle: readonly number[], u: number, v: number, used: boolean): boolean {
  const at = cycle.indexOf(u)
  const uses = at >= 0 && cycle[(at + 1) % cycle.length] === v
  return used ? uses || (at < 0 && !cycle.includes(v)) : !uses
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
