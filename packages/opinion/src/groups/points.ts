/** Points in the plane, each for one person or for some who stand together. */
export interface Points {
  readonly x: Float64Array
  readonly y: Float64Array
  /** How many people; a point of weight 0 counts for nothing. */
  readonly weight: Float64Array
}

export type Center = readonly [x: number, y: number]

/** For each point the nearest centre, the first of those that are as near. */
export function nearestCenters({ x, y }: Pick<Points, 'x' | 'y'>, centers: readonly Center[]): Int32Array {
  const labels = new Int32Array(x.length)
  const across = Float64Array.from(centers, ([cx]) => cx)
  const up = Float64Array.from(centers, ([, cy]) => cy)
  for (let i = 0; i < x.length; i++) {
    const [px, py] = [x[i] ?? 0, y[i] ?? 0]
    let best = Number.POSITIVE_INFINITY
    let nearest = 0
    for (let k = 0; k < across.length; k++) {
      const dx = px - (across[k] ?? 0)
      const dy = py - (up[k] ?? 0)
      const distance = dx * dx + dy * dy
      if (distance >= best) continue
      best = distance
      nearest = k
    }
    labels[i] = nearest
  }
  return labels
}

/** The mean of the points of each label, by weight; the centre that was where a label has none. */
export function meanCenters(points: Points, labels: Int32Array, before: readonly Center[]): readonly Center[] {
  const x = new Float64Array(before.length)
  const y = new Float64Array(before.length)
  const weights = new Float64Array(before.length)
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0
    const weight = points.weight[i] ?? 0
    x[label] = (x[label] ?? 0) + weight * (points.x[i] ?? 0)
    y[label] = (y[label] ?? 0) + weight * (points.y[i] ?? 0)
    weights[label] = (weights[label] ?? 0) + weight
  }
  return before.map((center, k): Center => {
    const weight = weights[k] ?? 0
    return weight > 0 ? [(x[k] ?? 0) / weight, (y[k] ?? 0) / weight] : center
  })
}

export function weightsByLabel(points: Points, labels: Int32Array, count: number): Float64Array {
  const weights = new Float64Array(count)
  for (let i = 0; i < labels.length; i++)
    weights[labels[i] ?? 0] = (weights[labels[i] ?? 0] ?? 0) + (points.weight[i] ?? 0)
  return weights
}
