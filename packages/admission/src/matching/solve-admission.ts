import type { Solver } from '@kantelpunt/solver'
import { type Exact, sizeOf, solveExactly } from '../exact/solve-exactly.ts'
import type { Market, Matching } from '../market/market.ts'
import { deferAcceptance } from './deferred-acceptance.ts'
import { matchMost } from './most-with-ties.ts'
import type { Lottery } from './order.ts'
import { settleJoint } from './settle-joint.ts'

/** How many candidates an integer programme may have. */
export const exactLimit = 500

export interface SolveOptions {
  /** `one`: ties are broken, then the stable matching that is best for candidates; `most`: seats as full as can be promised. */
  readonly ties: 'one' | 'most'
  /** The most seats that a weakly stable matching can fill, proven. */
  readonly exact: boolean
  readonly lottery?: Lottery | undefined
  /** Loaded where an integer programme is needed. */
  readonly loadSolver: () => Promise<Solver>
  /** For the integer programme. */
  readonly seconds: number
}

export type Admission =
  | {
      readonly ok: true
      readonly matching: Matching
      readonly method: Method
      /** No weakly stable matching places more candidates; null where that is not known. */
      readonly mostPossible: number | null
    }
  /** Proven: whatever division, some would rather leave it for each other. */
  | { readonly ok: false; readonly reason: 'none-exists' }
  /** The search came to no end, and an integer programme was not possible or not done in time. */
  | {
      readonly ok: false
      readonly reason: 'not-found'
      readonly because: Unsolved
    }
  | {
      readonly ok: false
      readonly reason: 'not-exact'
      readonly because: Unsolved
    }
  /** Two thirds are promised without quotas and without places together only. */
  | { readonly ok: false; readonly reason: 'no-promise' }

/** Why an integer programme gives no answer: it was not tried, or came to no end. */
type Unsolved = 'too-many' | 'reserved-seats' | 'not-in-time' | 'gave-up'

export type Method = 'deferred-acceptance' | 'three-halves' | 'search' | 'integer-programme'

/** Divides the seats. The answer is stable by its making; {@link findBlockingPairs} looks at it from outside. */
export async function solveAdmission(market: Market, options: SolveOptions): Promise<Admission> {
  const hasJoint = market.joint.length > 0
  const hasQuotas = market.quotas.some((its) => its.length > 0)
  const { lottery } = options
  if (options.exact) {
    const start = hasJoint || hasQuotas ? undefined : matchMost(market, lottery)
    const exact = await exactly(market, options, start)
    if (typeof exact === 'string') return { ok: false, reason: 'not-exact', because: exact }
    return exact.kind === 'none-exists' ? { ok: false, reason: 'none-exists' } : found(exact)
  }
  if (options.ties === 'most') {
    if (hasJoint || hasQuotas) return { ok: false, reason: 'no-promise' }
    return { ok: true, matching: matchMost(market, lottery), method: 'three-halves', mostPossible: null }
  }
  if (!hasJoint)
    return { ok: true, matching: deferAcceptance(market, lottery), method: 'deferred-acceptance', mostPossible: null }
  const tries = Math.min(6, 1 + market.joint.length)
  const turns = 3 * (market.candidates.length + market.programme.length) + 20_000
  for (let rotate = 0; rotate < tries; rotate++) {
    const matching = settleJoint(market, { lottery, rotate, turns })
    if (matching !== undefined) return { ok: true, matching, method: 'search', mostPossible: null }
  }
  const exact = await exactly(market, options)
  if (typeof exact === 'string') return { ok: false, reason: 'not-found', because: exact }
  return exact.kind === 'none-exists' ? { ok: false, reason: 'none-exists' } : found(exact)
}

function found({ matching, bound }: Extract<Exact, { readonly kind: 'found' }>): Admission {
  const mostPossible = bound === sizeOf(matching) ? bound : null
  return { ok: true, matching, method: 'integer-programme', mostPossible }
}

async function exactly(
  market: Market,
  { loadSolver, seconds }: SolveOptions,
  start?: Matching,
): Promise<Extract<Exact, { readonly kind: 'found' | 'none-exists' }> | Unsolved> {
  if (market.candidates.length > exactLimit) return 'too-many'
  if (market.quotas.some((its) => its.some(({ least }) => least > 0))) return 'reserved-seats'
  const exact = solveExactly(await loadSolver(), market, seconds, start)
  return exact.kind === 'not-in-time' || exact.kind === 'gave-up' ? exact.kind : exact
}
