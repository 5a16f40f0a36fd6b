import type { PanelType } from './panel-type.ts'
import type { WeighedPanel } from './selection.ts'
import type { Shape } from './shape.ts'

interface Draft {
  members: number[]
  on: Set<number>
  probability: number
}

const tiny = 1e-12

/**
 * From panels by profile to panels of people, such that all people of a profile have the same probability.
 *
 * First each panel takes, of each profile, those who have had the least so far. What then still differs is evened out: where
 * somebody has more than the share of the profile and somebody else less, a panel with the one and not the other is
 * split, and on one of its parts they change places. Each change ends for one of them, so there are not more splits than people.
 */
export function spread(
  shape: Shape,
  types: readonly PanelType[],
  shares: ArrayLike<number>,
  selected: readonly number[],
): WeighedPanel[] {
  const home = new Map<number, number>()
  shape.households.forEach(({ people }, index) => {
    for (const place of people) home.set(place, index)
  })
  const had = new Map<number, number>()
  const order = [...types.keys()]
    .filter((index) => (shares[index] ?? 0) > 0)
    .toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b)
  const drafts: Draft[] = []
  for (const index of order) {
    const type = types[index]
    if (type === undefined) continue
    const probability = shares[index] ?? 0
    const members = assign(shape, type, home, had)
    for (const place of members) had.set(place, (had.get(place) ?? 0) + probability)
    drafts.push({ members, on: new Set(members), probability })
  }
  const evenAll = () => {
    for (const { people } of shape.profiles) if (people.length > 1) even(shape, people, home, had, drafts)
  }
  evenAll()
  const uneven = new Set<number>()
  for (const { people } of shape.profiles) {
    const all = people.map((place) => had.get(place) ?? 0)
    const house = home.get(people[0] ?? -1)
    if (house !== undefined && Math.max(...all) - Math.min(...all) > 1e-9)
      uneven.add(shape.households[house]?.pattern ?? -1)
  }
  for (const pattern of uneven) rotate(shape, pattern, drafts)
  if (uneven.size > 0) {
    had.clear()
    for (const { members, probability } of drafts)
      for (const place of members) had.set(place, (had.get(place) ?? 0) + probability)
    evenAll()
  }
  return merge(drafts, selected)
}

/** More panels than this are not made to even out households. */
const plenty = 30_000

/**
 * Where nobody can change places without being one too many at home, whole households do: each panel becomes as many as there
 * are households of the pattern, in each of which all have moved on by one.
 */
function rotate(shape: Shape, pattern: number, drafts: Draft[]) {
  const houses = shape.households.filter((each) => each.pattern === pattern)
  if (drafts.length * houses.length > plenty) return
  const profileOf = new Map<number, number>()
  shape.profiles.forEach(({ people }, profile) => {
    for (const place of people) profileOf.set(place, profile)
  })
  // Alike households have their people in the same order of profiles.
  const rooms = houses.map(({ people }) =>
    people.toSorted((a, b) => (profileOf.get(a) ?? 0) - (profileOf.get(b) ?? 0) || a - b),
  )
  const roomOf = new Map(rooms.flatMap((people, house) => people.map((place, room) => [place, { house, room }])))
  for (const draft of [...drafts]) {
    if (!draft.members.some((place) => roomOf.has(place))) continue
    const probability = draft.probability / rooms.length
    for (let by = 1; by < rooms.length; by++) {
      const members = draft.members.map((place) => {
        const at = roomOf.get(place)
        return at === undefined ? place : (rooms[(at.house + by) % rooms.length]?.[at.room] ?? place)
      })
      drafts.push({ members, on: new Set(members), probability })
    }
    draft.probability = probability
  }
}

