import { type Center, nearestCenters, type Points } from './points.ts'

/** Up to so many points distances between all of them are worked out; more are gathered in cells of a grid first. */
export const mostPointsApart = 512

/**
 * Silhouettes (Rousseeuw 1987) of some divisions of the same points: the mean over people, −1 to 1, of how much nearer their
 * own group is than the next. Distances are worked out once for all. Over 512
 * points, those that fall in one cell of a grid of 22 × 22 over all of them stand at their mean.
 */
export function silhouettes(points: Points, divisions: readonly (readonly Center[])[]): readonly number[] {
  const cells = points.x.length <= mostPointsApart ? points : gatherInCells(points)
  const { x, y, weight } = cells
  const labels = divisions.map((centers) => nearestCenters(cells, centers))
  const most = Math.max(1, ...divisions.map((centers) => centers.length))
  const sizes = divisions.map((centers, d) => {
    const size = new Float64Array(centers.length)
    for (let i = 0; i < x.length; i++) size[labels[d]?.[i] ?? 0] = (size[labels[d]?.[i] ?? 0] ?? 0) + (weight[i] ?? 0)
    return size
  })
  const sums = new Float64Array(divisions.length)
  const distances = new Float64Array(x.length)
  const toLabel = new Float64Array(most)
  let people = 0
  for (let i = 0; i < x.length; i++) {
    const own = weight[i] ?? 0
    if (!(own > 0)) continue
    people += own
    for (let k = 0; k < x.length; k++)
      distances[k] = (weight[k] ?? 0) * Math.sqrt(((x[i] ?? 0) - (x[k] ?? 0)) ** 2 + ((y[i] ?? 0) - (y[k] ?? 0)) ** 2)
    for (const [d, label] of labels.entries()) {
      toLabel.fill(0)
      for (let k = 0; k < x.length; k++) toLabel[label[k] ?? 0] = (toLabel[label[k] ?? 0] ?? 0) + (distances[k] ?? 0)
      const mine = label[i] ?? 0
      const size = sizes[d] ?? toLabel
      const others = (size[mine] ?? 0) - 1
      let next = Number.POSITIVE_INFINITY
      for (let k = 0; k < size.length; k++)
        if (k !== mine && (size[k] ?? 0) > 0) next = Math.min(next, (toLabel[k] ?? 0) / (size[k] ?? 1))
      // Alone in a group: 0, by definition. One group only: nothing to be nearer to.
      if (!(others > 0) || next === Number.POSITIVE_INFINITY) continue
      const within = (toLabel[mine] ?? 0) / others
      const largest = Math.max(within, next)
      const score = largest > 0 ? (next - within) / largest : 0
      sums[d] = (sums[d] ?? 0) + own * score
    }
  }
  return [...sums].map((sum) => (people > 0 ? sum / people : 0))
}

/** Points at the means of the cells of a grid of 22 × 22, with the weight of all that are in them. */
export function gatherInCells({ x, y, weight }: Points): Points {
  const side = 22
  const [left, right] = rangeOf(x)
  const [low, high] = rangeOf(y)
  const across = (right - left) / side || 1
  const up = (high - low) / side || 1
  const count = side * side
  const sums = { x: new Float64Array(count), y: new Float64Array(count), weight: new Float64Array(count) }
  for (let i = 0; i < x.length; i++) {
    const own = weight[i] ?? 0
    const column = Math.min(side - 1, Math.floor(((x[i] ?? 0) - left) / across))
    const row = Math.min(side - 1, Math.floor(((y[i] ?? 0) - low) / up))
    const cell = row * side + column
    sums.x[cell] = (sums.x[cell] ?? 0) + own * (x[i] ?? 0)
    sums.y[cell] = (sums.y[cell] ?? 0) + own * (y[i] ?? 0)
    sums.weight[cell] = (sums.weight[cell] ?? 0) + own
  }
  const filled = [...sums.weight.keys()].filter((cell) => (sums.weight[cell] ?? 0) > 0)
  return {
    x: Float64Array.from(filled, (cell) => (sums.x[cell] ?? 0) / (sums.weight[cell] ?? 1)),
    y: Float64Array.from(filled, (cell) => (sums.y[cell] ?? 0) / (sums.weight[cell] ?? 1)),
    weight: Float64Array.from(filled, (cell) => sums.weight[cell] ?? 0),
  }
}

function rangeOf(values: Float64Array): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}
