import { countGroupVotes, type GroupVotes } from '../describe/group-votes.ts'
import { type FoundGroups, findGroups, leastGroup } from '../groups/find-groups.ts'
import { nearestCenters, type Points } from '../groups/points.ts'
import { type Moments, momentsOf } from '../map/moments.ts'
import { makeMap, type OpinionMap, placePeople } from '../map/opinion-map.ts'
import { countAnswers, countVotes, type Votes } from '../votes/votes.ts'
import { clustersOf, type Start, turnToStart } from './start.ts'

/** As a number where it is one. */
export type GroupId = number | string

/** What is known of the statements of a conversation, beside the votes. */
export interface StatementNotes {
  /** By statement, 1 where it is left out: refused by who keeps the conversation, or a question about the person. */
  readonly leftOut: Uint8Array
  /** By statement, 1 where it asks about the person. */
  readonly aboutPeople: Uint8Array
}

export interface PictureOptions {
  readonly notes?: StatementNotes | undefined
  /** So many groups, whatever the data say. */
  readonly groups?: number | undefined
  readonly start?: Start | undefined
  /** The picture before the last votes: the map turns as it did, and groups stay while they are as good as any. */
  readonly previous?: Picture | undefined
}

export interface Picture {
  readonly votes: Votes
  readonly leftOut: Uint8Array
  readonly aboutPeople: Uint8Array
  readonly map: OpinionMap
  readonly moments?: Moments | undefined
  /** By person, the place on the map. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** By person, 1 for who voted often enough to take part in finding groups. */
  readonly counted: Uint8Array
  /** By person the nearest group; `counted` says whether it rests on enough votes. */
  readonly nearest: Int32Array
  /** By group; an id that a group had before, it keeps. */
  readonly ids: readonly GroupId[]
  readonly found: FoundGroups
  /** Of people who count, in groups that are described; without those in groups that are too small. */
  readonly groupVotes: GroupVotes
  /** Of everybody who voted, also too seldom to count, as one group; without those in groups that are too small. */
  readonly allVotes: GroupVotes
  /** By group, 1 where it has fewer than five people and nothing is told of it. */
  readonly tooSmall: Uint8Array
}

export type PictureRefusal =
  /** So few voted often enough. */
  | { readonly ok: false; readonly reason: 'too-few-people'; readonly counted: number; readonly least: number }
  /** Every statement is left out: refused, about the person, or answered by too few. */
  | { readonly ok: false; readonly reason: 'all-left-out'; readonly statements: number }
  | { readonly ok: false; readonly reason: 'no-differences' }
  | { readonly ok: false; readonly reason: 'too-few-places'; readonly groups: number; readonly places: number }

/** Everybody who voted on so many statements takes part, or on all where there are fewer. */
const leastVotes = 7
/** Where fewer people than this did, those who voted most fill up. */
const leastPeople = 15

/** Map, places and groups of a conversation. With `previous`, what one vote more changes. */
export function makePicture(
  votes: Votes,
  { notes, groups, start, previous }: PictureOptions = {},
): { readonly ok: true; readonly picture: Picture } | PictureRefusal {
  const size = votes.statements.length
  const leftOut = notes === undefined ? answeredByFew(votes) : padded(notes.leftOut, size)
  const aboutPeople = notes === undefined ? new Uint8Array(size) : padded(notes.aboutPeople, size)
  const clusterOf = start === undefined ? undefined : clustersOf(votes, start)
  const counted = whoCounts(votes).map((one, i) => ((clusterOf?.[i] ?? -1) >= 0 ? 1 : one))
  const count = counted.reduce((sum, one) => sum + one, 0)
  if (count < leastGroup) return { ok: false, reason: 'too-few-people', counted: count, least: leastGroup }
  if (leftOut.every((out) => out === 1)) return { ok: false, reason: 'all-left-out', statements: size }
  const moments = momentsOf(votes, previous && { votes: previous.votes, moments: previous.moments })
  const made = makeMap(votes, { leftOut, previous: previous?.map, moments })
  if (made === undefined) return { ok: false, reason: 'no-differences' }
  const placed = { map: made, ...placePeople(votes, made, leftOut) }
  const { map, x, y } = start === undefined ? placed : turnToStart(votes, placed, start)
  const { points, pointOf } = pointsOf({ x, y }, counted, clusterOf)
  const found = findGroups(points, {
    groups: start === undefined ? groups : undefined,
    start: start?.centers,
    previous: previous?.found,
  })
  if (groups !== undefined && start === undefined && found.centers.length < groups)
    return { ok: false, reason: 'too-few-places', groups, places: found.centers.length }
  const nearest = nearestCenters({ x, y }, found.centers)
  for (let i = 0; i < nearest.length; i++) {
    const point = pointOf[i] ?? -1
    if (point >= 0) nearest[i] = found.labels[point] ?? 0
  }
  const members = nearest.map((group, i) => (counted[i] === 1 ? group : -1))
  const described = countDescribed(votes, members, found.centers.length)
  const ids = previous === undefined ? (start?.ids ?? found.centers.map((_, k) => k)) : keepIds(members, previous)
  return {
    ok: true,
    picture: { votes, leftOut, aboutPeople, map, moments, x, y, counted, nearest, ids, found, ...described },
  }
}

