import type { Solver } from '@kantelpunt/solver'
import type { Budget } from './budget.ts'
import type { Decision, Leaf } from './certificate.ts'
import { type Chosen, chooseBest, chooseInOrder, chooseTwos } from './choose.ts'
import { decimate } from './decimate.ts'
import { allows } from './decisions.ts'
import { dive } from './dive.ts'
import { findValues } from './find-values.ts'
import type { Market } from './market.ts'
import { type Column, columnOf, type Master, openMaster, type Relaxed, reducedBy } from './master.ts'
import { violatedSets } from './odd-sets.ts'
import type { Pool } from './pool.ts'
import { priceCycles } from './price.ts'
import { type Proven, proveLeaf } from './prove-leaf.ts'
import { searchNearby } from './search-nearby.ts'

/** How far a part is: the best choice, and leaves that together prove `bound`. */
export interface PartState {
  readonly market: Market
  readonly pool: Pool
  readonly best: Chosen
  readonly leaves: readonly Leaf[]
  readonly bound: number
}

/** A first choice and a first bound. */
export function startPart(market: Market, times: number, budget: Budget): PartState {
  const twos = chooseTwos(market)
  const { value, pool, temperature } = findValues(market, budget)
  const { leaf, bound } = proveLeaf(market, times, [], value)
  const columns = Array.from({ length: pool.count }, (_, k) => columnOf(pool, k))
  const greedy = chooseInOrder(market.n, columns, (k) => {
    const column = columns[k]
    return column === undefined ? 0 : reducedBy(column, value, [], [])
  })
  const decimated = decimate(market, value, 48 * temperature, budget)
  const best = [twos, greedy].reduce((most, one) => (one.worth > most.worth ? one : most), decimated)
  return { market, pool, best, leaves: [leaf], bound }
}

interface Node {
  readonly decisions: readonly Decision[]
  readonly proven: Proven
  readonly relaxed: Relaxed
}

/** Above so many vertices the values from cooling are nearly as good a bound, and HiGHS takes too long to better them. */
const mostToRelax = 2000

/** A better choice and a tighter bound without branching: relaxed packing, cuts, dive, search nearby. */
export function tightenPart(solver: Solver, state: PartState, times: number, budget: Budget): PartState {
  if (state.best.worth >= state.bound || budget.over()) return state
  const { market } = state
  if (market.n > mostToRelax) {
    const columns = Array.from({ length: state.pool.count }, (_, k) => columnOf(state.pool, k))
    return { ...state, best: searchNearby(solver, market.n, columns, state.best, state.bound, budget) }
  }
  using master = openMaster(solver, market, state.pool)
  let best = state.best
  const better = (choice: Chosen) => {
    if (choice.worth > best.worth) best = choice
  }
  const toRelax = budget.share(budget.left() * 0.4)
  const root = cutDown(master, market, times, [], toRelax, () => best.worth, better)
  const isTighter = root !== undefined && root.proven.bound < state.bound
  const bound = isTighter ? root.proven.bound : state.bound
  if (root !== undefined) dive(master, market, root.relaxed, [], best.worth, budget.share(budget.left() * 0.4), better)
  better(searchNearby(solver, market.n, master.columns, best, bound, budget))
  return { ...state, best, leaves: isTighter ? [root.proven.leaf] : state.leaves, bound: Math.max(bound, best.worth) }
}

