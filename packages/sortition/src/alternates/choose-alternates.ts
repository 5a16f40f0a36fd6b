import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import { solveAlternates } from './alternates-programme.ts'
import { drawScenarios, type Market, marketOf, meanLoss, type Scenario } from './scenarios.ts'
import { fitsBeside, searchAlternates } from './search-alternates.ts'

export interface AlternatesOptions {
  /** Places of people. */
  readonly panel: readonly number[]
  /** How many alternates. */
  readonly count: number
  /** By place of person, the probability of not coming; of alternates too. */
  readonly dropout: ArrayLike<number>
  /** Uniform on [0, 1); the same numbers give the same alternates. */
  readonly random: () => number
  /** How many scenarios the choice is made for (200), and how many others it is judged by (2000). */
  readonly scenarios?: number
  readonly heldOut?: number
  /** Seconds for the integer programme (10); 0 leaves it out. */
  readonly seconds?: number
}

export interface Alternates {
  /** Places of people, ascending; fewer than asked where limits leave no more. */
  readonly alternates: readonly number[]
  /** Mean loss (`quotaLoss`) over the scenarios the choice was made for; and what no choice of so many stays below there,
   * where the integer programme was small enough to say. */
  readonly sample: { readonly loss: number; readonly bound: number | undefined; readonly scenarios: number }
  /** Mean losses over scenarios that played no part in the choice, and the standard error of the first. */
  readonly heldOut: {
    readonly scenarios: number
    readonly chosen: number
    readonly standardError: number
    /** Without alternates; with as many alternates drawn blindly (the mean of 20 draws); with a small copy of the panel. */
    readonly none: number
    readonly random: number
    readonly copy: number
  }
}

/** Above this many candidates × scenarios the integer programme gets too large to help within seconds. */
const programmeLimit = 6000

/**
 * Chooses alternates that keep the expected quota loss small (Assos, Baharav, Flanigan, Procaccia, Alternates, Assemble!,
 * EC 2025: minimise the mean loss over sampled drop-outs). Local search over all scenarios; where the whole programme is
 * small, an integer programme as well, which also proves how good it is. Everything rests on the probabilities given.
 */
export function chooseAlternates(solver: Solver, pool: Pool, options: AlternatesOptions): Alternates {
  const { panel, count, dropout, random, scenarios = 200, heldOut = 2000, seconds = 10 } = options
  const market = marketOf(pool, panel)
  const sample = drawScenarios(market, dropout, scenarios, random)
  let found = searchAlternates(market, sample, count)
  let bound: number | undefined
  if (seconds > 0 && market.candidates.length * scenarios <= programmeLimit) {
    const solved = solveAlternates(solver, market, sample, count, seconds)
    // By rounding a bound may come out a hair above what it bounds.
    bound = Math.min(solved.bound, found.loss)
    if (solved.alternates !== undefined) {
      const other = searchAlternates(market, sample, count, solved.alternates)
      if (other.loss < found.loss - 1e-12) found = other
      bound = Math.min(bound, found.loss)
    }
  }
  const judges = drawScenarios(market, dropout, heldOut, random)
  const blind = Array.from({ length: 20 }, () =>
    meanLoss(market, judges.slice(0, 200), drawBlindly(market, count, random)),
  )
  return {
    alternates: found.alternates,
    sample: { loss: found.loss, bound, scenarios },
    heldOut: {
      scenarios: heldOut,
      chosen: meanLoss(market, judges, found.alternates),
      standardError: standardError(market, judges, found.alternates),
      none: meanLoss(market, judges, []),
      random: blind.reduce((sum, each) => sum + each, 0) / blind.length,
      copy: meanLoss(market, judges, smallCopy(market, count)),
    },
  }
}

function standardError(market: Market, judges: readonly Scenario[], alternates: readonly number[]): number {
  const losses = judges.map((scenario) => meanLoss(market, [scenario], alternates))
  const mean = losses.reduce((sum, each) => sum + each, 0) / losses.length
  const square = losses.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  return Math.sqrt(square / Math.max(1, losses.length - 1) / losses.length)
}

function drawBlindly(market: Market, count: number, random: () => number): readonly number[] {
  const left = [...market.candidates]
  const drawn: number[] = []
  while (drawn.length < count && left.length > 0) {
    const [person = 0] = left.splice(Math.floor(random() * left.length), 1)
    if (fitsBeside(market, person, drawn)) drawn.push(person)
  }
  return drawn
}

/** What is often done: alternates who together look like the panel in small, one by one nearest to it. */
function smallCopy(market: Market, count: number): readonly number[] {
  const { cells, panel, candidates } = market
  const wished = new Float64Array(cells.count)
  for (const person of panel)
    for (const cell of cells.of[person] ?? []) wished[cell] = (wished[cell] ?? 0) + count / panel.length
  const drawn: number[] = []
  while (drawn.length < count) {
    let best: { readonly person: number; readonly wish: number } | undefined
    for (const person of candidates) {
      if (drawn.includes(person) || !fitsBeside(market, person, drawn)) continue
      const wish = (cells.of[person] ?? new Int32Array()).reduce((sum, cell) => sum + (wished[cell] ?? 0), 0)
      if (best === undefined || wish > best.wish) best = { person, wish }
    }
    if (best === undefined) break
    drawn.push(best.person)
    for (const cell of cells.of[best.person] ?? []) wished[cell] = (wished[cell] ?? 0) - 1
  }
  return drawn
}
