import { betaBelow } from '../distributions.ts'

/** Numbers on [0, 1) from a seed, always the same (a Weyl sequence, mixed). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

/** A number from the standard normal distribution (Box & Muller 1958). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** A number from the gamma distribution with this shape and scale 1 (Marsaglia & Tsang 2000). */
export function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = normal(random)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A whole number from the Poisson distribution with this mean, by multiplying chances (Knuth). */
export function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}

/** A step from 0 on, given the chance of each. */
export function pick(chances: readonly number[], random: () => number): number {
  let left = random()
  for (const [step, chance] of chances.entries()) {
    left -= chance
    if (left < 0) return step
  }
  return chances.length - 1
}

/** P(Z ≤ z) of the standard normal distribution, as the limit of Student's. */
export function normalBelow(z: number): number {
  const inside = betaBelow((z * z) / (z * z + 1e6), 0.5, 5e5) / 2
  return z > 0 ? 0.5 + inside : 0.5 - inside
}
