import type { GroupId } from '../picture/picture.ts'
import type { Votes } from '../votes/votes.ts'
import { badJson, idOf, isObject, readJson } from './json.ts'
import type { ReadingRefusal } from './refusal.ts'

export interface MembersFile {
  readonly ok: true
  /** With the places of people among those who voted. */
  readonly groups: readonly { readonly id: GroupId; readonly members: readonly number[] }[]
}

/** Reads who is in which group: `{ "a": ["p1", "p2"], "b": ["p3"] }`. Everybody voted, and nobody is in two groups. */
export function readMembers(bytes: Uint8Array, votes: Votes): MembersFile | ReadingRefusal {
  const json = readJson(bytes)
  if (!json.ok) return json
  if (!isObject(json.value) || Object.keys(json.value).length === 0) return badJson('.', 'groups-of-people', json.value)
  const places = new Map(votes.people.map((id, i) => [id, i]))
  const groupOf = new Map<number, string>()
  const unknown: string[] = []
  const groups: { id: GroupId; members: number[] }[] = []
  for (const [group, list] of Object.entries(json.value)) {
    if (!Array.isArray(list)) return badJson(`.${group}`, 'groups-of-people', list)
    const members: number[] = []
    for (const [k, entry] of list.entries()) {
      const id = idOf(entry)
      if (id === undefined) return badJson(`.${group}[${k}]`, 'id', entry)
      const place = places.get(id)
      if (place === undefined) {
        unknown.push(id)
        continue
      }
      const earlier = groupOf.get(place)
      if (earlier !== undefined && earlier !== group)
        return { ok: false, reason: 'in-two-groups', id, groups: [earlier, group] }
      if (earlier === undefined) members.push(place)
      groupOf.set(place, group)
    }
    groups.push({ id: groupIdOf(group), members })
  }
  if (unknown.length > 0)
    return { ok: false, reason: 'unknown-person', ids: unknown.slice(0, 8), count: unknown.length }
  return { ok: true, groups }
}

export function groupIdOf(text: string): GroupId {
  return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text
}
