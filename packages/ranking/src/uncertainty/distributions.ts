/** A number from the standard normal distribution (Marsaglia & Bray 1964, the polar method). */
export function normalFrom(random: () => number): number {
  for (;;) {
    const u = 2 * random() - 1
    const v = 2 * random() - 1
    const s = u * u + v * v
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s)
  }
}

/** A number from the gamma distribution with this shape > 0 and scale 1 (Marsaglia & Tsang 2000). */
function gammaFrom(shape: number, random: () => number): number {
  if (shape < 1) return gammaFrom(shape + 1, random) * Math.max(random(), Number.MIN_VALUE) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normalFrom(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(Math.max(random(), Number.MIN_VALUE)) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return d * v
  }
}

/** A number from the beta distribution. */
export function betaFrom(a: number, b: number, random: () => number): number {
  const x = gammaFrom(a, random)
  const y = gammaFrom(b, random)
  return x + y === 0 ? 0.5 : x / (x + y)
}

/** ln Γ(x) for x > 0: Stirling's series, after moving x above 10. */
export function logGamma(x: number): number {
  let moved = 0
  let at = x
  for (; at < 10; at++) moved += Math.log(at)
  const inverse = 1 / (at * at)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / at
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - moved
}

/** P(X ≤ x) of the beta distribution, by its continued fraction (Lentz). */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  const tiny = 1e-300
  let c = 1
  let d = 1 / noZero(1 - ((a + b) * x) / (a + 1), tiny)
  let fraction = d
  // The number of turns needed grows as the root of a + b.
  const most = 200 + 10 * Math.sqrt(a + b)
  for (let m = 1; m < most; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / noZero(1 + even * d, tiny)
    c = noZero(1 + even / c, tiny)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / noZero(1 + odd * d, tiny)
    c = noZero(1 + odd / c, tiny)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return (front * fraction) / a
}

function noZero(x: number, tiny: number): number {
  return Math.abs(x) < tiny ? tiny : x
}

/** The x below which a share `p` of the beta distribution lies, to 1e-12. */
export function betaQuantile(p: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  while (high - low > 1e-12) {
    const middle = (low + high) / 2
    if (betaBelow(middle, a, b) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** 97.5 % of the standard normal distribution lies below this. */
export const z975 = 1.959963984540054

/** 97.5 % of Student's distribution lies below this (Cornish & Fisher's expansion; exact at 1 and 2 degrees of freedom). */
export function t975(degrees: number): number {
  if (degrees <= 1) return 12.706204736
  if (degrees <= 2) return 4.30265273
  const z = z975
  const g1 = (z ** 3 + z) / 4
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160
  return z + g1 / degrees + g2 / degrees ** 2 + g3 / degrees ** 3 + g4 / degrees ** 4
}

/** P(Z ≤ z) of the standard normal distribution (Abramowitz & Stegun 7.1.26 with seven digits). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(z) * Math.SQRT1_2)
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const tail = (poly * Math.exp((-z * z) / 2)) / 2
  return z > 0 ? 1 - tail : tail
}
