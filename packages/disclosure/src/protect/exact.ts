import type { Solver } from '@kantelpunt/solver'
import { openAttacker } from './attacker.ts'
import { cleanUp } from './clean-up.ts'
import { type Cut, companionCuts, cutsOfSums } from './cuts.ts'
import { costOf, fixedCellsOf, type Problem } from './problem.ts'
import { attack, oneMoreCut, strengthen } from './separate.ts'

/** Milliseconds of a clock that only goes forward, such as `() => performance.now()`. */
export type Clock = () => number

export interface ExactAnswer {
  /** Suppressed cells (1), the cheapest that were proven to protect. */
  readonly suppressed: Uint8Array
  /** No choice costs less. */
  readonly bound: number
  readonly optimal: boolean
  /** Primary cells that even the largest choice doesn't protect: then there is no answer. */
  readonly unprotected: readonly number[]
}

export interface ExactOptions {
  readonly clock: Clock
  /** When to stop, on that clock. */
  readonly deadline: number
  /** A choice that is known to protect, to start from. */
  readonly start?: Uint8Array | undefined
}

/**
 * The cheapest choice of suppressed cells, by cutting planes: a 0/1 programme chooses, the attacker's linear programmes
 * answer with capacity inequalities that the choice breaks, until no attacker gets through. First on the linear
 * relaxation, then whole. Source: Fischetti and Salazar-González, Solving the cell suppression problem on tabular data
 * with linear constraints, Management Science 47 (2001), 1008–1027.
 */
