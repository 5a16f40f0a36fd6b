/** One-sided 90 %. */
const certain = 1.2816

export function isCertain(z: number): boolean {
  return z > certain
}

/** The share of successes with one success and one failure put in (Laplace): never 0, 1 or undefined. */
export function share(successes: number, trials: number): number {
  return (successes + 1) / (trials + 2)
}

/** z of a share against one half, with one success put in. */
export function shareTest(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5)
}

/**
 * z of the difference of two shares (two-proportion test, pooled), with one success put in on both sides; 0 where nothing
 * but successes leaves no variance. In single precision, as it is published: seven digits, so that a comparison is one of equal numbers.
 */
export function differenceTest(successes: number, trials: number, otherSuccesses: number, otherTrials: number): number {
  const [s, n, t, m] = [successes + 1, trials + 1, otherSuccesses + 1, otherTrials + 1]
  const pooled = (s + t) / (n + m)
  if (pooled >= 1) return 0
  return singlePrecision((s / n - t / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m)))
}

/** The shortest decimal number that is this one in 32 bits. */
function singlePrecision(value: number): number {
  const single = Math.fround(value)
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(single.toPrecision(digits))
    if (Math.fround(short) === single) return short
  }
  return Number(single.toPrecision(9))
}
