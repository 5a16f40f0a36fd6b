import type { Pool } from '../pool/pool.ts'
import { hashOf } from './canonical-text.ts'
import { evenOut } from './even-out.ts'
import { roundPanels } from './round-panels.ts'

/** A numbered list of panels of which one will be drawn; all are as likely. What its hash covers is in `canonicalText`. */
export interface Lottery {
  readonly form: 'kantelpunt-panel-lottery/1'
  /** How the number of a panel follows from public randomness: see `drawNumber`. */
  readonly draw: DrawMethod
  readonly seats: number
  /** Members hide behind pseudonyms, which those who hold a key can work out. */
  readonly pseudonyms: boolean
  /** The first is panel 1. Ids or pseudonyms, ascending. */
  readonly panels: readonly (readonly string[])[]
  /** SHA-256 of the canonical text, in hexadecimal: what is published before the draw. */
  readonly hash: string
}

export type DrawMethod = 'text' | 'digits'

/** What rounding did to people's chances. All are probabilities. */
export interface LotteryChances {
  readonly largestChange: number
  /** No lottery of this size stays below this. */
  readonly bound: number
  readonly minimumBefore: number
  readonly minimumAfter: number
  readonly maximumBefore: number
  readonly maximumAfter: number
  /** Panels of the list that the distribution did not have, made by exchanging single members within the quotas. */
  readonly newPanels: number
}

/** A distribution as the file of a result has it. */
export interface PanelDistribution {
  readonly seats: number
  readonly panels: readonly { readonly members: readonly string[]; readonly probability: number }[]
  /** By id: tells who there are besides those on a panel. */
  readonly probabilities?: Readonly<Record<string, number>>
}

export interface LotteryOptions {
  /** How many panels the list has: 1000, unless other dice are at hand. */
  readonly size: number
  readonly draw: DrawMethod
  /** Uniform on [0, 1); the same numbers give the same lottery. */
  readonly random: () => number
  /** Lets panels be changed within the quotas, which brings the largest change below 1 ÷ size nearly always. */
  readonly pool?: Pool
  /** By id what stands in the list instead. */
  readonly pseudonyms?: ReadonlyMap<string, string>
}

/**
 * Rounds a distribution to a lottery over `size` panels, all as likely. The people are those of the pool, or else those whom
 * the distribution names. Throws where a panel names someone who is not in the pool.
 */
export function lotteryOf(
  distribution: PanelDistribution,
  options: LotteryOptions,
): { readonly lottery: Lottery; readonly chances: LotteryChances } {
  const { pool, size, random, pseudonyms } = options
  const ids = pool?.people.map(({ id }) => id) ?? idsOn(distribution)
  const places = new Map(ids.map((id, place) => [id, place]))
  const panels = distribution.panels.map(({ members, probability }) => ({
    members: members.map((id) => placeOf(places, id)).sort((one, other) => one - other),
    probability,
  }))
  // Where panels may change, a rough start is as good.
  const effort = pool === undefined ? {} : { starts: 1, exchanges: 600 }
  const rounded = roundPanels(panels, ids.length, { size, random, ...effort })
  const chosen = panels.flatMap(({ members }, at) => Array.from({ length: rounded.counts[at] ?? 0 }, () => members))
  const before = chancesIn(panels, ids.length)
  const known = new Set(chosen.map((members) => members.join()))
  const targets = before.map((each) => each * size)
  const changed = pool === undefined ? chosen : evenOut(pool, chosen, targets, rounded.bound * size)
  const list = changed.map((members) => members.toSorted((one, other) => one - other))
  const counts = new Int32Array(ids.length)
  for (const members of list) for (const person of members) counts[person] = (counts[person] ?? 0) + 1
  const after = Array.from(counts, (count) => count / size)
  const named = list.map((members) => members.map((place) => nameOf(ids[place] ?? '', pseudonyms)).sort(byCodeUnits))
  const open = {
    form: 'kantelpunt-panel-lottery/1',
    draw: options.draw,
    seats: distribution.seats,
    pseudonyms: pseudonyms !== undefined,
    panels: named.sort(byMembers),
  } as const
  return {
    lottery: { ...open, hash: hashOf(open) },
    chances: {
      largestChange: after.reduce((largest, each, at) => Math.max(largest, Math.abs(each - (before[at] ?? 0))), 0),
      bound: rounded.bound,
      minimumBefore: least(before),
      minimumAfter: least(after),
      maximumBefore: most(before),
      maximumAfter: most(after),
      newPanels: list.filter((members) => !known.has(members.join())).length,
    },
  }
}

function idsOn({ panels, probabilities = {} }: PanelDistribution): readonly string[] {
  const onPanels = panels.flatMap(({ members }) => members)
  return [...new Set([...Object.keys(probabilities), ...onPanels])].sort(byCodeUnits)
}

function placeOf(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id)
  if (place === undefined) throw new Error(`${id} is on a panel, and is not in the pool.`)
  return place
}

function nameOf(id: string, pseudonyms: ReadonlyMap<string, string> | undefined): string {
  if (pseudonyms === undefined) return id
  const name = pseudonyms.get(id)
  if (name === undefined) throw new Error(`${id} has no pseudonym.`)
  return name
}

function chancesIn(
  panels: readonly { readonly members: readonly number[]; readonly probability: number }[],
  people: number,
): Float64Array {
  const total = panels.reduce((sum, { probability }) => sum + probability, 0)
  const chances = new Float64Array(people)
  for (const { members, probability } of panels)
    for (const person of members) chances[person] = (chances[person] ?? 0) + probability / total
  return chances
}

// Not Math.min(...all): a call has no room for a million arguments.
function least(all: ArrayLike<number>): number {
  return Array.from(all).reduce((low, each) => Math.min(low, each), 1)
}

function most(all: ArrayLike<number>): number {
  return Array.from(all).reduce((high, each) => Math.max(high, each), 0)
}

/** The order of JavaScript's own comparison, the same on every machine and in every language. */
function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function byMembers(one: readonly string[], other: readonly string[]): number {
  for (const [at, id] of one.entries()) {
    const order = byCodeUnits(id, other[at] ?? '')
    if (order !== 0) return order
  }
  return 0
}