export function chooseExactly(solver: Solver, problem: Problem, options: ExactOptions): ExactAnswer {
  const { weights, primary } = problem
  const { clock, deadline, start } = options
  const fixed = fixedCellsOf(problem)
  const base = costOf(problem, fixed)
  const open = [...weights.keys()].filter((cell) => fixed[cell] === 0 && weights[cell] !== Number.POSITIVE_INFINITY)
  const column = new Map(open.map((cell, index) => [cell, index]))
  const whole = [...weights.values()].every((weight) => weight === Number.POSITIVE_INFINITY || Number.isInteger(weight))
  const done = { bound: base, optimal: true, unprotected: [] }
  if (primary.length === 0) return { suppressed: fixed, ...done }

  using attacker = openAttacker(solver, problem, fixed)
  const choice = Float64Array.from(fixed)
  // With everything suppressed that may be: who is not protected now never is.
  const everything = Uint8Array.from(weights, (weight) => (weight === Number.POSITIVE_INFINITY ? 0 : 1))
  for (const cell of open) choice[cell] = 1
  attacker.look(choice, true)
  const unprotected = primary.filter((cell) => !attack(attacker, problem, fixed, choice, cell).protected)
  if (unprotected.length > 0)
    return { suppressed: everything, bound: Number.POSITIVE_INFINITY, optimal: false, unprotected }
  if (open.length === 0) return { suppressed: fixed, ...done }
  let best = start ?? everything
  let bestCost = costOf(problem, best)

  using master = solver.createModel({
    numCols: open.length,
    numRows: 0,
    colCost: open.map((cell) => weights[cell] ?? 0),
    colLower: new Float64Array(open.length),
    colUpper: new Float64Array(open.length).fill(1),
    rowLower: [],
    rowUpper: [],
    matrix: { format: 'csr', numRows: 0, numCols: open.length, starts: [0], indices: [], values: [] },
  })
  master.options.set({
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: whole ? 0.5 : 1e-6,
    // The choices come from here by the dozen and most break a new cut: what HiGHS would invest in one is lost.
    mip_heuristic_effort: 0,
    mip_allow_restart: false,
    mip_detect_symmetry: false,
  })
  const { optimal: isOptimal, timeLimit } = solver.constants.modelStatus
  const add = (cuts: readonly Cut[]): void => {
    if (cuts.length === 0) return
    const starts = [0]
    for (const cut of cuts) starts.push((starts.at(-1) ?? 0) + cut.cells.length)
    master.addRows({
      lower: Float64Array.from(cuts, ({ least }) => least),
      upper: new Float64Array(cuts.length).fill(solver.infinity),
      matrix: {
        format: 'csr',
        numRows: cuts.length,
        numCols: open.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(cuts.flatMap(({ cells }) => cells.map((cell) => column.get(cell) ?? 0))),
        values: Float64Array.from(cuts.flatMap(({ coefficients }) => coefficients)),
      },
    })
  }
  const read = (isWhole: boolean): void => {
    const { colValue } = master.getSolution()
    open.forEach((cell, index) => {
      const value = colValue[index] ?? 0
      choice[cell] = isWhole ? Math.round(value) : value
    })
    attacker.look(choice, isWhole)
  }
  const broken = (isWhole: boolean): readonly Cut[] => {
    const cuts: Cut[] = []
    for (const cell of primary) {
      if (clock() > deadline) break
      const found = attack(attacker, problem, fixed, choice, cell)
      if (found.cut !== undefined && isWhole) {
        cuts.push(strengthen(attacker, problem, fixed, open, choice, cell, found.cut))
        attacker.look(choice, true)
      } else if (found.cut !== undefined) cuts.push(found.cut)
      else if (!found.protected && isWhole) cuts.push(oneMoreCut(open, choice))
    }
    return cuts
  }
  /** Makes a protecting choice near the one that stands, by letting go first what it wants least. */
  const repair = (): void => {
    const wanted = Uint8Array.from(choice, (share, cell) => (share > 0.01 || best[cell] === 1 ? 1 : 0))
    const order = open
      .filter((cell) => wanted[cell] === 1)
      .sort((a, b) => (choice[a] ?? 0) - (choice[b] ?? 0) || (weights[b] ?? 0) - (weights[a] ?? 0))
    const cleaned = cleanUp(solver, problem, wanted, order, { clock, deadline })
    if (cleaned === undefined) return
    const cost = costOf(problem, cleaned)
    if (cost < bestCost) {
      best = cleaned
      bestCost = cost
    }
  }

  add([...companionCuts(problem, fixed), ...cutsOfSums(problem, fixed)])
  let bound = base
  let stalled = 0
  // Half of the time at most: a bound without a choice helps nobody.
  const halfway = clock() + (deadline - clock()) / 2
  while (stalled < 5 && clock() < halfway) {
    master.zeroAllClocks()
    master.options.set('time_limit', Math.max(0.05, (deadline - clock()) / 1000))
    master.run()
    if (master.getModelStatus() !== isOptimal) break
    const value = base + master.getObjectiveValue()
    stalled = value > bound + 1e-3 * Math.max(1, bound) ? 0 : stalled + 1
    bound = Math.max(bound, value)
    read(false)
    const cuts = broken(false)
    if (cuts.length === 0) break
    add(cuts)
  }
  repair()
  const roundUp = (value: number): number => (whole ? Math.ceil(value - 1e-6) : value)
  bound = roundUp(bound)
  if (bound >= bestCost) return { suppressed: best, bound: bestCost, optimal: true, unprotected }

  master.changeColsIntegrality(
    { kind: 'range', from: 0, to: open.length - 1 },
    new Int32Array(open.length).fill(solver.constants.variableType.integer),
  )
  while (clock() < deadline) {
    master.setSolution({ colValue: open.map((cell) => best[cell] ?? 0) })
    master.zeroAllClocks()
    master.options.set('time_limit', Math.max(0.05, (deadline - clock()) / 1000))
    master.run()
    const status = master.getModelStatus()
    if (status !== isOptimal) {
      const dual = Number(master.info.get('mip_dual_bound'))
      if (status === timeLimit && Number.isFinite(dual)) bound = Math.max(bound, roundUp(base + dual))
      break
    }
    bound = Math.max(bound, roundUp(base + Number(master.info.get('mip_dual_bound'))))
    read(true)
    const cuts = broken(true)
    if (clock() > deadline) break
    if (cuts.length === 0) {
      const suppressed = Uint8Array.from(choice)
      return { suppressed, bound: costOf(problem, suppressed), optimal: true, unprotected }
    }
    add(cuts)
    // A programme costs much more than an attack: make the choice better by hand for a while, and learn from each attempt.
    for (let round = 0, wanting = cuts; round < 20 && wanting.length > 0 && clock() < deadline; round++) {
      for (const cut of wanting) satisfy(cut, choice, best, weights)
      attacker.look(choice, true)
      wanting = broken(true)
      add(wanting)
    }
    repair()
    if (bound >= bestCost) break
  }
  return { suppressed: best, bound: Math.min(bound, bestCost), optimal: bound >= bestCost, unprotected }
}

/** Adds to a choice until a cut holds: the cell that helps most for what it costs, of equals one of the best choice so far. */
function satisfy(cut: Cut, choice: Float64Array, best: Uint8Array, weights: Float64Array): void {
  let lack = cut.least
  cut.cells.forEach((cell, at) => {
    if (choice[cell] === 1) lack -= cut.coefficients[at] ?? 0
  })
  while (lack > 1e-6) {
    let chosen = -1
    let help = 0
    let most = 0
    for (const [at, cell] of cut.cells.entries()) {
      if (choice[cell] === 1) continue
      const gain = Math.min(lack, cut.coefficients[at] ?? 0)
      const merit = (gain / Math.max(1, weights[cell] ?? 1)) * (best[cell] === 1 ? 1.5 : 1)
      if (merit > most) {
        most = merit
        chosen = cell
        help = cut.coefficients[at] ?? 0
      }
    }
    if (chosen === -1) return
    choice[chosen] = 1
    lack -= help
  }
}
