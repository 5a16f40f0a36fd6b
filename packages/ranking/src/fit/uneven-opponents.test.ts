import { describe, expect, it } from 'vitest'
import { rankItems } from '../rank-items.ts'
import { simulateSurvey } from '../simulate/simulate-survey.ts'
import { randomFrom } from '../testing.ts'

const plan = {
  abilities: Array.from({ length: 12 }, (_, item) => 1.65 - 0.3 * item),
  top: 4,
  people: 120,
  questions: 15,
  disagreement: 0.5,
} as const

function warnings(pairs: 'random' | 'adaptive', model: 'wins' | 'bradley-terry', seeds: number): number {
  return Array.from({ length: seeds }, (_, seed) => {
    const random = randomFrom(seed)
    const ranking = rankItems(simulateSurvey({ ...plan, pairs }, random), { model, random, draws: 300 })
    return ranking.ok && ranking.unevenOpponents === true ? 1 : 0
  }).reduce<number>((sum, each) => sum + each, 0)
}

describe('who met whom', () => {
  it('is told where pairs were chosen, and not where they came at random', () => {
    expect(warnings('adaptive', 'wins', 25)).toBe(25)
    expect(warnings('random', 'wins', 25)).toBe(0)
  })

  it('does not matter to abilities', () => {
    expect(warnings('adaptive', 'bradley-terry', 3)).toBe(0)
  })

  it('is not told of two items, who can only meet each other', () => {
    const { abilities } = plan
    const two = { ...plan, pairs: 'random', abilities: abilities.slice(0, 2), questions: 1, top: 1 } as const
    const random = randomFrom(1)
    const ranking = rankItems(simulateSurvey(two, random), { model: 'wins', random })
    expect(ranking.ok && ranking.unevenOpponents).toBe(false)
  })
})
