/** 97.5 % point of the standard normal distribution. */
const z95 = 1.959963984540054

/**
 * The Wilson score interval of a share: where the true share lies with 95 % confidence (or by another normal quantile
 * `z`). Good for small n and for shares near 0 and 1, where the usual interval is not (Wilson 1927; Brown, Cai and
 * DasGupta 2001). Shares of 0 … 1; undefined where nobody was counted.
 */
export function wilsonInterval(
  count: number,
  of: number,
  z = z95,
): { readonly share: number; readonly low: number; readonly high: number } | undefined {
  if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || count > of)
    throw new RangeError(`no share: ${count} of ${of}`)
  if (of === 0) return undefined
  const share = count / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  // At the ends the formula gives exactly 0 and 1, but for rounding.
  return { share, low: count === 0 ? 0 : middle - half, high: count === of ? 1 : middle + half }
}
