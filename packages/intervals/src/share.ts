import { betaQuantile, logGamma } from './distributions.ts'
import { type Estimate, type TooFew, tooFew } from './estimate.ts'

export interface ShareCounts {
  readonly yes: number
  /** How many answered. */
  readonly n: number
}

/**
 * The chance of a yes behind these answers, from 0 to 1: what people like these, asked again, would say. Jeffreys'
 * interval (Brown, Cai & DasGupta 2001), which ends at 0 or 1 where nobody or everybody said yes. Throws on counts that can't be.
 */
export function share({ yes, n }: ShareCounts): Estimate | TooFew {
  check(yes, n)
  const refused = tooFew(n)
  if (refused) return refused
  const low = yes === 0 ? 0 : betaQuantile(0.025, yes + 0.5, n - yes + 0.5)
  const high = yes === n ? 1 : betaQuantile(0.975, yes + 0.5, n - yes + 0.5)
  return { ok: true, n, value: yes / n, interval: [low, high] }
}

/**
 * The share of a group of `of` people (or schools) of whom `n` answered, had all of them answered: those who did not are
 * taken to be like those who did. Both ends are whole people; where all answered there is nothing left to guess. The rest
 * follow a beta-binomial distribution, begun as in `share`; a number of people counts in a tail for half of its chance (mid-p).
 */
export function shareOfGroup({ yes, n, of }: ShareCounts & { readonly of: number }): Estimate | TooFew {
  check(yes, n)
  if (!Number.isInteger(of) || of < n) throw new RangeError(`${n} of ${of} can't have answered`)
  const refused = tooFew(n)
  if (refused) return refused
  const chances = restChances(of - n, yes + 0.5, n - yes + 0.5)
  const low = yes + firstBeyond(chances)
  const high = yes + (of - n) - firstBeyond(chances.toReversed())
  return { ok: true, n, value: yes / n, interval: [low / of, high / of] }
}

/** The chance of 0, 1, … `rest` times yes among the rest. */
function restChances(rest: number, a: number, b: number): readonly number[] {
  const whole = logGamma(a) + logGamma(b) - logGamma(a + b)
  return Array.from({ length: rest + 1 }, (_, yes) => {
    const ways = logGamma(rest + 1) - logGamma(yes + 1) - logGamma(rest - yes + 1)
    return Math.exp(ways + logGamma(a + yes) + logGamma(b + rest - yes) - logGamma(a + b + rest) - whole)
  })
}

function firstBeyond(chances: readonly number[]): number {
  let below = 0
  for (const [number, chance] of chances.entries()) {
    if (below + chance / 2 >= 0.025) return number
    below += chance
  }
  return chances.length - 1
}

function check(yes: number, n: number): void {
  if (!Number.isInteger(yes) || !Number.isInteger(n) || yes < 0 || yes > n) throw new RangeError(`${yes} of ${n}`)
}
