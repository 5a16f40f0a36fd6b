import type { Share } from './share.ts'

/**
 * The lowest (or highest) share of sums where of every group one option is taken: min Σ above / Σ total. Options without
 * anyone count as nothing. Dinkelbach's method (1967): for a share λ the best option of each group minimises
 * above − λ total, and the share of the best options is the next λ, until it stays. Undefined without anyone at all.
 */
export function extremeShare(groups: readonly (readonly Share[])[], end: 'low' | 'high'): Share | undefined {
  const sign = end === 'low' ? 1 : -1
  let best = sumOf(groups.flatMap((options) => options.find(({ total }) => total > 0) ?? options[0] ?? []))
  if (best.total === 0) return undefined
  for (;;) {
    const { above, total } = best
    const worth = (option: Share) => sign * (option.above * total - above * option.total)
    const next = sumOf(
      groups.flatMap((options) => {
        let chosen = options[0]
        for (const option of options) if (chosen !== undefined && worth(option) < worth(chosen)) chosen = option
        return chosen ?? []
      }),
    )
    // Whole numbers below 2⁵³, so that equality is exact and every round is strictly better: it ends.
    if (next.total === 0 || sign * (next.above * total - above * next.total) >= 0) return best
    best = next
  }
}

function sumOf(shares: readonly Share[]): Share {
  let above = 0
  let total = 0
  for (const share of shares) {
    above += share.above
    total += share.total
  }
  return { above, total }
}
