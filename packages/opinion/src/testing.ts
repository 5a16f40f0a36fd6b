import { gatherVotes, type Votes } from './votes/votes.ts'

/** For tests and benches: how alike two divisions are, and conversations that are made up. */

/** Adjusted Rand index (Hubert & Arabie 1985): 1 for the same division, 0 for chance. */
export function adjustedRand(one: readonly unknown[], other: readonly unknown[]): number {
  const pairs = (count: number) => (count * (count - 1)) / 2
  const count = (keys: readonly unknown[]) => {
    const counts = new Map<unknown, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return [...counts.values()].reduce((sum, size) => sum + pairs(size), 0)
  }
  const together = count(one.map((key, i) => `${String(key)} ${String(other[i])}`))
  const expected = (count(one) * count(other)) / pairs(one.length)
  const most = (count(one) + count(other)) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}

/** Numbers from 0 up to 1 from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface ConversationShape {
  readonly people: number
  readonly statements: number
  readonly groups: number
  /** Share of all votes that are cast. */
  readonly filled: number
  readonly seed: number
}

/** People of some camps, each with an own mind on every statement and some noise; `campOf` by person. */
export function madeUpConversation({ people, statements, groups, filled, seed }: ConversationShape): {
  readonly votes: Votes
  readonly campOf: readonly number[]
} {
  const random = randomFrom(seed)
  const minds = Array.from({ length: groups }, () =>
    Array.from({ length: statements }, () => Math.floor(3 * random()) - 1),
  )
  const person: number[] = []
  const statement: number[] = []
  const value: number[] = []
  const campOf = Array.from({ length: people }, (_, i) => i % groups)
  for (let i = 0; i < people; i++)
    for (let j = 0; j < statements; j++) {
      if (random() >= filled) continue
      person.push(i)
      statement.push(j)
      value.push(random() < 0.75 ? (minds[campOf[i] ?? 0]?.[j] ?? 0) : Math.floor(3 * random()) - 1)
    }
  const { votes } = gatherVotes({
    people: Array.from({ length: people }, (_, i) => String(i)),
    statements: Array.from({ length: statements }, (_, j) => String(j)),
    person: Int32Array.from(person),
    statement: Int32Array.from(statement),
    value: Int8Array.from(value),
  })
  return { votes, campOf }
}
