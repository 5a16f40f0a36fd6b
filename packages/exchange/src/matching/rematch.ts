import type { EdgeGraph } from '../graph/graph.ts'
import { addNeighbour, removeNeighbour } from './adjacency.ts'
import { dissolve } from './blossoms.ts'
import { enlarged } from './enlarge.ts'
import { checkWeight, solve } from './match-best.ts'
import type { Matching } from './matching.ts'
import { type MatchingState, nodeOf } from './matching-state.ts'
import { matesOf, resultOf, weightOf } from './result.ts'
import { settle } from './search.ts'

/** A matching that stays the best while vertices come and go. */
export interface LiveMatching {
  /** Vertices so far, those that left included: they keep their number and stay free. */
  readonly n: number
  /** Adds a vertex with its edges and gives its number. Throws where an edge leads to no vertex, is there twice, or weighs what `matchBest` throws on. */
  join(edges: readonly { readonly to: number; readonly weight: number }[]): number
  /** Takes all edges of a vertex away. */
  leave(vertex: number): void
  /** Who is matched with whom now, and the weight of that: in time proportional to the vertices. */
  matched(): Pick<Matching, 'mate' | 'objective'>
  /** The same with the proof. */
  proven(): Matching
}

/**
 * Solves, and keeps duals and blossoms, so that a change costs one search. Who joins begins with the least dual value that
 * covers its edges. Who leaves is first matched with a stranger who offers more than anyone; every blossom around it is then
 * complete without it, an even set, whose value z(B) over its |B| − 1 others is as much as z(B) / 2 for each of them: that keeps
 * every edge covered, the rest tight and the bound what it was.
 */
export function openMatching(graph: EdgeGraph): LiveMatching {
  let state = solve(graph, graph.n + (graph.n >> 3) + 16)

  const join: LiveMatching['join'] = (edges) => {
    const ends = new Set(edges.map(({ to }) => to))
    if (ends.size < edges.length) throw new Error('An edge is there twice')
    for (const to of ends) checkVertex(to, state.n)
    for (const { weight } of edges) checkWeight(weight, state.n + 1)
    if (state.n === state.capacity) state = enlarged(state)
    const vertex = state.n++
    let need = 0
    for (const { to: name, weight } of edges) {
      if (weight <= 0) continue
      const to = state.numberOf[name] ?? 0
      addNeighbour(state.adjacency, vertex, to, weight)
      addNeighbour(state.adjacency, to, vertex, weight)
      need = Math.max(need, 2 * weight - (state.y[to] ?? 0))
    }
    state.y[vertex] = need
    if (need > 0) settle(state, vertex)
    return vertex
  }

  const leave: LiveMatching['leave'] = (name) => {
    checkVertex(name, state.n)
    if (state.n === state.capacity) state = enlarged(state)
    const vertex = state.numberOf[name] ?? 0
    if (isMatched(state, vertex)) matchElsewhere(state, vertex, state.n)
    const { y, z, nextLeaf, firstLeaf, lastLeaf, mateOut, adjacency } = state
    const { start, end, neighbour } = adjacency
    for (let node = nodeOf(state, vertex); node !== vertex; node = nodeOf(state, vertex)) {
      for (let v = firstLeaf[node] ?? 0; ; v = nextLeaf[v] ?? 0) {
        y[v] = (y[v] ?? 0) + (z[node] ?? 0) / 2
        if (v === lastLeaf[node]) break
      }
      dissolve(state, node)
    }
    for (const gone of [vertex, state.n]) {
      mateOut[gone] = -1
      y[gone] = 0
      for (let at = start[gone] ?? 0; at < (end[gone] ?? 0); at++) removeNeighbour(adjacency, neighbour[at] ?? 0, gone)
      end[gone] = start[gone] ?? 0
    }
  }

  return {
    get n() {
      return state.n
    },
    join,
    leave,
    matched() {
      const mate = matesOf(state)
      return { mate, objective: weightOf(state) }
    },
    proven: () => resultOf(state),
  }
}

function checkVertex(vertex: number, n: number): void {
  if (!(Number.isInteger(vertex) && vertex >= 0 && vertex < n)) throw new Error(`There is no vertex ${vertex}`)
}

function isMatched(state: MatchingState, vertex: number): boolean {
  const node = nodeOf(state, vertex)
  return state.mateIn[node] !== vertex || (state.mateOut[node] ?? -1) >= 0
}

/** Matches a vertex with a stranger, over an edge that is worth more than any that the vertex has. */
function matchElsewhere(state: MatchingState, vertex: number, stranger: number): void {
  const { start, twice } = state.adjacency
  const weight = (twice[start[vertex] ?? 0] ?? 0) / 2 + 1
  addNeighbour(state.adjacency, vertex, stranger, weight)
  addNeighbour(state.adjacency, stranger, vertex, weight)
  state.y[stranger] = 2 * weight - (state.y[vertex] ?? 0)
  settle(state, stranger)
}
