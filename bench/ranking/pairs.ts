import { measureTop, type SurveyPlan, simulateSurvey } from '@kantelpunt/ranking'
import { randomFrom } from '../../packages/ranking/src/testing.ts'
import type { Figure } from '../house/report.ts'

const abilities = Array.from({ length: 19 }, (_, item) => 2 - (2 * item) / 9)
const wanted = 0.95

/** The fewest questions to each of 150 people with which pairs at random find the true top 6 in 95 of 100, and chosen ones with half. */
export function measurePairs(surveys: number): readonly Figure[] {
  const figures = [0, 0.5].flatMap((disagreement) => {
    const plan = { abilities, top: 6, people: 150, disagreement }
    const needed = fewest({ ...plan, pairs: 'random', questions: 0 }, surveys)
    const half = Math.floor(needed.questions / 2)
    const chosen = measureTop({ ...plan, pairs: 'adaptive', questions: half }, surveys, randomFrom(half))
    const name = `19 items, 150 people, disagreement ${disagreement}`
    return [
      { figure: `${name}: questions to each, at random`, value: needed.questions, unit: '' },
      { figure: '  top 6 found', value: 100 * needed.share, unit: '%' },
      { figure: '  questions to each, chosen', value: half, unit: '' },
      { figure: '  top 6 found', value: (100 * chosen.reached) / surveys, unit: '%', asked: '≥ 95' },
    ]
  })
  return [...figures, ...newcomers(Math.ceil(surveys / 4))]
}

function fewest(plan: SurveyPlan, surveys: number) {
  // The first to come above by luck would be too few: these are quick, so there are four times as many.
  const many = 4 * surveys
  for (let questions = 20; ; questions += 4) {
    const { reached } = measureTop({ ...plan, questions }, many, randomFrom(questions))
    process.stderr.write(`at random, ${questions} questions: ${reached} of ${many}\n`)
    if (reached >= wanted * many || questions >= 160) return { questions, share: reached / many }
  }
}

/** The third and the ninth of 19 items are added halfway: how often they are shown beside others, and whether the top is found. */
function newcomers(surveys: number): readonly Figure[] {
  const order = [...abilities.filter((_, item) => item !== 2 && item !== 8), abilities[2] ?? 0, abilities[8] ?? 0]
  const plan = { abilities: order, top: 6, people: 150, disagreement: 0, pairs: 'adaptive', questions: 20 } as const
  const late = measureTop({ ...plan, newcomersFrom: 17 }, surveys, randomFrom(1))
  const early = measureTop(plan, surveys, randomFrom(1))
  const shown = new Float64Array(19)
  const votes = simulateSurvey({ ...plan, newcomersFrom: 17 }, randomFrom(1))
  for (let vote = votes.one.length / 2; vote < votes.one.length; vote++)
    for (const item of [votes.one[vote] ?? 0, votes.other[vote] ?? 0]) shown[item] = (shown[item] ?? 0) + 1
  const mean = votes.one.length / 19
  return [
    { figure: '2 of 19 added halfway, 20 questions: top 6 found', value: (100 * late.reached) / surveys, unit: '%' },
    { figure: '  with all there from the start', value: (100 * early.reached) / surveys, unit: '%' },
    { figure: '  the third of 19 is shown, beside the mean', value: (shown[17] ?? 0) / mean, unit: '×' },
    { figure: '  the ninth of 19', value: (shown[18] ?? 0) / mean, unit: '×' },
    { figure: '  the least shown of all', value: Math.min(...shown) / mean, unit: '×' },
  ]
}
