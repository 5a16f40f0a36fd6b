import type { PairTable } from './pair-table.ts'

/** Items that votes connect, directly or through others; the largest set first, each in the order of the items. */
export function componentsOf({ items, one, other }: PairTable): readonly (readonly number[])[] {
  const parent = Int32Array.from({ length: items }, (_, item) => item)
  const rootOf = (item: number): number => {
    let at = item
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? 0] ?? 0
      at = parent[at] ?? 0
    }
    return at
  }
  for (const [pair, a] of one.entries()) parent[rootOf(a)] = rootOf(other[pair] ?? 0)
  const sets = new Map<number, number[]>()
  for (let item = 0; item < items; item++) {
    const root = rootOf(item)
    const set = sets.get(root)
    if (set === undefined) sets.set(root, [item])
    else set.push(item)
  }
  return [...sets.values()].toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}

/**
 * Strong components of the graph in which `edges` gives for each item those it leads to, in topological order: no edge leads from a
 * later component to an earlier one (Tarjan 1972, without recursion).
 */
export function strongComponents(edges: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const n = edges.length
  const index = new Int32Array(n).fill(-1)
  const low = new Int32Array(n)
  const isOpen = new Uint8Array(n)
  const next = new Int32Array(n)
  const open: number[] = []
  const found: number[][] = []
  let counter = 0
  for (let root = 0; root < n; root++) {
    if (index[root] !== -1) continue
    const path = [root]
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      if (index[at] === -1) {
        index[at] = low[at] = counter++
        open.push(at)
        isOpen[at] = 1
      }
      const to = edges[at]?.[next[at] ?? 0]
      if (to !== undefined) {
        next[at] = (next[at] ?? 0) + 1
        if (index[to] === -1) path.push(to)
        else if (isOpen[to] === 1) low[at] = Math.min(low[at] ?? 0, index[to] ?? 0)
        continue
      }
      path.pop()
      const before = path.at(-1)
      if (before !== undefined) low[before] = Math.min(low[before] ?? 0, low[at] ?? 0)
      if (low[at] !== index[at]) continue
      const set = open.splice(open.lastIndexOf(at))
      for (const each of set) isOpen[each] = 0
      found.push(set.toSorted((a, b) => a - b))
    }
  }
  return found.reverse()
}

/** For each item those it has beaten or tied with at least once. */
export function beatenBy({ items, one, other, wins, losses, ties }: PairTable): readonly (readonly number[])[] {
  const edges = Array.from({ length: items }, (): number[] => [])
  for (const [pair, a] of one.entries()) {
    const b = other[pair] ?? 0
    const tied = ties[pair] ?? 0
    if ((wins[pair] ?? 0) + tied > 0) edges[a]?.push(b)
    if ((losses[pair] ?? 0) + tied > 0) edges[b]?.push(a)
  }
  return edges
}