/** Counts votes by group. Who is in a group of fewer than five is counted nowhere: not there, not among the others. */
export function countDescribed(votes: Votes, members: Int32Array, groups: number) {
  const sizes = new Int32Array(groups)
  for (const group of members) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1
  const tooSmall = Uint8Array.from(sizes, (size) => (size < leastGroup ? 1 : 0))
  const placeOf = new Int32Array(groups).fill(-1)
  let described = 0
  for (let k = 0; k < groups; k++) if (tooSmall[k] === 0) placeOf[k] = described++
  const groupOf = members.map((group) => (group < 0 ? -1 : (placeOf[group] ?? -1)))
  const everybody = members.map((group) => (group >= 0 && tooSmall[group] === 1 ? -1 : 0))
  return {
    tooSmall,
    groupVotes: countGroupVotes(votes, groupOf, described),
    allVotes: countGroupVotes(votes, everybody, 1),
  }
}

/** Where nothing is known of the statements: those that fewer than five people answered say nothing about groups. */
function answeredByFew(votes: Votes): Uint8Array {
  return Uint8Array.from(countAnswers(votes), (count) => (count < leastGroup ? 1 : 0))
}

function whoCounts(votes: Votes): Uint8Array {
  const counts = countVotes(votes)
  const asked = Math.min(leastVotes, votes.statements.length)
  const byMost = counts.toSorted().reverse()
  const least = Math.max(1, Math.min(asked, byMost[Math.min(leastPeople, byMost.length) - 1] ?? asked))
  return Uint8Array.from(counts, (count) => (count >= least ? 1 : 0))
}

/** A point a person who counts; one for all of a base cluster where the start has those. `pointOf` by person, or −1. */
function pointsOf(
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  counted: Uint8Array,
  clusterOf: Int32Array | undefined,
): { readonly points: Points; readonly pointOf: Int32Array } {
  const pointOf = new Int32Array(x.length).fill(-1)
  const points = { x: [] as number[], y: [] as number[], weight: [] as number[] }
  const pointOfCluster = new Map<number, number>()
  for (let i = 0; i < x.length; i++) {
    if (counted[i] !== 1) continue
    const cluster = clusterOf?.[i] ?? -1
    const point = (cluster < 0 ? undefined : pointOfCluster.get(cluster)) ?? points.x.length
    if (cluster >= 0) pointOfCluster.set(cluster, point)
    pointOf[i] = point
    points.x[point] = (points.x[point] ?? 0) + (x[i] ?? 0)
    points.y[point] = (points.y[point] ?? 0) + (y[i] ?? 0)
    points.weight[point] = (points.weight[point] ?? 0) + 1
  }
  const weight = Float64Array.from(points.weight)
  return {
    points: {
      x: Float64Array.from(points.x, (sum, k) => sum / (weight[k] ?? 1)),
      y: Float64Array.from(points.y, (sum, k) => sum / (weight[k] ?? 1)),
      weight,
    },
    pointOf,
  }
}

/** New groups take the ids of those before with whom they share most people; others get the next number. */
function keepIds(members: Int32Array, previous: Picture): readonly GroupId[] {
  const before = previous.nearest
  const groups = members.reduce((most, group) => Math.max(most, group), -1) + 1
  const shared = new Map<string, number>()
  for (let i = 0; i < before.length; i++) {
    if ((members[i] ?? -1) < 0 || previous.counted[i] !== 1) continue
    const key = `${members[i]} ${before[i]}`
    shared.set(key, (shared.get(key) ?? 0) + 1)
  }
  const ids = new Map<number, GroupId>()
  const taken = new Set<GroupId>()
  for (const [key] of [...shared].sort((one, other) => other[1] - one[1])) {
    const [group = 0, old = 0] = key.split(' ').map(Number)
    const id = previous.ids[old] ?? old
    if (ids.has(group) || taken.has(id)) continue
    ids.set(group, id)
    taken.add(id)
  }
  let next = previous.ids.reduce<number>((most, id) => (typeof id === 'number' ? Math.max(most, id) : most), -1) + 1
  return Array.from({ length: groups }, (_, group) => ids.get(group) ?? next++)
}

function padded(marks: Uint8Array, size: number): Uint8Array {
  if (marks.length === size) return marks
  const all = new Uint8Array(size)
  all.set(marks.subarray(0, size))
  return all
}
