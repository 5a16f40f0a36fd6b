/** ln Γ(x) for x > 0, by Lanczos' approximation (g = 7, nine terms): relative error below 1e-13. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const y = x - 1
  const sum = lanczos.reduce((total, term, k) => total + (k === 0 ? term : term / (y + k)), 0)
  const t = y + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum)
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** P(X ≤ x) of the beta distribution with shapes a, b > 0: its continued fraction (DLMF 8.17.22), by Lentz' method. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction turns fast only on this side of the mean; the other side follows from symmetry.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  return front / continuedFraction((k) => betaTerm(k, x, a, b), 1)
}

function betaTerm(k: number, x: number, a: number, b: number): readonly [number, number] {
  const m = Math.floor(k / 2)
  const top =
    k % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
  return [top, 1]
}

/** P(X ≤ x) of the gamma distribution with this shape > 0 and scale 1: a series below the mean, a fraction above. */
export function gammaBelow(x: number, shape: number): number {
  if (x <= 0) return 0
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  if (x < shape + 1) {
    let term = 1 / shape
    let sum = term
    for (let k = 1; term > sum * 1e-16; k++) {
      term *= x / (shape + k)
      sum += term
    }
    return front * sum
  }
  const start = x + 1 - shape
  return 1 - front / continuedFraction((k) => [-k * (k - shape), start + 2 * k], start)
}

/** b₀ + a₁/(b₁ + a₂/(b₂ + …)), by Lentz' method with Thompson and Barnett's guard against zero. */
function continuedFraction(term: (k: number) => readonly [number, number], first: number): number {
  const tiny = 1e-300
  let value = first === 0 ? tiny : first
  let c = value
  let d = 0
  for (let k = 1; k < 10_000; k++) {
    const [top, add] = term(k)
    d = add + top * d
    c = add + top / c
    if (d === 0) d = tiny
    if (c === 0) c = tiny
    d = 1 / d
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return value
}

/** The x below which a share `p` of the beta distribution lies. */
export function betaQuantile(p: number, a: number, b: number): number {
  return halve((x) => betaBelow(x, a, b) < p, 0, 1)
}

/** The x below which a share `p` of the gamma distribution with scale 1 lies. */
export function gammaQuantile(p: number, shape: number): number {
  let high = shape + 1
  while (gammaBelow(high, shape) < p) high *= 2
  return halve((x) => gammaBelow(x, shape) < p, 0, high)
}

/** 97.5 % of the standard normal distribution lies below this. */
export const z975 = 1.959963984540054

/** 97.5 % of Student's distribution with so many degrees of freedom, whole or not, lies below this. */
export function student975(degrees: number): number {
  // T² / (T² + ν) follows a beta distribution with shapes ½ and ν / 2.
  const share = betaQuantile(0.95, 0.5, degrees / 2)
  return Math.sqrt((degrees * share) / (1 - share))
}

function halve(isLow: (x: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2
    if (isLow(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
