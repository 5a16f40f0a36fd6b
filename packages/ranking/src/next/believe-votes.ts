import { inverseOf } from '../fit/cholesky.ts'
import { fitPaired } from '../fit/paired-model.ts'
import { pairTable } from '../votes/pair-table.ts'
import type { Votes } from '../votes/votes.ts'
import { type Belief, priorSpread } from './belief.ts'

/**
 * The belief after votes, all at once: the normal distribution around the likeliest abilities (Laplace's approximation), with a tie as half
 * a win for both. n³ steps, for at most some 1,000 items.
 */
export function believeVotes(votes: Votes): Belief {
  const items = votes.items.length
  const table = pairTable(votes, 'half', false)
  const fit = fitPaired(
    table,
    { items, hasHome: false, hasTies: false },
    { abilities: 1 / priorSpread ** 2, others: 1 },
  )
  if (fit === undefined) throw new Error('a penalised fit did not converge')
  const shown = new Float64Array(items)
  for (const [vote, one] of votes.one.entries())
    for (const item of [one, votes.other[vote] ?? 0]) shown[item] = (shown[item] ?? 0) + (votes.count[vote] ?? 0)
  return { items, mean: fit.parameters, covariance: inverseOf(fit.factor, items), shown }
}
