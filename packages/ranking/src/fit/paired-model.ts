import type { PairTable } from '../votes/pair-table.ts'
import { cholesky, solveWith } from './cholesky.ts'

/** Which parameters there are besides one ability an item: of the place, and of ties. */
export interface ModelShape {
  readonly items: number
  readonly hasHome: boolean
  readonly hasTies: boolean
}

/** Abilities on the scale of log-odds, then the effect of the place, then the logarithm of the tie parameter. */
export type Parameters = Float64Array<ArrayBuffer>

export function sizeOf({ items, hasHome, hasTies }: ModelShape): number {
  return items + (hasHome ? 1 : 0) + (hasTies ? 1 : 0)
}

export interface Chances {
  readonly win: number
  readonly loss: number
  readonly tie: number
}

/**
 * Bradley & Terry (1952) with the place and ties (Davidson 1970): with d the difference in ability, plus the effect of the place, the
 * chances of win, loss and tie are as e^(d/2), e^(−d/2) and e^tie; `tie` is −∞ where nothing ties.
 */
export function chancesAt(difference: number, tie: number): Chances {
  const top = Math.max(Math.abs(difference) / 2, tie)
  const win = Math.exp(difference / 2 - top)
  const loss = Math.exp(-difference / 2 - top)
  const even = Math.exp(tie - top)
  const all = win + loss + even
  return { win: win / all, loss: loss / all, tie: even / all }
}

interface Curvature {
  readonly logLikelihood: number
  readonly gradient: Float64Array<ArrayBuffer>
  /** Minus the second derivatives. */
  readonly information: Float64Array<ArrayBuffer>
}

/** The log-likelihood, which is concave, with its first and second derivatives. */
function curvatureAt(table: PairTable, shape: ModelShape, parameters: Parameters): Curvature {
  const p = sizeOf(shape)
  const gradient = new Float64Array(p)
  const information = new Float64Array(p * p)
  const [homeAt, tieAt] = [shape.items, p - 1]
  const tieValue = shape.hasTies ? (parameters[tieAt] ?? 0) : Number.NEGATIVE_INFINITY
  let logLikelihood = 0
  const add = (i: number, j: number, value: number) => {
    information[i * p + j] = (information[i * p + j] ?? 0) + value
    if (i !== j) information[j * p + i] = (information[j * p + i] ?? 0) + value
  }
  for (const [pair, a] of table.one.entries()) {
    const b = table.other[pair] ?? 0
    const side = shape.hasHome ? (table.home[pair] ?? 0) : 0
    const [wins, losses, ties] = [table.wins[pair] ?? 0, table.losses[pair] ?? 0, table.ties[pair] ?? 0]
    const count = wins + losses + ties
    const difference = differenceOf(parameters, shape, a, b, side)
    const { win, loss, tie } = chancesAt(difference, tieValue)
    logLikelihood += logged(wins, win) + logged(losses, loss) + logged(ties, tie)
    // Written without differences of what is nearly equal, so that a billion votes on one side keep their digits.
    const slope = (wins * (2 * loss + tie) - losses * (2 * win + tie) - ties * (win - loss)) / 2
    const bend = (count * (4 * win * loss + tie * (win + loss))) / 4
    gradient[a] = (gradient[a] ?? 0) + slope
    gradient[b] = (gradient[b] ?? 0) - slope
    add(a, a, bend)
    add(b, b, bend)
    add(a, b, -bend)
    if (side !== 0) {
      gradient[homeAt] = (gradient[homeAt] ?? 0) + side * slope
      add(homeAt, homeAt, bend)
      add(a, homeAt, side * bend)
      add(b, homeAt, -side * bend)
    }
    if (shape.hasTies) {
      const cross = (-count * tie * (win - loss)) / 2
      gradient[tieAt] = (gradient[tieAt] ?? 0) + ties - count * tie
      add(tieAt, tieAt, count * tie * (1 - tie))
      add(a, tieAt, cross)
      add(b, tieAt, -cross)
      if (side !== 0) add(homeAt, tieAt, side * cross)
    }
  }
  return { logLikelihood, gradient, information }
}

export function differenceOf(parameters: Parameters, shape: ModelShape, a: number, b: number, side: number): number {
  const home = shape.hasHome ? side * (parameters[shape.items] ?? 0) : 0
  return (parameters[a] ?? 0) - (parameters[b] ?? 0) + home
}

