import { childrenOf, type Dimension } from '../table/dimension.ts'

/** A way to shift counts along one dimension so that every total still holds: nodes and their signs. */
export interface Move {
  readonly nodes: readonly number[]
  readonly signs: readonly (1 | -1)[]
}

/**
 * The simplest shifts that raise a node, for every node: from a category to another one (with the totals between them
 * that notice), or up through all totals above. They are the circuits of the tree of totals.
 */
export function movesOf(dimension: Dimension): readonly (readonly Move[])[] {
  const children = childrenOf(dimension)
  const { parent } = dimension
  const bottoms = children.flatMap((below, node) => (below.length === 0 ? [node] : []))
  const pathUp = (node: number): readonly number[] => {
    const path: number[] = []
    for (let up = node; up >= 0; up = parent[up] ?? -1) path.push(up)
    return path
  }
  const moves: Move[][] = children.map(() => [])
  for (const from of bottoms) {
    const path = pathUp(from)
    for (const node of path) moves[node]?.push({ nodes: path, signs: path.map(() => 1) })
    for (const to of bottoms) {
      if (to === from) continue
      const down = pathUp(to)
      const meets = down.find((node) => path.includes(node)) ?? -1
      const raised = path.slice(0, path.indexOf(meets))
      const lowered = down.slice(0, down.indexOf(meets))
      const move: Move = {
        nodes: [...raised, ...lowered],
        signs: [...raised.map(() => 1 as const), ...lowered.map(() => -1 as const)],
      }
      for (const node of raised) moves[node]?.push(move)
    }
  }
  return moves
}
