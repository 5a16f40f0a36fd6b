/** A share as whole numbers: `above` of `total`. */
export interface Share {
  readonly above: number
  readonly total: number
}

/** The lowest and highest share that a school can have, whatever its masked cells are. */
export interface ShareBounds {
  readonly low: Share
  readonly high: Share
}

export function percentage({ above, total }: Share): number {
  return (100 * above) / total
}

/** Whether a share is at least `norm` percent. Compares whole numbers, so that a share of exactly the norm is not lost to rounding. */
export function reaches({ above, total }: Share, norm: number): boolean {
  // Far from the norm the nearest binary numbers tell too, a hundred times as fast.
  const difference = 100 * above - norm * total
  if (Math.abs(difference) > total * 1e-6) return difference > 0
  return BigInt(above) * 100n * scale >= BigInt(Math.round(norm * Number(scale))) * BigInt(total)
}

/** Norms have a few decimals: as `38.700000000000003` in a spreadsheet they are still 38.7. */
const scale = 1_000_000n

/**
 * How many of `total` a published percentage stands for, when it was rounded to `decimals`; undefined where no whole
 * number rounds to it, or more than one does.
 */
export function wholeNumberBehind(published: number, decimals: number, total: number): number | undefined {
  const half = 0.5 * 10 ** -decimals
  const nearest = Math.round((published * total) / 100)
  const fits = (count: number) =>
    count >= 0 && count <= total && Math.abs((100 * count) / total - published) <= half + 1e-9
  if (!fits(nearest) || fits(nearest - 1) || fits(nearest + 1)) return undefined
  return nearest
}
