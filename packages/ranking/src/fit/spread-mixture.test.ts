import { describe, expect, it } from 'vitest'
import { simulateSurvey } from '../simulate/simulate-survey.ts'
import { randomFrom } from '../testing.ts'
import { normalFrom } from '../uncertainty/distributions.ts'
import { pairTable } from '../votes/pair-table.ts'
import { drawAbilities, spreadMixture } from './spread-mixture.ts'

describe('a mixture over spreads', () => {
  it.each([0.2, 1, 2])('finds that abilities differ by %d', (spread) => {
    const random = randomFrom(2)
    const abilities = Array.from({ length: 40 }, () => spread * normalFrom(random))
    const plan = { abilities, top: 6, people: 400, questions: 20, pairs: 'random', disagreement: 0 } as const
    const shape = { items: 40, hasHome: false, hasTies: false }
    const mixture = spreadMixture(pairTable(simulateSurvey(plan, random), 'davidson', false), shape, 1)
    expect(mixture.parts.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12)
    const mean = mixture.parts.reduce((sum, part) => sum + part.chance * part.spread, 0)
    expect(mean / spread).toBeGreaterThan(0.7)
    expect(mean / spread).toBeLessThan(1.4)
    const drawn = drawAbilities(mixture, new Float64Array(40).fill(1), 500, random)
    // Draws lie about the fit: of the first item the mean of 500, within five standard errors.
    const first = Array.from({ length: 500 }, (_, draw) => drawn[draw * 40] ?? 0)
    const average = first.reduce((sum, each) => sum + each, 0) / 500
    const error = Math.sqrt(first.reduce((sum, each) => sum + (each - average) ** 2, 0) / 500)
    expect(Math.abs(average - (mixture.mean[0] ?? 0))).toBeLessThan((5 * error) / Math.sqrt(500))
  })
})
