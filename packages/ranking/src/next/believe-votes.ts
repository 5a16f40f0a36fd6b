import type { Votes } from '../votes/votes.ts'
import { type Belief, learn, openBelief } from './belief.ts'

/** The belief after votes, in their order; a row that stands for many votes is learned at once. */
export function believeVotes(votes: Votes): Belief {
  const belief = openBelief(votes.items.length)
  for (const [vote, one] of votes.one.entries()) {
    const size = (votes.count[vote] ?? 0) * (votes.weight[vote] ?? 0)
    if (size > 0) learn(belief, one, votes.other[vote] ?? 0, votes.tied[vote] === 1 ? 0.5 : 1, size)
  }
  return belief
}
