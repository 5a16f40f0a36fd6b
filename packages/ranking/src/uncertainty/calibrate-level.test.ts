import { describe, expect, it } from 'vitest'
import { randomFrom } from '../testing.ts'
import { calibrateLevel } from './calibrate-level.ts'
import { normalFrom } from './distributions.ts'
import { rankUncertainty } from './rank-uncertainty.ts'

/** Draws around means, as of a survey whose estimates these are. */
function drawnAround(means: Float64Array, spread: number, draws: number, random: () => number): Float64Array {
  return Float64Array.from(
    { length: draws * means.length },
    (_, k) => (means[k % means.length] ?? 0) + spread * normalFrom(random),
  )
}

/** How often intervals hold the rank where worths come from a normal distribution of spread 3, and each is measured with an error of 1. */
function coverage(surveys: number): number {
  const random = randomFrom(11)
  const weight = 9 / 10
  let held = 0
  for (let survey = 0; survey < surveys; survey++) {
    const truth = Array.from({ length: 15 }, () => 3 * normalFrom(random))
    const estimates = Float64Array.from(truth, (value) => weight * (value + normalFrom(random)))
    const ranks = Float64Array.from(estimates, (value) => 1 + estimates.filter((other) => other > value).length)
    const drawn = drawnAround(estimates, Math.sqrt(weight), 600, random)
    const { intervals } = rankUncertainty(drawn, ranks, 3, { level: calibrateLevel(drawn, 15, -1) })
    intervals.forEach(([low, high], item) => {
      const rank = 1 + truth.filter((other) => other > (truth[item] ?? 0)).length
      if (low <= rank && rank <= high) held++
    })
  }
  return held / (surveys * 15)
}

describe('the level of intervals of ranks', () => {
  it('is below 95 % where neighbours are about as far apart as estimates go', () => {
    const means = Float64Array.from({ length: 20 }, (_, item) => -item)
    expect(calibrateLevel(drawnAround(means, 1, 1000, randomFrom(1)), 20, -1)).toBeLessThan(0.93)
  })

  it('is 95 % where too little is there to find another', () => {
    const of = (items: number, draws: number) =>
      calibrateLevel(drawnAround(new Float64Array(items), 1, draws, randomFrom(1)), items, -1)
    expect([of(1, 1000), of(20, 100), of(500, 260)]).toEqual([0.95, 0.95, 0.95])
  })

  it('makes intervals hold about as often as they say', () => {
    const held = coverage(90)
    expect(held).toBeGreaterThan(0.935)
    expect(held).toBeLessThan(0.965)
  }, 60_000)
})