/** Goes on until the best choice is proven or the budget is over: cuts, a choice by HiGHS, branches. */
export function improvePart(solver: Solver, state: PartState, times: number, budget: Budget): PartState {
  if (state.best.worth >= state.bound || budget.over()) return state
  const { market } = state
  using master = openMaster(solver, market, state.pool)
  let best = state.best
  const better = (choice: Chosen | undefined) => {
    if (choice !== undefined && choice.worth > best.worth) best = choice
  }
  const root = cutDown(master, market, times, [], budget, () => best.worth, better)
  if (root === undefined || root.proven.bound > state.bound) return { ...state, best }
  if (root.proven.bound > best.worth)
    better(choose(solver, market, master, root, best, budget.share(budget.left() / 3)))
  let open: Node[] = [root]
  const closed: Proven[] = []
  for (let visited = 0; !budget.over(); visited++) {
    open.sort((one, other) => other.proven.bound - one.proven.bound)
    const [node, ...rest] = open
    if (node === undefined || node.proven.bound <= best.worth) break
    if (visited % 12 === 5) dive(master, market, node.relaxed, node.decisions, best.worth, budget, better)
    const arc = arcToBranch(master.columns, node.relaxed.x)
    if (arc === undefined) break
    const children: Node[] = []
    for (const used of [true, false]) {
      const decisions = [...node.decisions, { arc, used }]
      const child = cutDown(master, market, times, decisions, budget, () => best.worth, better)
      if (child === undefined) break
      // What bounds the node bounds what is below it too.
      const tighter = child.proven.bound <= node.proven.bound
      const proven = tighter ? child.proven : { ...node.proven, leaf: { ...node.proven.leaf, decisions } }
      children.push({ ...child, proven })
    }
    if (children.length < 2) break
    open = rest
    for (const child of children) {
      if (child.proven.bound <= best.worth) closed.push(child.proven)
      else open.push(child)
    }
  }
  const leaves = [...closed, ...open.map(({ proven }) => proven)]
  const bound = leaves.reduce((most, proven) => Math.max(most, proven.bound), 0)
  return { ...state, best, leaves: leaves.map(({ leaf }) => leaf), bound: Math.max(bound, best.worth) }
}

const roundsOfCuts = 12
const cutsPerRound = 100

function cutDown(
  master: Master,
  market: Market,
  times: number,
  decisions: readonly Decision[],
  budget: Budget,
  worth: () => number,
  better: (choice: Chosen) => void,
): Node | undefined {
  let last: Relaxed | undefined
  for (let round = 0; round < roundsOfCuts; round++) {
    const relaxed = master.relax((column) => allows(decisions, column), budget)
    if (relaxed === undefined) break
    last = relaxed
    const { x } = relaxed
    const allowed = master.columns
    better(chooseInOrder(market.n, allowed, (k) => (x[k] ?? 0) + 1e-9 * (allowed[k]?.weight ?? 0)))
    if (!relaxed.done || Math.floor(relaxed.objective + 1e-6) <= worth()) break
    const sets = violatedSets(master.columns, x, cutsPerRound)
    if (sets.length === 0) break
    master.addSets(sets)
  }
  if (last === undefined) return undefined
  const sets = master.sets.slice(0, last.setValues.length)
  return { decisions, relaxed: last, proven: proveLeaf(market, times, decisions, last.values, sets, last.setValues) }
}

const mostToChooseFrom = 20_000

/** The choice from exchanges that lack so little that a better one could use them, at most so many. */
function choose(
  solver: Solver,
  market: Market,
  master: Master,
  { relaxed }: Node,
  best: Chosen,
  budget: Budget,
): Chosen | undefined {
  const { values, setValues, objective } = relaxed
  const sets = master.sets
  const all: { readonly column: Column; readonly reduced: number }[] = []
  const least = Math.min(-1e-6, best.worth + 1 - objective)
  for (let lack = Math.max(least, -objective * 1e-3); ; lack /= 2) {
    all.length = 0
    priceCycles(market, values, lack, (a, b, c, weight) => {
      const column = { a, b, c, weight }
      const reduced = reducedBy(column, values, sets, setValues)
      if (reduced >= lack - 1e-6) all.push({ column, reduced })
    })
    if (all.length <= mostToChooseFrom || lack > -1e-3) break
  }
  const columns = all.map(({ column }) => column)
  return chooseBest(solver, market.n, columns, best, budget)
}

/** The arc that is nearest to being used half; undefined where all are used or not. */
function arcToBranch(columns: readonly Column[], x: Float64Array): readonly [number, number] | undefined {
  const shares = new Map<string, { arc: readonly [number, number]; share: number }>()
  for (const [k, { a, b, c }] of columns.entries()) {
    const share = x[k] ?? 0
    if (share < 1e-6) continue
    for (const arc of c < 0
      ? ([
          [a, b],
          [b, a],
        ] as const)
      : ([
          [a, b],
          [b, c],
          [c, a],
        ] as const)) {
      const name = `${arc[0]} ${arc[1]}`
      shares.set(name, { arc, share: share + (shares.get(name)?.share ?? 0) })
    }
  }
  let found: { arc: readonly [number, number]; off: number } | undefined
  for (const { arc, share } of shares.values()) {
    const off = Math.abs(share - 0.5)
    if (off < 0.5 - 1e-6 && (found === undefined || off < found.off)) found = { arc, off }
  }
  return found?.arc
}
