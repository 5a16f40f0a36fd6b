import { childrenOf, type Dimension } from '../table/dimension.ts'

/** A way to shift counts along one dimension so that every total still holds: nodes and their signs. */
export interface Move {
  readonly nodes: readonly number[]
  readonly signs: readonly (1 | -1)[]
}

/**
 * The simplest shifts that raise a node: from a category to another one (with the totals between them that notice), or up
 * through all totals above. They are the circuits of the tree of totals. Made when they are asked for: a dimension of
 * thousands of categories has millions.
 */
export function movesOf(dimension: Dimension): (node: number) => readonly Move[] {
  const { parent } = dimension
  const bottoms = childrenOf(dimension).flatMap((below, node) => (below.length === 0 ? [node] : []))
  const paths = Array.from(parent, (_, node) => {
    const path: number[] = []
    for (let up = node; up >= 0; up = parent[up] ?? -1) path.push(up)
    return path
  })
  const bottomsBelow = paths.map((): number[] => [])
  for (const bottom of bottoms) for (const node of paths[bottom] ?? []) bottomsBelow[node]?.push(bottom)
  return (node) => {
    const below = bottomsBelow[node] ?? []
    // A shift within what is below the node doesn't raise it; of a total over thousands that leaves out millions.
    const isBelow = new Set(below)
    const outside = isBelow.size === bottoms.length ? [] : bottoms.filter((bottom) => !isBelow.has(bottom))
    return below.flatMap((from) => {
      const path = paths[from] ?? []
      const moves: Move[] = [{ nodes: path, signs: path.map(() => 1) }]
      for (const to of outside) {
        const down = paths[to] ?? []
        const meets = down.findIndex((each) => path.includes(each))
        const raised = path.slice(0, path.indexOf(down[meets] ?? -1))
        const lowered = down.slice(0, meets)
        moves.push({
          nodes: [...raised, ...lowered],
          signs: [...raised.map(() => 1 as const), ...lowered.map(() => -1 as const)],
        })
      }
      return moves
    })
  }
}
