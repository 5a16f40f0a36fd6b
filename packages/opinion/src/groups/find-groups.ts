import { bestDivisions } from './best-divisions.ts'
import { type Division, dissolveSmall, divide, kMeans } from './k-means.ts'
import type { Center, Points } from './points.ts'
import { silhouettes } from './silhouette.ts'
import { silhouetteErrors } from './silhouette-error.ts'

/** Fewer people than this are never described as a group. */
export const leastGroup = 5
const mostGroups = 5
/** k-means begins at so many people in turn: everybody up to so many. Twice or eight times as many found the same real groups. */
const manyBeginners = 64

export interface FoundGroups extends Division {
  /** By number of groups that was tried: how clearly they lie apart (silhouette), and its standard error. */
  readonly tried: readonly Tried[]
  /** Errors of silhouettes by number of groups, and how many people they were worked out from. */
  readonly errors: { readonly people: number; readonly byGroups: ReadonlyMap<number, number> }
  /** By number of groups the centres that were found, those of groups that were dissolved too: where to begin next time. */
  readonly begun: ReadonlyMap<number, readonly Center[]>
}

interface Tried {
  readonly groups: number
  readonly mean: number
  readonly error: number
}

export interface GroupOptions {
  /** So many, whatever the silhouettes say. */
  readonly groups?: number | undefined
  /** k-means begins here, with as many groups. */
  readonly start?: readonly Center[] | undefined
  /** The groups of before: each number of groups begins where it was, and they stay while they are as good as any. */
  readonly previous?: FoundGroups | undefined
  /** Errors of silhouettes that were worked out before; else those of `previous`. */
  readonly errors?: FoundGroups['errors'] | undefined
  /** k-means begins at so many people in turn; at 64 where it is not given. */
  readonly beginners?: number | undefined
}

/**
 * Opinion groups on the map. Of two to five groups (fewer where people are few) the fewest whose silhouette is within one
 * standard error of the best: as long as the data can't tell two numbers apart, the simpler picture is told (the
 * one-standard-error rule, Breiman et al. 1984). Groups that stood before stay by the same rule; errors are those of before,
 * as √people has them shrink, until half as many people have come.
 */
export function findGroups(
  points: Points,
  { groups, start, previous, errors: known = previous?.errors, beginners = manyBeginners }: GroupOptions = {},
): FoundGroups {
  if (start !== undefined && start.length > 0) return withSilhouette(points, kMeans(points, start))
  const people = points.weight.reduce((sum, weight) => sum + weight, 0)
  if (groups !== undefined) {
    const before = previous?.centers.length === groups ? kMeans(points, previous.centers) : undefined
    return withSilhouette(points, before ?? inGroups(points, groups, beginners))
  }
  const most = Math.min(mostGroups, 2 + Math.floor(people / 12), Math.floor(people / leastGroup))
  const candidates = new Map<number, Division>()
  const begun = new Map<number, readonly Center[]>()
  let best: ReadonlyMap<number, Division> | undefined
  for (let count = 2; count <= most; count++) {
    const before = previous?.begun.get(count)
    const isKnown = before?.length === count
    if (!isKnown) best ??= bestDivisions(points, { most, least: leastGroup, beginners })
    const division = isKnown ? kMeans(points, before) : (best?.get(count) ?? divide(points, count))
    begun.set(count, division.centers)
    const kept = dissolveSmall(points, division, leastGroup)
    const size = kept.centers.length
    if (size >= 2 && (size === count || !candidates.has(size))) candidates.set(size, kept)
  }
  const all = [...candidates.values()].sort((one, other) => one.centers.length - other.centers.length)
  if (all.length === 0) return withSilhouette(points, divide(points, 1), begun)
  const divisions = all.map(({ centers }) => centers)
  const errors = errorsOf(points, people, divisions, known)
  const tried = silhouettes(points, divisions).map((mean, k): Tried => {
    const groups = divisions[k]?.length ?? 0
    return { groups, mean, error: (errors.byGroups.get(groups) ?? 0) * Math.sqrt(errors.people / people) }
  })
  const clearest = tried.reduce((one, other) => (other.mean > one.mean ? other : one))
  const isEnough = ({ mean }: Tried) => mean >= clearest.mean - clearest.error
  const stays = tried.find((each) => each.groups === previous?.centers.length && isEnough(each))
  const count = (stays ?? tried.find(isEnough) ?? clearest).groups
  const chosen = candidates.get(count)
  if (chosen === undefined) throw new Error('what was tried is a candidate')
  return { ...chosen, begun, tried, errors }
}

/** As clearly apart as can be in so many groups; with groups of fewer than five only where there is no other way. */
export function inGroups(points: Points, groups: number, beginners: number): Division {
  return bestDivisions(points, { most: groups + 1, least: leastGroup, beginners }).get(groups) ?? divide(points, groups)
}

function errorsOf(
  points: Points,
  people: number,
  divisions: readonly (readonly Center[])[],
  before: FoundGroups['errors'] | undefined,
): FoundGroups['errors'] {
  const isKnown = divisions.every((centers) => before?.byGroups.has(centers.length))
  if (before !== undefined && isKnown && people <= 1.5 * before.people) return before
  const errors = silhouetteErrors(points, divisions)
  return { people, byGroups: new Map(divisions.map((centers, k) => [centers.length, errors[k] ?? 0])) }
}

/** Of groups that are not chosen among others. */
export const noErrors: FoundGroups['errors'] = { people: 0, byGroups: new Map() }

function withSilhouette(points: Points, division: Division, begun: FoundGroups['begun'] = new Map()): FoundGroups {
  const [mean = 0] = silhouettes(points, [division.centers])
  const [error = 0] = silhouetteErrors(points, [division.centers])
  return { ...division, begun, tried: [{ groups: division.centers.length, mean, error }], errors: noErrors }
}
