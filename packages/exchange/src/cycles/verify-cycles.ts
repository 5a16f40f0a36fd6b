import type { ArcGraph, Cycles } from '../graph/graph.ts'
import type { CyclesCertificate, Proof } from './certificate.ts'

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
        | 'no-cut'
        | 'no-pair'
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
  for (const [p, { vertices, bound: ofPart }] of parts.entries()) {
    for (const [i, v] of vertices.entries()) {
      if (!isWhole(v) || v >= graph.n || part[v] !== -1) return { sound: false, why: 'parts-not-apart' }
      part[v] = p
      place[v] = i
    }
    if (!isWhole(ofPart)) return { sound: false, why: 'no-dual-value' }
    proven += ofPart
  }
  if (proven !== bound) return { sound: false, why: 'claims-too-much' }
  const roots: Check[] = []
  for (const { vertices, bound: ofPart, proof } of parts) {
    const root = openCheck(proof, vertices.length, place, times, ofPart)
    if (typeof root === 'string') return { sound: false, why: root }
    roots.push(root)
  }
  // What each part's branches are about: the cycles that its first proof leaves.
  const left = parts.map((): Cycle[] => [])
  const why = everyCycle(graph.n, arcs, (cycle) => {
    const p = part[cycle.seats[0] ?? 0] ?? -1
    if (p === -1 || cycle.seats.some((v) => part[v] !== p)) return 'parts-not-apart'
    const spare = roots[p]?.spare(cycle) ?? -1
    if (spare < 0) return 'edge-not-covered'
    if (spare <= (roots[p]?.room ?? 0) && parts[p]?.proof.branch !== undefined) left[p]?.push(cycle)
    return undefined
  })
  if (why !== undefined) return { sound: false, why }
  for (const [p, { vertices, bound: ofPart, proof }] of parts.entries()) {
    const wrong = checkProof(proof, left[p] ?? [], vertices, place, times, ofPart)
    if (wrong !== undefined) return { sound: false, why: wrong }
  }
  return { sound: true, bound }
}

interface Cycle {
  readonly seats: readonly number[]
  readonly worth: number
}

/** One proof, opened. */
interface Check {
  /** Its cover of a cycle less times × what that is worth. */
  readonly spare: (cycle: Cycle) => number
  /** A cycle with more to spare is in nothing worth more than the bound. Under 0 where nothing is. */
  readonly room: number
}

/** The largest divisor of shares that is taken. */
const finest = 1_000_000

function openCheck(
  { values, cuts }: Proof,
  n: number,
  place: Int32Array,
  times: number,
  bound: number,
): Check | 'no-dual-value' | 'no-cut' {
  if (values.length !== n || !values.every(isWhole)) return 'no-dual-value'
  let worth = values.reduce((sum, value) => sum + value, 0)
  const byVertex = new Map<number, [number, number][]>()
  for (const [k, { vertices, shares, of, value }] of cuts.entries()) {
    if (!isWhole(value)) return 'no-dual-value'
    if (!isWhole(of) || of > finest || shares.length !== vertices.length) return 'no-cut'
    // Smaller shares than a whole: then every sum of them is exact, in whatever order it is made.
    if (!shares.every((share) => isWhole(share) && share < of)) return 'no-cut'
    if (new Set(vertices).size !== vertices.length) return 'no-cut'
    worth += value * Math.floor(shares.reduce((sum, share) => sum + share, 0) / of)
    for (const [i, v] of vertices.entries()) {
      const held = byVertex.get(v) ?? []
      held.push([k, shares[i] ?? 0])
      byVertex.set(v, held)
    }
  }
  if (!isWhole(worth)) return 'no-dual-value'
  return {
    spare({ seats, worth: ofCycle }) {
      let spare = -ofCycle * times
      const counts = new Map<number, number>()
      for (const v of seats) {
        spare += values[place[v] ?? 0] ?? 0
        for (const [k, share] of byVertex.get(v) ?? []) counts.set(k, (counts.get(k) ?? 0) + share)
      }
      for (const [k, count] of counts) spare += (cuts[k]?.value ?? 0) * Math.floor(count / (cuts[k]?.of ?? 1))
      return spare
    },
    room: worth - (bound + 1) * times,
  }
}

/** Follows a proof into its branches with the cycles that are left there. */
function checkProof(
  proof: Proof,
  cycles: readonly Cycle[],
  vertices: readonly number[],
  place: Int32Array,
  times: number,
  bound: number,
): 'no-dual-value' | 'no-cut' | 'no-pair' | 'edge-not-covered' | 'claims-too-much' | undefined {
  const check = openCheck(proof, vertices.length, place, times, bound)
  if (typeof check === 'string') return check
  const { branch } = proof
  const left: Cycle[] = []
  for (const cycle of cycles) {
    const spare = check.spare(cycle)
    if (spare < 0) return 'edge-not-covered'
    if (spare <= check.room) left.push(cycle)
  }
  if (branch === undefined) return check.room < 0 ? undefined : 'claims-too-much'
  const [u, v] = branch.pair
  if (u === v || vertices[place[u] ?? -1] !== u || vertices[place[v] ?? -1] !== v) return 'no-pair'
  const hasBoth = ({ seats }: Cycle) => seats.includes(u) && seats.includes(v)
  const hasNone = ({ seats }: Cycle) => !seats.includes(u) && !seats.includes(v)
  const together = left.filter((cycle) => hasBoth(cycle) || hasNone(cycle))
  const apart = left.filter((cycle) => !hasBoth(cycle))
  return (
    checkProof(branch.together, together, vertices, place, times, bound) ??
    checkProof(branch.apart, apart, vertices, place, times, bound)
  )
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

/** Sees every exchange of two and three that is worth something, until something is wrong. */
function everyCycle<Wrong extends string>(
  n: number,
  arcs: Arcs,
  see: (cycle: Cycle) => Wrong | undefined,
): Wrong | undefined {
  for (let u = 0; u < n; u++)
    for (const [v, one] of arcs[u] ?? []) {
      if (v < u) continue
      const back = arcs[v]?.get(u)
      if (back !== undefined && one + back > 0) {
        const wrong = see({ seats: [u, v], worth: one + back })
        if (wrong !== undefined) return wrong
      }
      for (const [x, two] of arcs[v] ?? []) {
        if (x <= u) continue
        const three = arcs[x]?.get(u)
        if (three === undefined || one + two + three <= 0) continue
        const wrong = see({ seats: [u, v, x], worth: one + two + three })
        if (wrong !== undefined) return wrong
      }
    }
  return undefined
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
