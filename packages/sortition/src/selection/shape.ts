import type { Pool } from '../pool/pool.ts'

/**
 * The pool as the solver sees it: people who are alike in all that counts are one profile, and a panel says only how many it
 * takes of each. What the `selected` take is subtracted; the `excluded` are gone. Profiles and rows stand in an order of
 * names, so that the order of people and columns in the files changes nothing.
 */
export interface Shape {
  /** Seats left to fill. */
  readonly seats: number
  readonly profiles: readonly Profile[]
  /** The seats first. */
  readonly rows: readonly Row[]
  /** Groups of people of whom `most` can be together, that occur in profiles as a pattern; none shares people with another. */
  readonly households: readonly Household[]
}

export interface Profile {
  /** Places in the pool, ascending. */
  readonly people: readonly number[]
  /** Rows that count these people, ascending. */
  readonly rows: readonly number[]
}

/** low ≤ Σ x ≤ high over the profiles that name this row; low is −Infinity where it asks nothing. */
export interface Row {
  readonly low: number
  readonly high: number
  readonly rule: Rule
}

export type Rule =
  | { readonly kind: 'seats' }
  | { readonly kind: 'quota'; readonly feature: number; readonly value: number }
  /** Added up over limits that are alike: `high` is the sum of theirs. */
  | { readonly kind: 'limits'; readonly limits: readonly number[] }

export interface Household {
  readonly people: readonly number[]
  readonly most: number
  /** Households with the same number have as many people of each profile. */
  readonly pattern: number
}

interface Bound {
  readonly limit: number
  readonly people: readonly number[]
  readonly most: number
}

const none = Number.NEGATIVE_INFINITY

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** null where the selected alone break a rule. */
export function shapeOf(pool: Pool): Shape | null {
  const fixed = new Uint8Array(pool.people.length)
  for (const place of pool.excluded) fixed[place] = 1
  for (const place of pool.selected) fixed[place] = 2
  const free = [...pool.people.keys()].filter((place) => fixed[place] === 0)
  const taken = (people: readonly number[]) => people.filter((place) => fixed[place] === 2).length

  const seats = pool.seats - new Set(pool.selected).size
  if (seats < 0) return null

  // Limits that can bind, the smallest first: those that share nobody with one taken before are households, known to a profile
  // by their pattern; the others (a school, say) are known by name.
  const bounds = pool.limits
    .map(({ people, most }, limit): Bound => {
      const left = [...new Set(people)].filter((place) => fixed[place] === 0)
      return { limit, people: left, most: most - taken([...new Set(people)]) }
    })
    .filter(({ people, most }) => most < 0 || most < Math.min(people.length, seats))
  if (bounds.some(({ most }) => most < 0)) return null
  const nameOf = (bound: Bound) => pool.limits[bound.limit]?.name ?? ''
  const inOrder = bounds.toSorted((a, b) => a.people.length - b.people.length || byText(nameOf(a), nameOf(b)))
  const home = new Map<number, Bound>()
  const wide: Bound[] = []
  for (const bound of inOrder) {
    if (bound.people.some((place) => home.has(place))) wide.push(bound)
    else for (const place of bound.people) home.set(place, bound)
  }
  const wideOf = new Map<number, string>()
  wide.forEach((bound, index) => {
    for (const place of bound.people) wideOf.set(place, `${wideOf.get(place) ?? ''} ${index}`)
  })

  const features = [...pool.features.keys()].toSorted((a, b) =>
    byText(pool.features[a]?.name ?? '', pool.features[b]?.name ?? ''),
  )
  const plainKey = (place: number) => {
    const answers = pool.people[place]?.answers ?? []
    const names = features.map((feature) => pool.features[feature]?.values[answers[feature] ?? -1]?.name ?? '')
    return JSON.stringify([...names, wideOf.get(place) ?? ''])
  }
  const plain = new Map(free.map((place) => [place, plainKey(place)]))
  const patternOf = new Map<Bound, string>()
  for (const bound of new Set(home.values())) {
    const members = bound.people.map((place) => plain.get(place) ?? '').toSorted(byText)
    patternOf.set(bound, JSON.stringify([bound.most, members]))
  }
  const keyOf = (place: number) => {
    const bound = home.get(place)
    return `${plain.get(place)}${bound === undefined ? '' : patternOf.get(bound)}`
  }
  const groups = Map.groupBy(free, keyOf)
  const keys = [...groups.keys()].toSorted(byText)

  // Rows: what they count, by place.
  const rows: Row[] = [{ low: seats, high: seats, rule: { kind: 'seats' } }]
  const rowsOf = new Map<number, number[]>(free.map((place) => [place, [0]]))
  const add = (row: Row, people: readonly number[]) => {
    for (const place of people) rowsOf.get(place)?.push(rows.length)
    rows.push(row)
  }
  for (const feature of features) {
    const values = pool.features[feature]?.values ?? []
    const who = Map.groupBy(pool.people.keys(), (place) => pool.people[place]?.answers[feature] ?? -1)
    const order = [...values.keys()].toSorted((a, b) => byText(values[a]?.name ?? '', values[b]?.name ?? ''))
    for (const value of order) {
      const quota = values[value]
      if (quota === undefined) continue
      const all = who.get(value) ?? []
      const left = all.filter((place) => fixed[place] === 0)
      const low = quota.min - taken(all)
      const high = quota.max - taken(all)
      if (high < 0 || low > Math.min(left.length, seats) || low > high) return null
      if (low <= 0 && high >= Math.min(left.length, seats)) continue
      add({ low: low > 0 ? low : none, high, rule: { kind: 'quota', feature, value } }, left)
    }
  }
  const patterns = Map.groupBy(patternOf.keys(), (bound) => patternOf.get(bound) ?? '')
  const households: Household[] = []
  for (const [pattern, name] of [...patterns.keys()].toSorted(byText).entries()) {
    const alike = patterns.get(name) ?? []
    const high = alike.reduce((sum, { most }) => sum + most, 0)
    const limits = alike.map(({ limit }) => limit)
    add(
      { low: none, high, rule: { kind: 'limits', limits } },
      alike.flatMap(({ people }) => people),
    )
    households.push(...alike.map(({ people, most }) => ({ people, most, pattern })))
  }
  for (const { limit, people, most } of wide)
    add({ low: none, high: most, rule: { kind: 'limits', limits: [limit] } }, people)

  const profiles = keys.map((key): Profile => {
    const people = groups.get(key) ?? []
    return { people, rows: rowsOf.get(people[0] ?? -1) ?? [] }
  })
  return { seats, profiles, rows, households }
}
