import type { PanelType } from './panel-type.ts'
import type { Shape } from './shape.ts'

/** Seats people on panels by profile, those first who have had the least. */
export interface Seating {
  /** By place of person: the household. */
  readonly home: ReadonlyMap<number, number>
  /** Members of a panel that has this probability; adds it to what they have had. */
  seat(type: PanelType, probability: number): number[]
}

/** @param had by place of person; is kept up to date. */
export function openSeating(shape: Shape, had: Float64Array): Seating {
  const home = new Map<number, number>()
  shape.households.forEach(({ people }, index) => {
    for (const place of people) home.set(place, index)
  })
  const load = Float64Array.from(shape.households, () => 0)
  const queues = shape.profiles.map(({ people }) => openQueue(people, (place) => had[place] ?? 0))
  const byPattern = Map.groupBy(shape.households.keys(), (house) => shape.households[house]?.pattern ?? -1)
  const houses = new Map([...byPattern].map(([pattern, list]) => [pattern, openQueue(list, (at) => load[at] ?? 0)]))
  const profileOf = new Map<number, number>()
  shape.profiles.forEach(({ people }, profile) => {
    for (const place of people) if (home.has(place)) profileOf.set(place, profile)
  })
  const least = (a: number, b: number) => (had[a] ?? 0) - (had[b] ?? 0) || a - b

  /**
   * Household after household, on with the next profile where the one before stopped: then no household has more than one
   * above any other, of each profile and in all, and what fits in sum fits in each.
   */
  const seatAtHome = (pattern: number, wanted: readonly { profile: number; number: number }[]): number[] => {
    const queue = houses.get(pattern)
    const all = wanted.reduce((sum, { number }) => sum + number, 0)
    const round = queue?.take(Math.min(all, byPattern.get(pattern)?.length ?? 0)) ?? []
    const members: number[] = []
    const chosen = new Set<number>()
    let next = 0
    for (const { profile, number } of wanted)
      for (let left = number; left > 0; left--) {
        const house = round[next++ % round.length] ?? -1
        const people = shape.households[house]?.people ?? []
        const place = people.filter((each) => profileOf.get(each) === profile && !chosen.has(each)).toSorted(least)[0]
        if (place === undefined) throw new Error('A panel by profile does not fit into its households')
        chosen.add(place)
        members.push(place)
        load[house] = (load[house] ?? 0) + 1
      }
    queue?.put(round)
    return members
  }

  return {
    home,
    seat({ at, take }, probability) {
      const members: number[] = []
      const atHome = new Map<number, { profile: number; number: number }[]>()
      at.forEach((profile, index) => {
        const number = take[index] ?? 0
        const house = home.get(shape.profiles[profile]?.people[0] ?? -1)
        if (house === undefined) {
          const taken = queues[profile]?.take(number) ?? []
          for (const place of taken) had[place] = (had[place] ?? 0) + probability
          queues[profile]?.put(taken)
          members.push(...taken)
          return
        }
        const pattern = shape.households[house]?.pattern ?? -1
        const list = atHome.get(pattern) ?? []
        list.push({ profile, number })
        atHome.set(pattern, list)
      })
      for (const [pattern, wanted] of atHome)
        for (const place of seatAtHome(pattern, wanted)) {
          had[place] = (had[place] ?? 0) + probability
          members.push(place)
        }
      return members
    },
  }
}

interface Queue {
  take(number: number): number[]
  put(items: readonly number[]): void
}

/** A heap: the least first, and of equals the lowest number. */
function openQueue(items: readonly number[], keyOf: (item: number) => number): Queue {
  const heap: { key: number; item: number }[] = []
  const before = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]]
    if (one === undefined || other === undefined) return false
    return one.key < other.key || (one.key === other.key && one.item < other.item)
  }
  const swap = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]]
    if (one === undefined || other === undefined) return
    heap[a] = other
    heap[b] = one
  }
  const put = (item: number) => {
    heap.push({ key: keyOf(item), item })
    for (let at = heap.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!before(at, parent)) break
      swap(at, parent)
      at = parent
    }
  }
  const pop = (): number | undefined => {
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined) return undefined
    if (heap.length === 0) return first.item
    heap[0] = last
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const child = before(left + 1, left) ? left + 1 : left
      if (!before(child, at)) break
      swap(at, child)
      at = child
    }
    return first.item
  }
  for (const item of items) put(item)
  return {
    take(number) {
      const taken: number[] = []
      while (taken.length < number) {
        const item = pop()
        if (item === undefined) break
        taken.push(item)
      }
      return taken
    },
    put(back) {
      for (const item of back) put(item)
    },
  }
}
