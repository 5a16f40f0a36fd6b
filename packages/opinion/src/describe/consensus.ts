import { type GroupVotes, tallyOf, tallyOfAll } from './group-votes.ts'
import { isCertain, share, shareTest } from './proportion-tests.ts'

/** A statement that most of all people agree, or disagree, with. */
export interface Majority {
  /** Place of the statement. */
  readonly statement: number
  readonly votes: number
  readonly seen: number
  /** (votes + 1) / (seen + 2), over one half, and its z against one half. */
  readonly probability: number
  readonly test: number
}

const most = 5

/** The five statements on which most of all people are on one side, with 90 % certainty; `votes` with everybody as one group. */
export function majorities(votes: GroupVotes, side: 'agree' | 'disagree', leftOut: Uint8Array): readonly Majority[] {
  const found: Majority[] = []
  for (let statement = 0; statement < votes.statements; statement++) {
    if (leftOut[statement] === 1) continue
    const tally = tallyOfAll(votes, statement)
    const probability = share(tally[side], tally.seen)
    const test = shareTest(tally[side], tally.seen)
    if (probability > 0.5 && isCertain(test))
      found.push({ statement, votes: tally[side], seen: tally.seen, probability, test })
  }
  return found.toSorted((one, other) => other.probability * other.test - one.probability * one.test).slice(0, most)
}

/**
 * By statement how likely it is that people of all groups agree: the product over groups of (agree + 1) / (seen + 2)
 * (group-informed consensus, Small et al. 2021). High only where no group is against.
 */
export function groupInformedConsensus(votes: GroupVotes): Float64Array {
  return Float64Array.from({ length: votes.statements }, (_, statement) => {
    let product = 1
    for (let group = 0; group < votes.groups; group++) {
      const { agree, seen } = tallyOf(votes, group, statement)
      product *= share(agree, seen)
    }
    return product
  })
}
