import { normalFrom } from '../uncertainty/distributions.ts'
import type { PairTable } from '../votes/pair-table.ts'
import { logDeterminant, solveTransposed } from './cholesky.ts'
import { type Fitted, fitPaired, type ModelShape, type Parameters, sizeOf } from './paired-model.ts'

/**
 * Abilities drawn from a normal distribution around 0 whose spread is not known: one penalised fit for each of some spreads, with how
 * likely the votes make each (Laplace's approximation, half-Cauchy prior of scale 1 on the spread). It exists for any votes.
 */
export interface SpreadMixture {
  readonly shape: ModelShape
  readonly parts: readonly (Fitted & { readonly spread: number; readonly chance: number })[]
  /** Mean over the parts. */
  readonly mean: Parameters
}

const spreads = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4]
const fewSpreads = [0.1, 0.35, 0.7, 1.4, 2.8]
/** The effect of the place and the logarithm of the tie parameter are within ± 6 in nineteen of twenty cases. */
const otherSpread = 3

/** `weight` is the design effect of the votes: what n votes tell is what n / weight independent ones would. */
export function spreadMixture(table: PairTable, shape: ModelShape, weight: number): SpreadMixture {
  const p = sizeOf(shape)
  const fits: (Fitted & { readonly spread: number; readonly log: number })[] = []
  let start: Parameters | undefined
  for (const spread of shape.items > 300 ? fewSpreads : spreads) {
    const penalty = { abilities: 1 / spread ** 2, others: 1 / otherSpread ** 2 }
    const fit = fitPaired(table, shape, penalty, weight, start)
    if (fit === undefined) throw new Error('a penalised fit did not converge')
    start = fit.parameters
    const prior = Math.log(spread / (1 + spread ** 2))
    const log = fit.objective - shape.items * Math.log(spread) - logDeterminant(fit.factor, p) / 2 + prior
    fits.push({ ...fit, spread, log })
  }
  const most = Math.max(...fits.map(({ log }) => log))
  const all = fits.reduce((sum, { log }) => sum + Math.exp(log - most), 0)
  const parts = fits.map((fit) => ({ ...fit, chance: Math.exp(fit.log - most) / all }))
  const mean = new Float64Array(p)
  for (const { parameters, chance } of parts)
    for (let k = 0; k < p; k++) mean[k] = (mean[k] ?? 0) + chance * (parameters[k] ?? 0)
  return { shape, parts, mean }
}

/**
 * Abilities as they may be, given the votes: `draws` rows of one ability an item. `widths` multiplies how far the ability of each
 * item lies from the middle, for items on which people differ more than on others.
 */
export function drawAbilities(
  { shape, parts }: SpreadMixture,
  widths: Float64Array,
  draws: number,
  random: () => number,
): Float64Array<ArrayBuffer> {
  const n = shape.items
  const p = sizeOf(shape)
  const drawn = new Float64Array(draws * n)
  const independent = new Float64Array(p)
  for (let draw = 0; draw < draws; draw++) {
    // Parts get their share of the draws in turn, which is less noisy than by chance.
    const part = partAt(parts, (draw + random()) / draws)
    for (let k = 0; k < p; k++) independent[k] = normalFrom(random)
    const away = solveTransposed(part.factor, p, independent)
    for (let i = 0; i < n; i++) drawn[draw * n + i] = (part.parameters[i] ?? 0) + (away[i] ?? 0) * (widths[i] ?? 1)
  }
  return drawn
}

function partAt(parts: SpreadMixture['parts'], at: number): SpreadMixture['parts'][number] {
  let below = 0
  for (const part of parts) {
    below += part.chance
    if (at < below) return part
  }
  const last = parts.at(-1)
  if (last === undefined) throw new Error('a mixture without parts')
  return last
}
