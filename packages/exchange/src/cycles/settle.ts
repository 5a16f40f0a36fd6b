import type { Solver } from '@kantelpunt/solver'
import { branch } from './branch.ts'
import type { Budget } from './budget.ts'
import type { Proof } from './certificate.ts'
import type { Chosen } from './choose.ts'
import type { Column } from './column.ts'
import { generate } from './generate.ts'
import type { Offer } from './offer.ts'
import { openSpare, type Proven, proveOffer } from './prove.ts'

/** The best choice that is known, and that nothing is worth more than `bound`; `proof` says why, where there is one. */
export interface Settled {
  readonly best: Chosen
  readonly bound: number
  readonly proof?: Proof
}

/** More exchanges than this that a better choice may have are too many to branch on. */
const mostToBranchOn = 40_000
/** What is looked for first: a choice that lacks so little of the bound, as a share of what the best lacks. */
const firstShare = 1 / 8
const wider = 1.5

/**
 * Goes on until the best choice of an offer is proven or the budget is over: first the relaxed packing with cuts, begun with
 * the columns given, then choices near it. A choice that lacks little of the packing's worth can have few exchanges, so that
 * looking for one is fast; where there is none, that lowers the bound, and it looks further.
 */
export function settle(
  solver: Solver,
  offer: Offer,
  first: readonly Column[],
  known: Settled,
  times: number,
  budget: Budget,
): Settled {
  let { best, bound, proof } = known
  const state = () => ({ best, bound, ...(proof === undefined ? {} : { proof }) })
  if (best.worth >= bound || budget.over()) return known
  const better = (choice: Chosen) => {
    if (choice.worth > best.worth) best = choice
  }
  const generated = generate(solver, offer, first, budget, () => best, better)
  if (generated === undefined) return state()
  using master = generated.master
  const { values, cutValues } = generated.relaxed
  const root = proveOffer(offer, times, { values, cuts: master.index.cuts, cutValues })
  const top = Math.floor(root.worth / times)
  if (top < bound) {
    bound = top
    proof = root.proof
  }
  let reach = Math.max(1, Math.ceil((top - best.worth) * firstShare))
  while (best.worth < bound && !budget.over()) {
    const from = best
    const target = Math.max(from.worth + 1, top - reach + 1)
    const columns = columnsFor(offer, times, root, target)
    if (columns === undefined) break
    const found = branch(solver, { n: offer.n, times, root, columns, best, target, bound }, budget)
    best = found.best
    if (found.bound < bound) {
      bound = found.bound
      proof = found.proof
    }
    // All that could be better was looked at.
    if (target === from.worth + 1) break
    reach = Math.ceil(reach * wider)
  }
  return state()
}

/** The exchanges that a choice worth `target` may have; undefined where they are too many. */
function columnsFor(offer: Offer, times: number, root: Proven, target: number): readonly Column[] | undefined {
  const room = root.worth - target * times
  const spare = openSpare(offer.n, times, root.proof)
  const columns: Column[] = []
  let isTooMany = false
  offer.price(
    Float64Array.from(root.proof.values),
    -room,
    (a, b, c, weight) => {
      const column = { a, b, c, weight }
      if (isTooMany || spare(column) > room) return
      columns.push(column)
      isTooMany = columns.length > mostToBranchOn
    },
    times,
  )
  return isTooMany ? undefined : columns
}
