import type { Market } from '../market/market.ts'

/** A lottery number a candidate, the same at every programme: the lower goes first among those as good as each other. */
export type Lottery = Float64Array

/** Whether the candidate of one application goes before that of another at the same programme. Strict. */
export type GoesBefore = (one: number, k: number, other: number, l: number) => boolean

/** Score, then lottery (where given), then the order of the file. Candidates `one` and `other` by applications k and l. */
export function strictOrder({ score }: Market, lottery: Lottery | undefined): GoesBefore {
  if (lottery === undefined)
    return (one, k, other, l) => {
      const [a, b] = [score[k] ?? 0, score[l] ?? 0]
      return a === b ? one < other : a > b
    }
  return (one, k, other, l) => {
    const [a, b] = [score[k] ?? 0, score[l] ?? 0]
    if (a !== b) return a > b
    const [mine, theirs] = [lottery[one] ?? 0, lottery[other] ?? 0]
    return mine === theirs ? one < other : mine < theirs
  }
}
