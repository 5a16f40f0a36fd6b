import { createState, type MatchingState } from './matching-state.ts'

/** The same state, between searches, with room for more vertices; blossoms get other numbers. */
export function enlarged(state: MatchingState): MatchingState {
  const capacity = state.capacity + (state.capacity >> 1) + 16
  const { start, end, room } = state.adjacency
  state.adjacency.start = extended(start, capacity)
  state.adjacency.end = extended(end, capacity)
  state.adjacency.room = extended(room, capacity)
  const larger = createState(state.adjacency, state, capacity)
  larger.n = state.n
  const shift = capacity - state.capacity
  const moved = (node: number) => (node < state.capacity ? node : node + shift)
  for (let v = 0; v < state.n; v++) {
    larger.y[v] = state.y[v] ?? 0
    larger.group[v] = moved(state.group[v] ?? 0)
    larger.nextLeaf[v] = state.nextLeaf[v] ?? 0
  }
  for (let node = 0; node < state.within.length; node++) {
    if (state.within[node] === -2) continue
    const to = moved(node)
    larger.z[to] = state.z[node] ?? 0
    larger.size[to] = state.size[node] ?? 0
    for (const key of ['mateIn', 'mateOut', 'firstLeaf', 'lastLeaf', 'edgeHere', 'edgeThere'] as const)
      larger[key][to] = state[key][node] ?? 0
    for (const key of ['within', 'firstChild', 'nextChild', 'previousChild'] as const)
      larger[key][to] = moved(state[key][node] ?? 0)
  }
  for (let node = 0; node < state.groupOf.length; node++) {
    const group = state.groupOf[node] ?? -1
    if (group < 0) continue
    larger.groupOf[moved(node)] = moved(group)
    larger.holder[moved(group)] = moved(node)
  }
  larger.unused.length = 0
  for (let node = larger.within.length - 1; node >= capacity; node--)
    if (larger.within[node] === -2) larger.unused.push(node)
  const inUse = new Set(larger.groupOf)
  larger.unusedGroups.length = 0
  for (let group = larger.within.length - 1; group >= capacity; group--)
    if (!inUse.has(group)) larger.unusedGroups.push(group)
  return larger
}

function extended(values: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(length)
  longer.set(values)
  return longer
}
