import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWeights, type FitCriterion, type FitWeights, fitScore, preferencesByFit } from './fit.ts'
import { fitText, tellFit } from './text.ts'

const weights: FitWeights = {
  version: '2026-09',
  criteria: [
    { criterion: 'subject', kind: 'shared', field: 'subjects', of: 40 },
    { criterion: 'qualification', kind: 'covers', field: 'degrees', of: 25 },
    { criterion: 'travel', kind: 'at-most', field: 'minutes', full: 30, none: 90, of: 20 },
    { criterion: 'shortage', kind: 'offered', field: 'shortage', of: 15 },
  ],
}
const programme = {
  id: 'utrecht-wiskunde',
  values: { subjects: ['wiskunde'], degrees: ['wiskunde', 'didactiek'], shortage: true },
}
const profile = {
  values: { subjects: ['wiskunde', 'natuurkunde'], degrees: 'wiskunde' },
  at: { 'utrecht-wiskunde': { minutes: 50 } },
}

describe('fitScore', () => {
  it('gives points with reasons that add up', () => {
    expect(fitScore(profile, programme, weights)).toEqual({
      version: '2026-09',
      score: 80,
      of: 100,
      reasons: [
        { criterion: 'subject', points: 40, of: 40, verdict: 'full' },
        { criterion: 'qualification', points: 12, of: 25, verdict: 'part' },
        { criterion: 'travel', points: 13, of: 20, verdict: 'part' },
        { criterion: 'shortage', points: 15, of: 15, verdict: 'full' },
      ],
    })
  })

  it('adds up exactly and stays within its limits, whatever is known', () => {
    const field = fc.constantFrom('a', 'b', 'c')
    const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.constantFrom('x', 'y', 'z')))
    const of = fc.nat(1000)
    const limits = { full: fc.integer({ min: 0, max: 5 }), none: fc.integer({ min: 6, max: 10 }) }
    const criterion: fc.Arbitrary<FitCriterion> = fc.oneof(
      fc.record({
        criterion: fc.constant('form' as const),
        kind: fc.constantFrom('shared' as const, 'covers', 'offered'),
        field,
        of,
      }),
      fc.record({
        criterion: fc.constant('travel' as const),
        kind: fc.constant('at-most' as const),
        field,
        of,
        ...limits,
      }),
      fc.record({
        criterion: fc.constant('experience' as const),
        kind: fc.constant('at-least' as const),
        field,
        of,
        full: limits.none,
        none: limits.full,
      }),
    )
    const values = fc.dictionary(field, value)
    fc.assert(
      fc.property(fc.array(criterion), values, values, (criteria, mine, theirs) => {
        const fit = fitScore({ values: mine }, { id: 'p', values: theirs }, { version: '1', criteria })
        expect(fit.score).toBe(fit.reasons.reduce((sum, { points }) => sum + points, 0))
        for (const { points, of: most, verdict } of fit.reasons) {
          expect(Number.isInteger(points)).toBe(true)
          expect(points).toBeGreaterThanOrEqual(0)
          expect(points).toBeLessThanOrEqual(most)
          if (verdict === 'full') expect(points).toBe(most)
          if (verdict === 'none' || verdict === 'unknown') expect(points).toBe(0)
        }
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  it('gives more points for a shorter journey and for more experience, never fewer', () => {
    const at = (minutes: number) => fitScore({ values: { ...profile.values, minutes } }, programme, weights).score
    const scores = [0, 29, 30, 31, 60, 89, 90, 200].map(at)
    expect(scores).toEqual(scores.toSorted((one, other) => other - one))
    expect([at(30) - at(90), at(60) - at(90)]).toEqual([20, 10])
  })

  it('makes lists of preferences, with ties, and leaves out what does not fit', () => {
    const programmes = [
      { id: 'a', values: { shortage: false } },
      { id: 'b', values: { shortage: true } },
      { id: 'c', values: { subjects: 'natuurkunde' } },
      { id: 'd', values: { shortage: true } },
    ]
    expect(preferencesByFit(profile, programmes, weights)).toEqual(['c', ['b', 'd']])
  })

  it('finds weights that can not add up', () => {
    expect(checkWeights(weights)).toEqual([])
    const criteria: FitCriterion[] = [
      { criterion: 'travel', kind: 'at-most', field: 'minutes', full: 90, none: 30, of: 20 },
      { criterion: 'travel', kind: 'at-least', field: 'minutes', full: 1, none: 1, of: 0.5 },
    ]
    expect(checkWeights({ version: '1', criteria }).map(({ why }) => why)).toEqual([
      'limits-turned',
      'twice',
      'points-not-whole',
      'limits-turned',
    ])
  })
})

describe('tellFit', () => {
  it('says it in Dutch and English, what gives most first', () => {
    const fit = fitScore(profile, programme, weights)
    expect(tellFit(fit, fitText.nl)).toEqual({
      score: '80 van de 100 punten',
      reasons: [
        'Je wilt dit vak geven. (40 van 40)',
        'In dit vak is een tekort aan leraren. (15 van 15)',
        'De reis is wat langer. (13 van 20)',
        'Je hebt een deel van wat gevraagd wordt. (12 van 25)',
      ],
    })
    expect(tellFit(fit, fitText.en).reasons[2]).toBe('The journey is somewhat longer. (13 of 20)')
  })
})
