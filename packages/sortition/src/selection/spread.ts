import { type PanelType, probabilitiesOf } from './panel-type.ts'
import { openSeating } from './seating.ts'
import type { WeighedPanel } from './selection.ts'
import type { Shape } from './shape.ts'

interface Draft {
  members: number[]
  on: Set<number>
  probability: number
}

const tiny = 1e-12
/** So many panels, or so many times as many as everyone needs to be on one at all, are made to even people out. */
const usual = 4000
const times = 4

/**
 * From panels by profile to panels of people, such that all people of a profile have the same probability.
 *
 * First each panel takes, of each profile, those who have had the least so far; panels that are likelier than a person is,
 * in several parts. What then still differs is evened out: where somebody has more than the share of the profile and
 * somebody else less, a panel with the one and not the other is split, and on one of its parts they change places. Each
 * change ends for one of them, so there are not more splits than people; in pools so large that this is too many, a
 * difference remains (and is in the gap).
 */
export function spread(
  shape: Shape,
  types: readonly PanelType[],
  shares: ArrayLike<number>,
  selected: readonly number[],
): WeighedPanel[] {
  const people = shape.profiles.reduce((sum, profile) => sum + profile.people.length, 0)
  const most = Math.max(usual, (times * people) / Math.max(1, shape.seats))
  const order = [...types.keys()]
    .filter((index) => (shares[index] ?? 0) > 0)
    .toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b)
  const sizes = shape.profiles.map((profile) => profile.people.length)
  const chances = probabilitiesOf(types, shares, sizes)
  const rarest = chances.reduce((few, p, at) => (p > 0 && (sizes[at] ?? 1) > 1 ? Math.min(few, p) : few), 1)
  const part = Math.max(rarest, 2 / most)

  const had = new Float64Array(
    shape.profiles.reduce((top, profile) => Math.max(top, ...profile.people.slice(-1)), 0) + 1,
  )
  const seating = openSeating(shape, had)
  const drafts: Draft[] = []
  for (const index of order) {
    const type = types[index]
    if (type === undefined) continue
    const parts = Math.max(1, Math.ceil((shares[index] ?? 0) / part - 1e-9))
    const probability = (shares[index] ?? 0) / parts
    for (let each = 0; each < parts; each++) {
      const members = seating.seat(type, probability)
      drafts.push({ members, on: new Set(members), probability })
    }
  }
  const evenAll = () => {
    const draftsOf = new Map<number, Draft[]>()
    for (const draft of drafts)
      for (const place of draft.members) {
        const list = draftsOf.get(place)
        if (list === undefined) draftsOf.set(place, [draft])
        else list.push(draft)
      }
    for (const profile of shape.profiles)
      if (profile.people.length > 1) even(shape, profile.people, seating.home, had, drafts, draftsOf, most)
  }
  evenAll()
  const uneven = new Set<number>()
  for (const profile of shape.profiles) {
    const house = seating.home.get(profile.people[0] ?? -1)
    if (house === undefined) continue
    const all = profile.people.map((place) => had[place] ?? 0)
    const [low, high] = all.reduce(([l, h], value) => [Math.min(l, value), Math.max(h, value)], [1, 0])
    if (high - low > 1e-9) uneven.add(shape.households[house]?.pattern ?? -1)
  }
  for (const pattern of uneven) rotate(shape, pattern, drafts)
  if (uneven.size > 0) {
    had.fill(0)
    for (const { members, probability } of drafts)
      for (const place of members) had[place] = (had[place] ?? 0) + probability
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

/** Whether `to` can take the place of `from` without being one too many at home. */
function fits(shape: Shape, draft: Draft, from: number, to: number, home: ReadonlyMap<number, number>): boolean {
  const house = home.get(to)
  if (house === undefined || house === home.get(from)) return true
  const { people, most } = shape.households[house] ?? { people: [], most: 1 }
  return people.filter((place) => draft.on.has(place)).length < most
}

function even(
  shape: Shape,
  people: readonly number[],
  home: ReadonlyMap<number, number>,
  had: Float64Array,
  drafts: Draft[],
  draftsOf: Map<number, Draft[]>,
  most: number,
) {
  const share = people.reduce((sum, place) => sum + (had[place] ?? 0), 0) / people.length
  const excess = (place: number) => (had[place] ?? 0) - share
  const rich = people.filter((place) => excess(place) > tiny).toSorted((a, b) => excess(b) - excess(a))
  let poor = people.filter((place) => excess(place) < -tiny).toSorted((a, b) => excess(a) - excess(b))
  for (const from of rich) {
    for (const to of poor) {
      const mine = draftsOf.get(from) ?? []
      for (const draft of [...mine]) {
        const amount = Math.min(excess(from), -excess(to))
        if (amount <= tiny) break
        if (!draft.on.has(from) || draft.on.has(to) || !fits(shape, draft, from, to, home)) continue
        const part = Math.min(amount, draft.probability)
        if (draft.probability - part > tiny) {
          if (drafts.length >= most) continue
          // The part in which nobody changes places.
          const rest = { members: draft.members, on: draft.on, probability: draft.probability - part }
          drafts.push(rest)
          for (const place of rest.members) draftsOf.get(place)?.push(rest)
          draft.probability = part
        }
        draft.members = draft.members.map((place) => (place === from ? to : place))
        draft.on = new Set(draft.members)
        draftsOf.set(
          from,
          (draftsOf.get(from) ?? []).filter((each) => each !== draft),
        )
        draftsOf.set(to, [...(draftsOf.get(to) ?? []), draft])
        had[from] = (had[from] ?? 0) - part
        had[to] = (had[to] ?? 0) + part
      }
      if (excess(from) <= tiny) break
    }
    poor = poor.filter((place) => excess(place) < -tiny)
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
