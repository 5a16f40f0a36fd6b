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
  for (let i = 0; i < x.length; i++) {
    let best = Number.POSITIVE_INFINITY
    for (let k = 0; k < centers.length; k++) {
      const [cx, cy] = centers[k] ?? [0, 0]
      const distance = ((x[i] ?? 0) - cx) ** 2 + ((y[i] ?? 0) - cy) ** 2
      if (distance >= best) continue
      best = distance
      labels[i] = k
    }
  }
  return labels
}

/** The mean of the points of each label, by weight; the centre that was where a label has none. */
export function meanCenters(points: Points, labels: Int32Array, before: readonly Center[]): readonly Center[] {
  const sums = before.map(() => ({ x: 0, y: 0, weight: 0 }))
  for (let i = 0; i < labels.length; i++) {
    const sum = sums[labels[i] ?? 0]
    const weight = points.weight[i] ?? 0
    if (sum === undefined || weight === 0) continue
    sum.x += weight * (points.x[i] ?? 0)
    sum.y += weight * (points.y[i] ?? 0)
    sum.weight += weight
  }
  return sums.map(({ x, y, weight }, k): Center => (weight > 0 ? [x / weight, y / weight] : (before[k] ?? [0, 0])))
}

export function weightsByLabel(points: Points, labels: Int32Array, count: number): Float64Array {
  const weights = new Float64Array(count)
  for (let i = 0; i < labels.length; i++)
    weights[labels[i] ?? 0] = (weights[labels[i] ?? 0] ?? 0) + (points.weight[i] ?? 0)
  return weights
}
