import { findGroups, inGroups } from '../groups/find-groups.ts'
import { nearestCenters } from '../groups/points.ts'
import { makeMap, placePeople } from '../map/opinion-map.ts'
import type { Votes } from '../votes/votes.ts'
import type { GroupId, Picture } from './picture.ts'

export interface Stability {
  readonly resamples: number
  /** People in each resample. */
  readonly people: number
  /** Share of the resamples in which as many groups would have been told. */
  readonly sameCount: number
  readonly groups: readonly {
    readonly id: GroupId
    /** Share of the resamples in which the group was found again: Jaccard 0.75 or more with one of its groups. */
    readonly stable: number
    /** Mean Jaccard with the group that was most like it. */
    readonly likeness: number
  }[]
}

export interface StabilityOptions {
  /** From 0 up to 1; the same numbers give the same answer. */
  readonly random: () => number
  readonly resamples: number
}

/** Of more people than this, so many are drawn for a resample: that makes groups look less stable, never more. */
const mostPeople = 1000
/** A resample begins at fewer people than the picture: that too can only make groups look less stable. */
const beginners = 16

/**
 * Would the same groups have come out with other people? Draws people with replacement, makes map and groups anew, and looks
 * for each group in what came out (Hennig 2007: a Jaccard of 0.75 or more is a stable group).
 */
export function groupStability(picture: Picture, { random, resamples }: StabilityOptions): Stability {
  const { votes, counted, nearest, ids, leftOut, map, found } = picture
  const pool = [...counted.keys()].filter((i) => counted[i] === 1)
  const size = Math.min(pool.length, mostPeople)
  const groups = found.centers.length
  const stable = new Int32Array(groups)
  const likeness = new Float64Array(groups)
  let sameCount = 0
  for (let round = 0; round < resamples; round++) {
    const drawn = new Map<number, number>()
    for (let n = 0; n < size; n++) {
      const person = pool[Math.floor(random() * pool.length)] ?? 0
      drawn.set(person, (drawn.get(person) ?? 0) + 1)
    }
    const chosen = [...drawn.keys()].sort((one, other) => one - other)
    const weight = Float64Array.from(chosen, (person) => drawn.get(person) ?? 0)
    const sample = votesOf(votes, chosen)
    const again = makeMap(sample, { leftOut, weights: weight, previous: map, precision: 1e-3 })
    if (again === undefined) continue
    const places = placePeople(sample, again, leftOut)
    const points = { ...places, weight }
    // The errors that decided on the number of groups stand; centres are found afresh.
    const free = findGroups(points, { errors: found.errors, beginners })
    if (free.centers.length === groups) sameCount++
    const begun = free.begun.get(groups)
    const labels = begun === undefined ? inGroups(points, groups, beginners).labels : nearestCenters(points, begun)
    for (const [group, best] of likenesses(labels, weight, chosen, nearest, groups).entries()) {
      likeness[group] = (likeness[group] ?? 0) + best
      if (best >= 0.75) stable[group] = (stable[group] ?? 0) + 1
    }
  }
  return {
    resamples,
    people: size,
    sameCount: sameCount / resamples,
    groups: ids.map((id, k) => ({
      id,
      stable: (stable[k] ?? 0) / resamples,
      likeness: (likeness[k] ?? 0) / resamples,
    })),
  }
}

/** By group the largest Jaccard, by weight, with a group of the resample. */
function likenesses(
  labels: Int32Array,
  weight: Float64Array,
  chosen: readonly number[],
  before: Int32Array,
  groups: number,
): readonly number[] {
  const both = new Float64Array(groups * groups)
  const old = new Float64Array(groups)
  const now = new Float64Array(groups)
  for (const [n, person] of chosen.entries()) {
    const [from, to, own] = [before[person] ?? 0, labels[n] ?? 0, weight[n] ?? 0]
    both[from * groups + to] = (both[from * groups + to] ?? 0) + own
    old[from] = (old[from] ?? 0) + own
    now[to] = (now[to] ?? 0) + own
  }
  return Array.from({ length: groups }, (_, from) => {
    let best = 0
    for (let to = 0; to < groups; to++) {
      const shared = both[from * groups + to] ?? 0
      const either = (old[from] ?? 0) + (now[to] ?? 0) - shared
      if (either > 0) best = Math.max(best, shared / either)
    }
    return best
  })
}

/** The votes of some people, on the same statements. */
function votesOf(votes: Votes, chosen: readonly number[]): Votes {
  const starts = new Int32Array(chosen.length + 1)
  for (const [n, i] of chosen.entries())
    starts[n + 1] = (starts[n] ?? 0) + (votes.starts[i + 1] ?? 0) - (votes.starts[i] ?? 0)
  const columns = new Int32Array(starts.at(-1) ?? 0)
  const values = new Int8Array(columns.length)
  for (const [n, i] of chosen.entries()) {
    columns.set(votes.columns.subarray(votes.starts[i], votes.starts[i + 1]), starts[n])
    values.set(votes.values.subarray(votes.starts[i], votes.starts[i + 1]), starts[n])
  }
  return { people: chosen.map((i) => votes.people[i] ?? ''), statements: votes.statements, starts, columns, values }
}