function logged(count: number, chance: number): number {
  return count === 0 ? 0 : count * Math.log(Math.max(chance, Number.MIN_VALUE))
}

export interface Fitted {
  readonly parameters: Parameters
  /** Of the likelihood, with the penalty where there is one. */
  readonly objective: number
  /** The Cholesky factor of the information, with the penalty or, without one, with abilities tied to sum zero. */
  readonly factor: Float64Array<ArrayBuffer>
}

export interface Penalty {
  /** 1 / variance, of abilities and of the two other parameters. */
  readonly abilities: number
  readonly others: number
}

/**
 * The parameters with the highest (penalised) likelihood, by Newton's method with halved steps. Without penalties the abilities sum to
 * zero, and undefined is given where the likelihood has no maximum. `weight` divides the information by how much votes depend on
 * each other.
 */
export function fitPaired(
  table: PairTable,
  shape: ModelShape,
  penalty: Penalty | undefined,
  weight = 1,
  start?: Parameters,
): Fitted | undefined {
  const p = sizeOf(shape)
  const n = shape.items
  let parameters: Parameters = start === undefined ? new Float64Array(p) : new Float64Array(start)
  let here = penalised(table, shape, parameters, penalty, weight)
  let last = Number.POSITIVE_INFINITY
  // Some ten turns; where one side has a billion votes of each of a chain of items, about one a unit of log-odds.
  for (let turn = 0; turn < 2000; turn++) {
    const factor = cholesky(here.information, p)
    if (factor === undefined) return undefined
    const step = solveWith(factor, p, here.gradient)
    const length = step.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
    // Below a millionth a step that is not far shorter than the last is what rounding leaves of billions of votes.
    if (length < 1e-9 || (length < 1e-6 && length > last / 2)) return { parameters, objective: here.objective, factor }
    last = length
    let size = Math.min(1, 5 / length)
    for (;;) {
      const moved = parameters.map((each, k) => each + size * (step[k] ?? 0))
      const there = penalised(table, shape, moved, penalty, weight)
      // A step this short is of the quadratic end; a billion votes leave the objective too few digits to judge it.
      if (length < 0.05 || there.objective >= here.objective - 1e-12 * (1 + Math.abs(here.objective))) {
        parameters = moved
        here = there
        break
      }
      size /= 2
      if (size < 1e-12) return { parameters, objective: here.objective, factor }
    }
    // Without a maximum the abilities run away by about one a step.
    const reach = parameters.subarray(0, n)
    if (penalty === undefined && spanOf(reach) > 40) return undefined
    if (penalty === undefined && parameters.subarray(n).some((each) => Math.abs(each) > 20)) return undefined
  }
  return undefined
}

function spanOf(abilities: Float64Array): number {
  let [low, high] = [0, 0]
  for (const each of abilities) {
    low = Math.min(low, each)
    high = Math.max(high, each)
  }
  return high - low
}

function penalised(
  table: PairTable,
  shape: ModelShape,
  parameters: Parameters,
  penalty: Penalty | undefined,
  weight: number,
) {
  const { logLikelihood, gradient, information } = curvatureAt(table, shape, parameters)
  const p = parameters.length
  let objective = logLikelihood / weight
  for (let k = 0; k < p; k++) gradient[k] = (gradient[k] ?? 0) / weight
  for (let k = 0; k < p * p; k++) information[k] = (information[k] ?? 0) / weight
  for (let k = 0; k < p; k++) {
    const precision = penalty === undefined ? 0 : k < shape.items ? penalty.abilities : penalty.others
    objective -= (precision * (parameters[k] ?? 0) ** 2) / 2
    gradient[k] = (gradient[k] ?? 0) - precision * (parameters[k] ?? 0)
    information[k * p + k] = (information[k * p + k] ?? 0) + precision
  }
  if (penalty === undefined)
    // Adding the same to all abilities changes nothing: a matrix of ones keeps steps at sum zero.
    for (let i = 0; i < shape.items; i++)
      for (let j = 0; j < shape.items; j++) information[i * p + j] = (information[i * p + j] ?? 0) + 1
  return { objective, gradient, information }
}
