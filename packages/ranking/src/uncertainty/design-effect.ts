import type { Votes } from '../votes/votes.ts'
import { t975, z975 } from './distributions.ts'

/**
 * How much wider intervals are than those of independent votes, because one person's votes have to do with each other, or because
 * votes weigh differently: variances are `pooled` times as large on the whole, and `items[i]` times for an item (Kish 1965).
 */
export interface DesignEffect {
  readonly pooled: number
  readonly items: Float64Array
}

/** Smoothing: an item's own effect counts as much as the pooled one where this many people voted on it. */
const smoothing = 30

/** The squared sums, by person, of what votes pull at items, beside what they would be of independent votes. */
export interface Pulls {
  /** Of each item the variance in fact. */
  readonly found: Float64Array
  /** Of each item the variance of independent votes. */
  readonly expected: Float64Array
  /** Of each item how many people voted on it. */
  readonly people: Float64Array
  /** How many people there are in all. */
  readonly clusters: number
}

export function designEffectOf({ found, expected, people, clusters }: Pulls): DesignEffect {
  const n = found.length
  if (clusters < 2) return { pooled: 1, items: new Float64Array(n).fill(1) }
  // Variances between few people are themselves uncertain, as Student's distribution has it.
  const few = (clusters / (clusters - 1)) * (t975(clusters - 1) / z975) ** 2
  const sum = (values: Float64Array) => values.reduce((all, each) => all + each, 0)
  const of = (in_: number, beside: number) => (beside > 0 ? Math.max(1, (few * in_) / beside) : 1)
  const pooled = of(sum(found), sum(expected))
  const items = Float64Array.from({ length: n }, (_, i) => {
    const m = people[i] ?? 0
    return (smoothing * pooled + m * of(found[i] ?? 0, expected[i] ?? 0)) / (smoothing + m)
  })
  return { pooled, items }
}

/** The votes of each person together; a vote of nobody known is alone. Undefined where nobody is known and all votes weigh the same. */
export function votesByPerson(votes: Votes): readonly Int32Array[] | undefined {
  const isKnown = votes.voter.some((voter) => voter >= 0)
  const first = votes.weight[0] ?? 1
  if (!isKnown && votes.weight.every((weight) => weight === first)) return undefined
  const ofVoter = Array.from({ length: votes.voters.length }, (): number[] => [])
  const alone: Int32Array[] = []
  for (const [vote, voter] of votes.voter.entries()) {
    if (voter >= 0) ofVoter[voter]?.push(vote)
    else alone.push(Int32Array.of(vote))
  }
  return [...ofVoter.filter((list) => list.length > 0).map((list) => Int32Array.from(list)), ...alone]
}
