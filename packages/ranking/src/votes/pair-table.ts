import type { Votes } from './votes.ts'

/** Votes between the same two items with the same place, added up and weighed. */
export interface PairTable {
  readonly items: number
  /** `one` < `other`. */
  readonly one: Int32Array
  readonly other: Int32Array
  /** 1 where `one` had the place, −1 where `other` had it. */
  readonly home: Int8Array
  readonly wins: Float64Array
  readonly losses: Float64Array
  readonly ties: Float64Array
}

/** What a tie is: a third answer (Davidson), half a win for both, or no vote. */
export type TieRule = 'davidson' | 'half' | 'ignore'

/** Adds up votes; `scale` multiplies each, such as in a resample. */
export function pairTable(votes: Votes, rule: TieRule, usesHome: boolean, scale?: Float64Array): PairTable {
  const n = votes.items.length
  const places = new Map<number, number>()
  const one: number[] = []
  const other: number[] = []
  const home: number[] = []
  const wins: number[] = []
  const losses: number[] = []
  const ties: number[] = []
  for (let vote = 0; vote < votes.one.length; vote++) {
    const weight = (votes.count[vote] ?? 0) * (votes.weight[vote] ?? 0) * (scale?.[vote] ?? 1)
    const isTied = votes.tied[vote] === 1
    if (weight === 0 || (isTied && rule === 'ignore')) continue
    const [first, second] = [votes.one[vote] ?? 0, votes.other[vote] ?? 0]
    const isTurned = first > second
    const [a, b] = isTurned ? [second, first] : [first, second]
    const side = usesHome ? (votes.home[vote] ?? 0) * (isTurned ? -1 : 1) : 0
    const key = (a * n + b) * 3 + side + 1
    let place = places.get(key)
    if (place === undefined) {
      place = one.length
      places.set(key, place)
      one.push(a)
      other.push(b)
      home.push(side)
      wins.push(0)
      losses.push(0)
      ties.push(0)
    }
    if (isTied && rule === 'davidson') ties[place] = (ties[place] ?? 0) + weight
    else if (isTied) {
      wins[place] = (wins[place] ?? 0) + weight / 2
      losses[place] = (losses[place] ?? 0) + weight / 2
    } else if (isTurned) losses[place] = (losses[place] ?? 0) + weight
    else wins[place] = (wins[place] ?? 0) + weight
  }
  return {
    items: n,
    one: Int32Array.from(one),
    other: Int32Array.from(other),
    home: Int8Array.from(home),
    wins: Float64Array.from(wins),
    losses: Float64Array.from(losses),
    ties: Float64Array.from(ties),
  }
}
