import type { Market } from '../market/market.ts'
import { applicationOf, jointMembers } from '../market/market.ts'

/** Rows of a programme: lower ≤ Σ value × column ≤ upper. */
export interface Rows {
  readonly starts: number[]
  readonly indices: number[]
  readonly values: number[]
  readonly lower: number[]
  readonly upper: number[]
}

export interface StableProgramme {
  /** By column of a choice: the places that it gives. */
  readonly choices: readonly (readonly {
    readonly candidate: number
    readonly programme: number
    readonly second: boolean
  }[])[]
  /** Choices come first; then one for each reason why a programme refuses somebody. */
  readonly columns: number
  readonly rows: Rows
}

/**
 * All weakly stable matchings as an integer programme: by candidate (or two together) at most one choice; by choice, one at
 * least as good or a programme that refuses. A programme refuses a candidate where a quota, or its seats, are full of others
 * who are at least as good (Kwanashie & Manlove 2014 with ties; Biró, Manlove & McBride 2014 with couples). For quotas
 * without reserved seats.
 */
export function stableProgramme(market: Market): StableProgramme {
  const { starts, programme, tier, score, seats, quotas, groupsOf } = market
  const rows: Rows = { starts: [0], indices: [], values: [], lower: [], upper: [] }
  const add = (terms: Iterable<readonly [number, number]>, lower: number, upper: number) => {
    // A couple at one programme has two seats there.
    const sums = new Map<number, number>()
    for (const [index, value] of terms) sums.set(index, (sums.get(index) ?? 0) + value)
    for (const [index, value] of sums) {
      rows.indices.push(index)
      rows.values.push(value)
    }
    rows.starts.push(rows.indices.length)
    rows.lower.push(lower)
    rows.upper.push(upper)
  }
  const none = Number.POSITIVE_INFINITY
  const choices: { candidate: number; programme: number; second: boolean }[][] = []
  /** By programme: the columns that give a candidate a seat there. */
  const holders: { candidate: number; score: number; columns: number[] }[][] = Array.from(seats, () => [])
  const scoreOf = (candidate: number, p: number) => score[applicationOf(market, candidate, p)] ?? -none
  const choose = (places: { candidate: number; programme: number; second: boolean }[]): number => {
    for (const place of places) {
      const list = holders[place.programme] ?? []
      let holder = list.find(({ candidate }) => candidate === place.candidate)
      if (holder === undefined) {
        holder = { candidate: place.candidate, score: scoreOf(place.candidate, place.programme), columns: [] }
        list.push(holder)
      }
      holder.columns.push(choices.length)
    }
    return choices.push(places) - 1
  }
  /** What is refused unless the sum of the columns is 1. */
  const wants: { columns: number[]; newcomers: { candidate: number; programme: number }[] }[] = []
  const isJoint = jointMembers(market)
  for (let candidate = 0; candidate < market.candidates.length; candidate++) {
    if (isJoint[candidate] === 1) continue
    const columns: number[] = []
    const end = starts[candidate + 1] ?? 0
    for (let k = starts[candidate] ?? 0; k < end; k++)
      columns.push(choose([{ candidate, programme: programme[k] ?? 0, second: false }]))
    for (let k = starts[candidate] ?? 0, last = k; k < end; k++) {
      while (last < end && tier[last] === tier[k]) last++
      if (last <= k) last = k + 1
      const upTo = columns.slice(0, last - (starts[candidate] ?? 0))
      wants.push({ columns: upTo, newcomers: [{ candidate, programme: programme[k] ?? 0 }] })
    }
    if (columns.length > 0)
      add(
        columns.map((column) => [column, 1]),
        -none,
        1,
      )
  }
  for (const { members, options } of market.joint) {
    const columns: number[] = []
    for (const option of options) {
      const places = option.flatMap((p, m) =>
        p < 0 ? [] : [{ candidate: members[m] ?? 0, programme: p, second: m === 1 && members[0] === members[1] }],
      )
      columns.push(choose(places))
      wants.push({ columns: [...columns], newcomers: places })
    }
    if (columns.length > 0)
      add(
        columns.map((column) => [column, 1]),
        -none,
        1,
      )
  }
  const isIn = (candidate: number, group: number) => ((groupsOf[candidate] ?? 0) & (1 << group)) !== 0
  for (const [p, list] of holders.entries()) {
    const of = (members: typeof list) => members.flatMap(({ columns }) => columns.map((column) => [column, 1] as const))
    add(of(list), -none, seats[p] ?? 0)
    for (const { group, most } of quotas[p] ?? [])
      if (most < none) add(of(list.filter(({ candidate }) => isIn(candidate, group))), -none, most)
  }

  let columns = choices.length
  const known = new Map<string, number>()
  const chains = new Map<string, { column: number; least: number }[]>()
  /** A column that may only be 1 where `limit` others at least as good have a seat; undefined where that cannot be. */
  const fullOf = (p: number, group: number, besides: readonly number[], least: number, limit: number) => {
    const key = `${p} ${group} ${besides.join(',')} ${least} ${limit}`
    const earlier = known.get(key)
    if (earlier !== undefined) return earlier
    const others = (holders[p] ?? []).filter(
      (holder) =>
        holder.score >= least && !besides.includes(holder.candidate) && (group < 0 || isIn(holder.candidate, group)),
    )
    if (others.length < limit) return undefined
    const column = columns++
    known.set(key, column)
    // Who is refused has no seat; and where one is refused, so is whoever has a lower score. Both follow, and help the solver.
    if (besides.length === 1) {
      const own = holders[p]?.find(({ candidate }) => candidate === besides[0])
      if (own !== undefined) add([...own.columns.map((at) => [at, 1] as const), [column, 1]], -none, 1)
      const name = `${p} ${group}`
      const chain = chains.get(name) ?? []
      chain.push({ column, least })
      chains.set(name, chain)
    }
    add([...others.flatMap((one) => one.columns.map((at) => [at, 1] as const)), [column, -limit]], 0, none)
    return column
  }
  const refusals = (p: number, newcomers: readonly number[]): readonly number[] => {
    const limits = [{ group: -1, most: seats[p] ?? 0 }, ...(quotas[p] ?? []).filter(({ most }) => most < none)]
    return limits.flatMap(({ group, most }) => {
      const concerned = newcomers.filter((candidate) => group < 0 || isIn(candidate, group))
      if (concerned.length === 0) return []
      const least = Math.min(...concerned.map((candidate) => scoreOf(candidate, p)))
      const limit = most - concerned.length + 1
      return fullOf(p, group, concerned, least, Math.max(0, limit)) ?? []
    })
  }
  for (const { columns: better, newcomers } of wants) {
    const [a, b] = newcomers
    const byProgramme =
      a !== undefined && b !== undefined && a.programme === b.programme
        ? refusals(a.programme, [a.candidate, b.candidate])
        : newcomers.flatMap(({ candidate, programme: p }) => refusals(p, [candidate]))
    add(
      [...better, ...byProgramme].map((column) => [column, 1]),
      1,
      none,
    )
  }
  for (const chain of chains.values()) {
    const sorted = chain.toSorted((one, other) => other.least - one.least)
    for (const [place, { column, least }] of sorted.entries()) {
      const lower = sorted.slice(place + 1).find((other) => other.least < least)
      if (lower !== undefined)
        add(
          [
            [lower.column, 1],
            [column, -1],
          ],
          0,
          none,
        )
    }
  }
  return { choices, columns, rows }
}
