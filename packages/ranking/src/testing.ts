import fc from 'fast-check'
import { baseball } from './fit/baseball.ts'
import { collectVotes, type Votes } from './votes/votes.ts'

/** For tests and benches: numbers on [0, 1) from a seed (Weyl sequence, mixed). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

export function baseballVotes(): Votes {
  const collector = collectVotes()
  for (const [home, away, homeWins, awayWins] of baseball) {
    if (homeWins > 0) collector.add({ one: home, other: away, home: 1, count: homeWins })
    if (awayWins > 0) collector.add({ one: away, other: home, home: -1, count: awayWins })
  }
  return collector.votes()
}

export type PlainVote = readonly [one: number, other: number, tied: boolean, voter: number]

/** Any votes between a few items of a few people: none, all ties, sets apart, and so on. */
export const anyVotes = (items = 6): fc.Arbitrary<readonly PlainVote[]> =>
  fc.array(
    fc.tuple(fc.nat(items - 1), fc.nat(items - 1), fc.boolean(), fc.nat(4)).filter(([one, other]) => one !== other),
    { maxLength: 60 },
  )

export function votesOf(items: number, list: readonly PlainVote[], options: { readonly people?: boolean } = {}): Votes {
  const collector = collectVotes()
  for (let item = 0; item < items; item++) collector.item(`i${item}`)
  for (const [one, other, tied, voter] of list)
    collector.add({
      one: `i${one}`,
      other: `i${other}`,
      tied,
      ...(options.people === true ? { voter: `v${voter}` } : {}),
    })
  return collector.votes()
}
