import { cutDivisions, type Division, dissolveSmall, farthestCenters, kMeans } from './k-means.ts'
import type { Points } from './points.ts'
import { gatherInCells, mostPointsApart, silhouettes } from './silhouette.ts'

/**
 * By number of groups, up to `most`, the division that lies most clearly apart (silhouette) of all at which k-means comes to rest.
 * Starts: the point farthest from the middle, and `beginners` points spread evenly over all, each with the points farthest from
 * those that were taken; and groups cut in two. The least sum of squares would choose otherwise: it buys a group for a few who
 * stand far out, and is another measure than the one by which numbers of groups are compared. Groups under `least` are dissolved,
 * and what remains stands among divisions into as many. Only numbers of 2 and more that exist. Over 512 points, cells of a grid
 * stand for them until the division is chosen.
 */
export function bestDivisions(
  all: Points,
  { most, least, beginners }: { readonly most: number; readonly least: number; readonly beginners: number },
): ReadonlyMap<number, Division> {
  const points = all.x.length <= mostPointsApart ? all : gatherInCells(all)
  const rests = new Map<string, Division>()
  for (const division of restsOf(points, most, beginners)) {
    const kept = dissolveSmall(points, division, least)
    const count = kept.centers.length
    // Most starts come to rest at the same few divisions; in nine digits of their spread they are told apart.
    if (count >= 2) rests.set(`${count} ${kept.spread.toPrecision(9)}`, kept)
  }
  const candidates = [...rests.values()]
  const clear = silhouettes(
    points,
    candidates.map(({ centers }) => centers),
  )
  const best = new Map<number, { readonly division: Division; readonly clear: number }>()
  for (const [c, division] of candidates.entries()) {
    const own = clear[c] ?? 0
    const count = division.centers.length
    // The first of those that are as clear, but for rounding, is kept.
    if (own > (best.get(count)?.clear ?? Number.NEGATIVE_INFINITY) + 1e-12) best.set(count, { division, clear: own })
  }
  const chosen = new Map<number, Division>()
  for (const { division } of best.values()) {
    const settled = points === all ? division : dissolveSmall(all, kMeans(all, division.centers), least)
    const count = settled.centers.length
    if (count === division.centers.length) chosen.set(count, settled)
  }
  return chosen
}

function* restsOf(points: Points, most: number, beginners: number): Generator<Division> {
  const cuts = cutDivisions(points, most)
  const count = points.x.length
  const taken = Math.min(beginners, count)
  for (let groups = 2; groups <= most; groups++) {
    yield kMeans(points, farthestCenters(points, groups))
    const cut = cuts[groups - 1]
    if (cut !== undefined) yield cut
    for (let k = 0; k < taken; k++) {
      const first = Math.floor((k * count) / taken)
      if ((points.weight[first] ?? 0) > 0) yield kMeans(points, farthestCenters(points, groups, first))
    }
  }
}
