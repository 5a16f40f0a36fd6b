import { noErrors } from '../groups/find-groups.ts'
import { type Center, meanCenters } from '../groups/points.ts'
import { silhouettes } from '../groups/silhouette.ts'
import { silhouetteErrors } from '../groups/silhouette-error.ts'
import { makeMap, placePeople } from '../map/opinion-map.ts'
import type { Votes } from '../votes/votes.ts'
import { countDescribed, type GroupId, type Picture, type StatementNotes } from './picture.ts'

/** The picture of groups that are given: each with its id and the places of its people. Others count nowhere. */
export function picturedGroups(
  votes: Votes,
  groups: readonly { readonly id: GroupId; readonly members: readonly number[] }[],
  { leftOut, aboutPeople }: StatementNotes,
): Picture {
  const size = votes.statements.length
  const members = new Int32Array(votes.people.length).fill(-1)
  for (const [k, group] of groups.entries()) for (const person of group.members) members[person] = k
  const nowhere = (): Float64Array => new Float64Array(size)
  // Where everybody votes alike there is no direction to look in: all stand in the middle.
  const alike = { center: nowhere(), comps: [nowhere(), nowhere()], explained: [0, 0] } as const
  const map = makeMap(votes, { leftOut }) ?? alike
  const { x, y } = placePeople(votes, map, leftOut)
  const counted = Uint8Array.from(members, (group) => (group >= 0 ? 1 : 0))
  const points = { x, y, weight: Float64Array.from(counted) }
  const nearest = members.map((group) => Math.max(0, group))
  const centers: readonly Center[] = meanCenters(
    points,
    nearest,
    groups.map(() => [0, 0]),
  )
  const [mean = 0] = silhouettes(points, [centers])
  const [error = 0] = silhouetteErrors(points, [centers])
  const found = {
    begun: new Map(),
    centers,
    labels: nearest,
    spread: 0,
    tried: [{ groups: groups.length, mean, error }],
    errors: noErrors,
  }
  const ids = groups.map(({ id }) => id)
  return {
    votes,
    leftOut,
    aboutPeople,
    map,
    x,
    y,
    counted,
    nearest: members,
    ids,
    found,
    ...countDescribed(votes, members, groups.length),
  }
}
