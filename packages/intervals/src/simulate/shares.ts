import { differenceOfShares } from '../difference-of-shares.ts'
import { logGamma } from '../distributions.ts'
import type { Estimate, TooFew } from '../estimate.ts'
import { share, shareOfGroup } from '../share.ts'
import { type Cell, holds } from './coverage.ts'

/*
 * Shares need no chance: every possible count is weighed by its own. For one truth the answer jumps up and down with it, since
 * counts are whole; so a cell is the mean of truths a tenth around, as they are met: nobody's share is exactly 0.3.
 */

const around = 0.1

export function coverageOfShares(sizes: readonly number[]): readonly Cell[] {
  return sizes.flatMap((n) => {
    const shown = Array.from({ length: n + 1 }, (_, yes) => share({ yes, n }))
    const exact = fine.map((truth) => ({
      truth,
      held: sum(shown, (estimate, yes) => (covers(estimate, truth) ? binomial(yes, n, truth) : 0)),
    }))
    return centres.map((centre) => ({ truth: `${centre}`, size: `${n}`, held: meanAround(exact, centre) }))
  })
}

/** The change of a share between two groups apart, by all pairs of counts. */
export function coverageOfChanges(sizes: readonly (readonly [number, number])[]): readonly Cell[] {
  return sizes.flatMap(([n, m]) => {
    const shown = Array.from({ length: n + 1 }, (_, yes) =>
      Array.from({ length: m + 1 }, (_, later) => {
        const [before, after] = [share({ yes, n }), share({ yes: later, n: m })]
        return before.ok && after.ok ? differenceOfShares(before, after) : null
      }),
    )
    const exact = (from: number, to: number) =>
      sum(shown, (row, yes) => {
        const held = sum(row, (change, later) =>
          change !== null && holds(change.interval, to - from) ? binomial(later, m, to) : 0,
        )
        return binomial(yes, n, from) * held
      })
    return tenths.flatMap((from) =>
      tenths.map((to) => {
        // Truths a little around, by a grid of nine pairs.
        const near = [-0.04, 0, 0.03].flatMap((down) => [-0.03, 0, 0.04].map((up) => exact(from + down, to + up)))
        return {
          truth: `${from} to ${to}`,
          size: `${n} and ${m}`,
          held: near.reduce((total, each) => total + each, 0) / near.length,
        }
      }),
    )
  })
}

/** Some of a group answered, in all ways: how often is the share of all of them held? */
export function coverageOfGroups(groups: readonly { readonly n: number; readonly of: number }[]): readonly Cell[] {
  return groups.flatMap(({ n, of }) => {
    const shown = Array.from({ length: n + 1 }, (_, yes) => shareOfGroup({ yes, n, of }))
    const exact = Array.from({ length: of + 1 }, (_, all) => ({
      truth: all / of,
      held: sum(shown, (estimate, yes) => (covers(estimate, all / of) ? drawn(yes, n, all, of) : 0)),
    }))
    return centres.map((centre) => ({ truth: `${centre}`, size: `${n} of ${of}`, held: meanAround(exact, centre) }))
  })
}

const fine = Array.from({ length: 399 }, (_, k) => (k + 1) / 400)
const centres = Array.from({ length: 19 }, (_, k) => (k + 1) / 20)
const tenths = [0.1, 0.3, 0.5, 0.7, 0.9]

function meanAround(exact: readonly { readonly truth: number; readonly held: number }[], centre: number): number {
  const near = exact.filter(({ truth }) => Math.abs(truth - centre) <= around + 1e-9)
  return near.reduce((total, { held }) => total + held, 0) / near.length
}

function covers(estimate: Estimate | TooFew, truth: number): boolean {
  return estimate.ok && holds(estimate.interval, truth)
}

function binomial(yes: number, n: number, p: number): number {
  return Math.exp(logWays(n, yes) + yes * Math.log(p) + (n - yes) * Math.log1p(-p))
}

/** The chance of `yes` among `n` drawn from `of`, of whom `all` say yes. */
function drawn(yes: number, n: number, all: number, of: number): number {
  if (yes > all || n - yes > of - all) return 0
  return Math.exp(logWays(all, yes) + logWays(of - all, n - yes) - logWays(of, n))
}

function logWays(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

const logFactorials: readonly number[] = Array.from({ length: 1000 }, (_, n) => logGamma(n + 1))

function logFactorial(n: number): number {
  return logFactorials[n] ?? logGamma(n + 1)
}

function sum<T>(list: readonly T[], worth: (item: T, index: number) => number): number {
  return list.reduce((total, item, index) => total + worth(item, index), 0)
}
