import { measureCoverage, type RankingModel, type SurveyPlan } from '@kantelpunt/ranking'
import { randomFrom } from '../../packages/ranking/src/testing.ts'
import type { Figure } from '../house/report.ts'

const spaced = (items: number, spacing: number) =>
  Array.from({ length: items }, (_, item) => spacing * ((items - 1) / 2 - item))
/** Nineteen numbers from a normal distribution, once and for all. */
const normal = [2.1, 0.1, -0.3, 1.4, 0.9, -1, 0.5, 0.45, -0.6, -0.62, 0.2, 0, -0.15, 1.1, -1.6, 0.7, -0.9, 0.3, -1.9]

const anew: SurveyPlan = {
  abilities: [],
  top: 6,
  people: 150,
  questions: 20,
  pairs: 'random',
  disagreement: 0.5,
}
const usual = { top: 6, pairs: 'random', disagreement: 0.5 } as const
const plans: readonly (readonly [string, SurveyPlan])[] = [
  ['19 evenly spaced, 150 people × 20', { ...usual, abilities: spaced(19, 2 / 9), people: 150, questions: 20 }],
  [
    'the same, answers independent',
    { ...usual, abilities: spaced(19, 2 / 9), people: 150, questions: 20, disagreement: 0 },
  ],
  [
    'the same, people differ twice as much',
    { ...usual, abilities: spaced(19, 2 / 9), people: 150, questions: 20, disagreement: 1 },
  ],
  ['19 evenly spaced, 50 people × 10', { ...usual, abilities: spaced(19, 2 / 9), people: 50, questions: 10 }],
  ['19 normal, 150 people × 20', { ...usual, abilities: normal, people: 150, questions: 20 }],
  [
    '19 normal and close, 100 people × 20',
    { ...usual, abilities: normal.map((each) => 0.3 * each), people: 100, questions: 20 },
  ],
  ['8 with ties, 30 people × 10', { ...usual, top: 3, abilities: spaced(8, 0.4), people: 30, questions: 10, tie: 0.5 }],
  ['8, 12 people × 20', { ...usual, top: 3, abilities: spaced(8, 0.3), people: 12, questions: 20 }],
  [
    '10 with the place, 100 people × 15',
    { ...usual, top: 3, abilities: spaced(10, 0.3), people: 100, questions: 15, home: 0.3 },
  ],
  [
    '10 with chosen pairs, 100 people × 15',
    { ...usual, top: 3, abilities: spaced(10, 0.3), people: 100, questions: 15, pairs: 'adaptive' },
  ],
]
const models: readonly RankingModel[] = ['wins', 'bradley-terry', 'kemeny']

export function measureIntervals(surveys: number): readonly Figure[] {
  return [...measurePlans(surveys), ...measureAnew(surveys)]
}

/** Abilities drawn anew for each survey: what intervals of ranks promise is a mean over such surveys. */
function measureAnew(surveys: number): readonly Figure[] {
  return (['wins', 'bradley-terry'] as const).flatMap((model) =>
    [1, 0.4].flatMap((spread): readonly Figure[] => {
      const random = randomFrom(5)
      let [scores, ranks] = [0, 0]
      for (let survey = 0; survey < surveys; survey++) {
        // Twelve uniform numbers make a normal one, near enough.
        const draw = () => Array.from({ length: 12 }, random).reduce((sum, each) => sum + each, -6)
        const abilities = Array.from({ length: 19 }, () => spread * draw())
        const held = measureCoverage({ ...anew, abilities }, model, 1, random)
        scores += (100 * held.scores) / surveys
        ranks += (100 * held.ranks) / surveys
      }
      const name = `19 drawn anew with spread ${spread}, 150 people × 20, ${model}`
      return [
        { figure: `${name}: scores held`, value: scores, unit: '%', asked: '93–97' },
        { figure: `${name}: ranks held`, value: ranks, unit: '%', asked: '93–97' },
      ]
    }),
  )
}

function measurePlans(surveys: number): readonly Figure[] {
  return plans.flatMap(([name, plan]) =>
    models.flatMap((model): readonly Figure[] => {
      // Scores by wins are of another than all others where pairs are chosen: the README says so.
      if (plan.pairs === 'adaptive' && model !== 'bradley-terry') return []
      const rounds = model === 'kemeny' ? Math.ceil(surveys / 4) : surveys
      const { scores, ranks } = measureCoverage(plan, model, rounds, randomFrom(7))
      return [
        { figure: `${name}, ${model}: scores held`, value: 100 * scores, unit: '%', asked: '93–97' },
        { figure: `${name}, ${model}: ranks held`, value: 100 * ranks, unit: '%', asked: '93–97' },
      ]
    }),
  )
}
