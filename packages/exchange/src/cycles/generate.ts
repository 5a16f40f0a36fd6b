import type { Solver } from '@kantelpunt/solver'
import { type Budget, unitOf } from './budget.ts'
import { type Chosen, chooseByShare } from './choose.ts'
import { type Column, seatsOf } from './column.ts'
import { findCuts } from './find-cuts.ts'
import { type Master, openMaster, type Relaxed } from './master.ts'
import type { Offer } from './offer.ts'

/** Halves, thirds, quarters and fifths: finer shares bring little more. */
const divisors = [2, 3, 4, 5]
const cutsPerRound = 200
/** Ends when so many rounds of cuts brought less than this share of what is left between the packing and the best choice. */
const patience = 3
const littleShare = 0.005

export interface Generated {
  readonly master: Master
  readonly relaxed: Relaxed
}

/**
 * The relaxed packing of an offer, begun with its first columns, with exchanges added as it lacks them and cuts as it goes over them, until neither brings
 * anything, or nothing better than `best()` is left. Undefined where the time was too short for the first; dispose of its
 * master.
 */
export function generate(
  solver: Solver,
  offer: Offer,
  first: readonly Column[],
  budget: Budget,
  best: () => Chosen,
  better: (choice: Chosen) => void,
): Generated | undefined {
  const master = openMaster(solver, offer.n, unitOf(offer.weights))
  master.addColumns(first)
  let last: Relaxed | undefined
  const before: number[] = []
  for (;;) {
    const relaxed = relaxWithAll(master, offer, budget)
    if (relaxed === undefined) break
    last = relaxed
    const { columns } = master
    const { x, objective } = relaxed
    better(chooseByShare(offer.n, columns, x))
    const left = objective - best().worth
    if (Math.floor(objective + 1e-6) <= best().worth || budget.over()) break
    before.push(objective)
    const then = before.at(-1 - patience)
    if (then !== undefined && then - objective < littleShare * left) break
    const cuts = findCuts(offer.n, columns, x, cutsPerRound, divisors)
    if (cuts.length === 0) break
    master.addCuts(cuts)
  }
  if (last !== undefined) return { master, relaxed: last }
  master[Symbol.dispose]()
  return undefined
}

/** Adds exchanges until none is left that would add to the packing; undefined where the time ends before. */
function relaxWithAll(master: Master, offer: Offer, budget: Budget): Relaxed | undefined {
  for (;;) {
    const relaxed = master.relax(budget)
    if (relaxed === undefined) return undefined
    const { values, cutValues } = relaxed
    const lacking: { readonly column: Column; readonly lack: number }[] = []
    offer.price(values, 1e-6, (a, b, c, weight) => {
      const column = { a, b, c, weight }
      let lack = weight - (values[a] ?? 0) - (values[b] ?? 0) - (c < 0 ? 0 : (values[c] ?? 0))
      master.index.count(column, (cut, times) => {
        lack -= times * (cutValues[cut] ?? 0)
      })
      if (lack > 1e-6) lacking.push({ column, lack })
    })
    if (master.addColumns(bestOf(lacking, offer.n)) === 0) return relaxed
    if (budget.over()) return undefined
  }
}

const many = 2000
const perVertex = 8

/** The best few by vertex, where there are many. */
function bestOf(lacking: { readonly column: Column; readonly lack: number }[], n: number): readonly Column[] {
  if (lacking.length < many) return lacking.map(({ column }) => column)
  const taken = new Int32Array(n)
  return lacking
    .sort((one, other) => other.lack - one.lack)
    .map(({ column }) => column)
    .filter((column) => {
      const seats = seatsOf(column)
      if (seats.every((v) => (taken[v] ?? 0) >= perVertex)) return false
      for (const v of seats) taken[v] = (taken[v] ?? 0) + 1
      return true
    })
}
