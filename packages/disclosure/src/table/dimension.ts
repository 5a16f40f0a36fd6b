/**
 * One axis of a table: categories, and above them the totals that they add up to. A node is a category or a total.
 * Every node but the root has a parent; a parent is the sum of its children.
 */
export interface Dimension {
  readonly name: string
  /** Names of the nodes, unique within the dimension. */
  readonly labels: readonly string[]
  /** Parent of every node, −1 for the root. */
  readonly parent: Int32Array
  readonly root: number
}

/** A dimension with one total above its categories: nodes 0 … k−1 are the categories, node k is the total. */
export function flatDimension(name: string, categories: readonly string[], total = 'Total'): Dimension {
  const root = categories.length
  const parent = new Int32Array(root + 1).fill(root)
  parent[root] = -1
  return { name, labels: [...categories, total], parent, root }
}

export type DimensionRefusal =
  | { readonly ok: false; readonly reason: 'two-parents'; readonly label: string }
  | { readonly ok: false; readonly reason: 'label-of-total'; readonly label: string }
  | { readonly ok: false; readonly reason: 'circle'; readonly label: string }

/**
 * A dimension from its categories and from who belongs to whom (`child → parent`); what has no parent belongs to the
 * total. Refuses a child of two parents, a category named as the total, and a circle.
 */
export function hierarchicalDimension(
  name: string,
  categories: readonly string[],
  belongs: readonly (readonly [child: string, parent: string])[],
  total = 'Total',
): { readonly ok: true; readonly dimension: Dimension } | DimensionRefusal {
  const labels = [...new Set([...categories, ...belongs.flat()])].filter((label) => label !== total)
  if (categories.includes(total)) return { ok: false, reason: 'label-of-total', label: total }
  const at = new Map([...labels, total].map((label, node) => [label, node]))
  const root = labels.length
  const parent = new Int32Array(root + 1).fill(root)
  const given = new Set<string>()
  for (const [child, above] of belongs) {
    const [node, to] = [at.get(child), at.get(above)]
    if (node === undefined || to === undefined || node === root)
      return { ok: false, reason: 'label-of-total', label: child }
    if (given.has(child) && parent[node] !== to) return { ok: false, reason: 'two-parents', label: child }
    given.add(child)
    parent[node] = to
  }
  parent[root] = -1
  for (const [label, node] of at) {
    let steps = 0
    for (let up = node; up !== -1; up = parent[up] ?? -1)
      if (steps++ > labels.length) return { ok: false, reason: 'circle', label }
  }
  return { ok: true, dimension: { name, labels: [...labels, total], parent, root } }
}

/** Children of every node; empty for a category at the bottom. */
export function childrenOf({ parent }: Dimension): readonly (readonly number[])[] {
  const children: number[][] = Array.from(parent, () => [])
  parent.forEach((up, node) => {
    if (up >= 0) children[up]?.push(node)
  })
  return children
}
