import { type Center, meanCenters, nearestCenters, type Points, weightsByLabel } from './points.ts'

export interface Division {
  readonly centers: readonly Center[]
  /** By point the place of its centre. */
  readonly labels: Int32Array
  /** Squared distances to the centres, by weight. */
  readonly spread: number
}

const mostRounds = 100

/** Lloyd's rounds of k-means from given centres, until nothing changes (for 10,000 points and more, until one in 10,000 does). */
export function kMeans(points: Points, start: readonly Center[]): Division {
  /** Of tens of thousands some go to and fro on the border for long; one in ten thousand makes no other group. */
  const few = Math.floor(points.x.length / 10_000)
  let centers = start
  let labels = nearestCenters(points, centers)
  for (let round = 0; round < mostRounds; round++) {
    centers = meanCenters(points, labels, centers)
    const moved = nearestCenters(points, centers)
    let changes = 0
    for (let i = 0; i < moved.length; i++) if (moved[i] !== labels[i]) changes++
    labels = moved
    if (changes <= few) break
  }
  return { centers, labels, spread: spreadOf(points, centers, labels) }
}

/**
 * Where k-means begins, from the data alone: at the point farthest from the middle, then each time at the point farthest
 * from those that were taken (Gonzalez 1985). Groups begin with those who differ most. Fewer where points coincide. With `first`
 * the first centre is that point.
 */
export function farthestCenters(points: Points, count: number, first?: number): readonly Center[] {
  const { x, y, weight } = points
  const [middle] = meanCenters(points, new Int32Array(x.length), [[0, 0]])
  const distance = new Float64Array(x.length)
  const centers: Center[] = []
  let from: Center = middle ?? [0, 0]
  if (first !== undefined) {
    from = [x[first] ?? 0, y[first] ?? 0]
    centers.push(from)
  }
  while (centers.length < count) {
    let farthest = -1
    for (let i = 0; i < x.length; i++) {
      if (!((weight[i] ?? 0) > 0)) continue
      const here = ((x[i] ?? 0) - from[0]) ** 2 + ((y[i] ?? 0) - from[1]) ** 2
      // From the first centre on, the distance to the nearest of those that were taken; the middle is not one of them.
      distance[i] = centers.length <= 1 ? here : Math.min(distance[i] ?? 0, here)
      if (farthest < 0 || (distance[i] ?? 0) > (distance[farthest] ?? 0)) farthest = i
    }
    if (farthest < 0 || (centers.length > 0 && !((distance[farthest] ?? 0) > 0))) break
    from = [x[farthest] ?? 0, y[farthest] ?? 0]
    centers.push(from)
  }
  return centers
}

/**
 * Divisions from another start, into 1, 2, … groups: each time the group that spreads most is cut in two across its longest
 * axis, and k-means settles. Fewer where points coincide.
 */
export function cutDivisions(points: Points, most: number): readonly Division[] {
  const [middle = [0, 0]] = meanCenters(points, new Int32Array(points.x.length), [[0, 0]])
  const divisions = [kMeans(points, [middle])]
  while (divisions.length < most) {
    const division = divisions.at(-1)
    if (division === undefined) break
    const spreads = division.centers.map((_, k) => axisOf(points, division, k))
    const widest = spreads.reduce((best, each) => (each.spread > best.spread ? each : best))
    if (!(widest.spread > 0)) break
    const [cx, cy] = division.centers[widest.label] ?? [0, 0]
    const [dx, dy] = widest.along
    const both: readonly Center[] = [
      [cx + dx, cy + dy],
      [cx - dx, cy - dy],
    ]
    divisions.push(
      kMeans(
        points,
        division.centers.flatMap((center, k) => (k === widest.label ? both : [center])),
      ),
    )
  }
  return divisions
}

/**
 * The division that k-means finds from the farthest points; from cuts only where those are better by more than 1 in 100:
 * divisions nearer than that are as good, and then the one that begins with those who differ most is kept.
 */
export function divide(points: Points, count: number, cuts = cutDivisions(points, count)): Division {
  const farthest = kMeans(points, farthestCenters(points, count))
  const cut = cuts[count - 1]
  return cut !== undefined && cut.spread < 0.99 * farthest.spread ? cut : farthest
}

/** Groups under `least` are dissolved, the smallest first: their people go to the nearest that remains. */
export function dissolveSmall(points: Points, division: Division, least: number): Division {
  let kept = division
  while (kept.centers.length > 1) {
    const weights = weightsByLabel(points, kept.labels, kept.centers.length)
    const smallest = weights.reduce((best, weight, k) => (weight < (weights[best] ?? 0) ? k : best), 0)
    if ((weights[smallest] ?? 0) >= least) break
    kept = kMeans(
      points,
      kept.centers.filter((_, k) => k !== smallest),
    )
  }
  return kept
}

function spreadOf({ x, y, weight }: Points, centers: readonly Center[], labels: Int32Array): number {
  let sum = 0
  for (let i = 0; i < labels.length; i++) {
    const [cx, cy] = centers[labels[i] ?? 0] ?? [0, 0]
    sum += (weight[i] ?? 0) * (((x[i] ?? 0) - cx) ** 2 + ((y[i] ?? 0) - cy) ** 2)
  }
  return sum
}

/** The longest axis of a group, a standard deviation long, and its squared distances in all. */
function axisOf({ x, y, weight }: Points, { centers, labels }: Division, label: number) {
  const [cx, cy] = centers[label] ?? [0, 0]
  let [xx, xy, yy, all] = [0, 0, 0, 0]
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== label) continue
    const w = weight[i] ?? 0
    const [dx, dy] = [(x[i] ?? 0) - cx, (y[i] ?? 0) - cy]
    xx += w * dx * dx
    xy += w * dx * dy
    yy += w * dy * dy
    all += w
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const largest = (xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy)
  const length = all > 0 ? Math.sqrt(Math.max(0, largest) / all) : 0
  const along: Center = [Math.cos(angle) * length, Math.sin(angle) * length]
  return { label, spread: xx + yy, along }
}
