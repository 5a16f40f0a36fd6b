import type { EdgeGraph } from '../graph/graph.ts'
import { addNeighbour, removeNeighbour } from './adjacency.ts'
import { dissolve } from './blossoms.ts'
import { enlarged } from './enlarge.ts'
import { solve } from './match-best.ts'
import type { Matching } from './matching.ts'
import { matesOf, resultOf, weightOf } from './result.ts'
import { settle } from './search.ts'

/** A matching that stays the best while vertices come and go. */
export interface LiveMatching {
  /** Vertices so far, those that left included: they keep their number and stay free. */
  readonly n: number
  /** Adds a vertex with its edges and gives its number. Throws where an edge leads to no vertex or is there twice. */
  join(edges: readonly { readonly to: number; readonly weight: number }[]): number
  /** Takes all edges of a vertex away. */
  leave(vertex: number): void
  /** Who is matched with whom now, and the weight of that: in time proportional to the vertices. */
  matched(): Pick<Matching, 'mate' | 'objective'>
  /** The same with the proof. */
  proven(): Matching
}

/**
 * Solves, and keeps duals and blossoms, so that a change costs a few searches instead of all: who joins begins with the
 * least dual value that covers its edges; who leaves takes the blossoms around it along, whose value goes to their vertices
 * (that keeps every edge covered), and frees the other ends of matched edges that are no longer tight.
 */
export function openMatching(graph: EdgeGraph): LiveMatching {
  let state = solve(graph, graph.n + (graph.n >> 3) + 16)

  const join: LiveMatching['join'] = (edges) => {
    const ends = new Set(edges.map(({ to }) => to))
    if (ends.size < edges.length) throw new Error('An edge is there twice')
    for (const to of ends) if (!(to >= 0 && to < state.n)) throw new Error(`There is no vertex ${to}`)
    if (state.n === state.capacity) state = enlarged(state)
    const vertex = state.n++
    let need = 0
    for (const { to, weight } of edges) {
      if (weight <= 0) continue
      addNeighbour(state.adjacency, vertex, to, weight)
      addNeighbour(state.adjacency, to, vertex, weight)
      need = Math.max(need, 2 * weight - (state.y[to] ?? 0))
    }
    state.y[vertex] = need
    if (need > 0) settle(state, vertex)
    return vertex
  }

  const leave: LiveMatching['leave'] = (vertex) => {
    if (!(vertex >= 0 && vertex < state.n)) throw new Error(`There is no vertex ${vertex}`)
    const { y, z, top, mateIn, mateOut, nextLeaf, firstLeaf, lastLeaf, adjacency } = state
    const freed: number[] = []
    const part = (node: number) => {
      const outer = mateOut[node] ?? -1
      mateOut[node] = -1
      freed.push(mateIn[node] ?? 0)
      if (outer < 0) return
      mateOut[top[outer] ?? 0] = -1
      freed.push(outer)
    }
    for (let node = top[vertex] ?? 0; node !== vertex; node = top[vertex] ?? 0) {
      part(node)
      for (let v = firstLeaf[node] ?? 0; ; v = nextLeaf[v] ?? 0) {
        y[v] = (y[v] ?? 0) + (z[node] ?? 0) / 2
        if (v === lastLeaf[node]) break
      }
      dissolve(state, node)
    }
    part(vertex)
    y[vertex] = 0
    const { start, end, neighbour } = adjacency
    for (let at = start[vertex] ?? 0; at < (end[vertex] ?? 0); at++)
      removeNeighbour(adjacency, neighbour[at] ?? 0, vertex)
    end[vertex] = start[vertex] ?? 0
    for (const v of freed) settle(state, v)
  }

  return {
    get n() {
      return state.n
    },
    join,
    leave,
    matched() {
      const mate = matesOf(state)
      return { mate, objective: weightOf(state, mate) }
    },
    proven: () => resultOf(state),
  }
}
