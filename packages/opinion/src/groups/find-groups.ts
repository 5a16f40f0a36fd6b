import { type Division, dissolveSmall, divide, kMeans } from './k-means.ts'
import type { Center, Points } from './points.ts'
import { type Silhouette, silhouettes } from './silhouette.ts'

/** Fewer people than this are never described as a group. */
export const leastGroup = 5
const mostGroups = 5

export interface FoundGroups extends Division {
  /** By number of groups that was tried: how clearly they lie apart. */
  readonly tried: readonly (Silhouette & { readonly groups: number })[]
  /** By number of groups the centres that were found, those of groups that were dissolved too: where to begin next time. */
  readonly begun: ReadonlyMap<number, readonly Center[]>
}

export interface GroupOptions {
  /** So many, whatever the silhouettes say. */
  readonly groups?: number | undefined
  /** k-means begins here, with as many groups. */
  readonly start?: readonly Center[] | undefined
  /** The groups of before: each number of groups begins where it was, and they stay while they are as good as any. */
  readonly previous?: FoundGroups | undefined
}

/**
 * Opinion groups on the map. Of two to five groups (fewer where people are few) the fewest whose silhouette is within one
 * standard error of the best: as long as the data can't tell two numbers apart, the simpler picture is told (the
 * one-standard-error rule, Breiman et al. 1984). Groups that stood before stay by the same rule.
 */
export function findGroups(points: Points, { groups, start, previous }: GroupOptions = {}): FoundGroups {
  if (start !== undefined && start.length > 0) return withSilhouette(points, kMeans(points, start))
  const people = points.weight.reduce((sum, weight) => sum + weight, 0)
  if (groups !== undefined) {
    const kept = previous?.centers.length === groups ? kMeans(points, previous.centers) : divide(points, groups)
    return withSilhouette(points, kept)
  }
  const most = Math.min(mostGroups, 2 + Math.floor(people / 12), Math.floor(people / leastGroup))
  const candidates = new Map<number, Division>()
  const begun = new Map<number, readonly Center[]>()
  for (let count = 2; count <= most; count++) {
    const before = previous?.begun.get(count)
    const division = before === undefined ? divide(points, count) : kMeans(points, before)
    begun.set(count, division.centers)
    const kept = dissolveSmall(points, division, leastGroup)
    const size = kept.centers.length
    if (size >= 2 && (size === count || !candidates.has(size))) candidates.set(size, kept)
  }
  const all = [...candidates.values()].sort((one, other) => one.centers.length - other.centers.length)
  if (all.length === 0) return withSilhouette(points, divide(points, 1), begun)
  const scores = silhouettes(
    points,
    all.map(({ centers }) => centers),
  )
  const best = scores.reduce((at, { mean }, k) => (mean > (scores[at]?.mean ?? 0) ? k : at), 0)
  const enough = (scores[best]?.mean ?? 0) - (scores[best]?.error ?? 0)
  const stays = all.findIndex(
    ({ centers }, k) => centers.length === previous?.centers.length && isEnough(scores[k], enough),
  )
  const chosen = all[stays >= 0 ? stays : scores.findIndex((score) => isEnough(score, enough))] ?? all[best]
  if (chosen === undefined) throw new Error('one of the candidates is always within the error of the best')
  return { ...chosen, begun, tried: scores.map((score, k) => ({ groups: all[k]?.centers.length ?? 0, ...score })) }
}

function isEnough(score: Silhouette | undefined, enough: number): boolean {
  return score !== undefined && score.mean >= enough
}

function withSilhouette(points: Points, division: Division, begun: FoundGroups['begun'] = new Map()): FoundGroups {
  const [score = { mean: 0, error: 0 }] = silhouettes(points, [division.centers])
  return { ...division, begun, tried: [{ groups: division.centers.length, ...score }] }
}