/** Who has had the least goes first. */
function assign(shape: Shape, { at, take }: PanelType, home: Map<number, number>, had: Map<number, number>): number[] {
  const least = (a: number, b: number) => (had.get(a) ?? 0) - (had.get(b) ?? 0) || a - b
  const members: number[] = []
  const rounds = new Map<number, { houses: (readonly number[])[]; next: number }>()
  at.forEach((profile, index) => {
    const people = shape.profiles[profile]?.people ?? []
    const number = take[index] ?? 0
    const house = home.get(people[0] ?? -1)
    const pattern = house === undefined ? undefined : shape.households[house]?.pattern
    if (pattern === undefined) {
      members.push(...people.toSorted(least).slice(0, number))
      return
    }
    // Household after household, on with the next profile where the one before stopped: then no household has more than one
    // above any other, of each profile and in all, and what fits in sum fits in each.
    let round = rounds.get(pattern)
    if (round === undefined) {
      const load = (list: readonly number[]) => list.reduce((sum, place) => sum + (had.get(place) ?? 0), 0)
      const houses = shape.households.filter((each) => each.pattern === pattern).map((each) => each.people)
      round = { houses: houses.toSorted((a, b) => load(a) - load(b)), next: 0 }
      rounds.set(pattern, round)
    }
    const ofProfile = new Set(people)
    const chosen = new Set<number>()
    for (let left = number; left > 0; left--) {
      const inHouse = round.houses[round.next++ % round.houses.length] ?? []
      const place = inHouse.filter((each) => ofProfile.has(each) && !chosen.has(each)).toSorted(least)[0]
      if (place === undefined) throw new Error('A panel by profile does not fit into its households')
      chosen.add(place)
      members.push(place)
    }
  })
  return members
}

/** Whether `to` can take the place of `from` without being one too many at home. */
function fits(shape: Shape, draft: Draft, from: number, to: number, home: Map<number, number>): boolean {
  const house = home.get(to)
  if (house === undefined || house === home.get(from)) return true
  const { people, most } = shape.households[house] ?? { people: [], most: 1 }
  return people.filter((place) => draft.on.has(place)).length < most
}

function even(
  shape: Shape,
  people: readonly number[],
  home: Map<number, number>,
  had: Map<number, number>,
  drafts: Draft[],
) {
  const share = people.reduce((sum, place) => sum + (had.get(place) ?? 0), 0) / people.length
  const excess = (place: number) => (had.get(place) ?? 0) - share
  const stuck = new Set<number>()
  for (;;) {
    const rich = people
      .filter((place) => excess(place) > tiny && !stuck.has(place))
      .toSorted((a, b) => excess(b) - excess(a))[0]
    if (rich === undefined) return
    let moved = false
    for (const poor of people.filter((place) => excess(place) < -tiny).toSorted((a, b) => excess(a) - excess(b))) {
      for (const draft of [...drafts]) {
        const amount = Math.min(excess(rich), -excess(poor))
        if (amount <= tiny) break
        if (!draft.on.has(rich) || draft.on.has(poor) || !fits(shape, draft, rich, poor, home)) continue
        const part = Math.min(amount, draft.probability)
        const members = draft.members.map((place) => (place === rich ? poor : place))
        if (draft.probability - part <= tiny) {
          draft.members = members
          draft.on = new Set(members)
        } else {
          draft.probability -= part
          drafts.push({ members, on: new Set(members), probability: part })
        }
        had.set(rich, (had.get(rich) ?? 0) - part)
        had.set(poor, (had.get(poor) ?? 0) + part)
        moved = true
      }
      if (excess(rich) <= tiny) break
    }
    if (!moved) stuck.add(rich)
  }
}

/** The same panel twice is one panel; members ascending; probabilities together 1. */
function merge(drafts: readonly Draft[], selected: readonly number[]): WeighedPanel[] {
  const panels = new Map<string, { members: number[]; probability: number }>()
  for (const { members, probability } of drafts) {
    const all = [...members, ...selected].toSorted((a, b) => a - b)
    const key = all.join()
    const known = panels.get(key)
    if (known === undefined) panels.set(key, { members: all, probability })
    else known.probability += probability
  }
  const total = drafts.reduce((sum, { probability }) => sum + probability, 0)
  return [...panels.values()].map(({ members, probability }) => ({ members, probability: probability / total }))
}
