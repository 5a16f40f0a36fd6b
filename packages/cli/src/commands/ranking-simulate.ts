import type { RankingModel, SurveyPlan, Votes } from '@kantelpunt/ranking'
import type { Command, Outcome, Shell } from '../command.ts'
import { quickRandom } from '../panels/quick-random.ts'
import { readWholeNumber } from '../rankings/vote-options.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'
import { csvLines, writeWhole } from '../write-whole.ts'

/** `kantelpunt ranking simulate`: how a survey would go before it is held. */
export const rankingSimulate: Command = {
  name: 'ranking simulate',
  usage: '[--items 19] [--top 6] [--people 150] [--questions 30] [--surveys 100] [--out VOTES.csv]',
  summary:
    'Simulates surveys: how often the true top comes out, with pairs at random and chosen, and whether intervals hold.',
  help: `
  --items N --top K       so many items, of which so many are at the top (19 and 6)
  --people N              who answer (150)
  --questions N           pairs to each person at random (30); chosen ones are tried with half as many, and as many
  --surveys N             how many surveys (100)
  --spacing S             how far each item stands above the next, in log-odds (0.2222: from 2 to −2 with 19 items)
  --disagreement S        how far a person's own worth of an item lies from that of all: a standard deviation in log-odds (0.5);
                          0 makes all answers independent
  --tie S                 how easily people say "can't decide": between equals, two out of 2 + S decide (0)
  --coverage MODEL        also how many of the 95 % intervals hold the truth: wins, bradley-terry or kemeny
  --out FILE              writes one survey with chosen pairs as CSV: voter, winner, loser, decided, first
  --seed TEXT             begins the chance numbers

The noise: each person has a worth of each item, normal around that of all and the same for all answers; an answer is
logistic in the difference of two worths.
`,
  run: async (args, shell) => {
    const asked = readArguments(args)
    return typeof asked === 'string' ? badInput(asked) : simulate(asked, shell)
  },
}

interface Asked {
  readonly plan: Omit<SurveyPlan, 'pairs'>
  readonly surveys: number
  readonly coverage: RankingModel | undefined
  readonly out: string | undefined
  readonly seed: string
}

async function simulate({ plan, surveys, coverage, out, seed }: Asked, shell: Shell): Promise<Outcome> {
  const { measureCoverage, measureTop, simulateSurvey } = await import('@kantelpunt/ranking')
  if (out !== undefined) {
    const votes = simulateSurvey({ ...plan, pairs: 'adaptive' }, quickRandom(`${seed} file`))
    const unwritten = await writeWhole(out, voteLines(votes))
    if (unwritten !== undefined) return badInput(unwritten)
  }
  const half = Math.max(1, Math.floor(plan.questions / 2))
  const measured = (name: string, pairs: SurveyPlan['pairs'], questions: number) => {
    shell.progress.write(`${name} …\n`)
    const { votes, reached } = measureTop({ ...plan, pairs, questions }, surveys, quickRandom(`${seed} ${name}`))
    return { questions, votes, reached, share: reached / surveys }
  }
  const { abilities, ...told } = plan
  return {
    kind: 'done',
    answer: {
      plan: { items: abilities.length, ...told, abilities },
      surveys,
      random: measured('random', 'random', plan.questions),
      adaptiveHalf: measured('adaptive half', 'adaptive', half),
      adaptive: measured('adaptive', 'adaptive', plan.questions),
      ...(coverage === undefined
        ? {}
        : {
            coverage: {
              model: coverage,
              ...measureCoverage({ ...plan, pairs: 'random' }, coverage, surveys, quickRandom(`${seed} coverage`)),
            },
          }),
      ...(out === undefined ? {} : { out }),
    },
  }
}

function voteLines(votes: Votes): Iterable<string> {
  const name = (item: number | undefined) => votes.items[item ?? 0] ?? ''
  const rows = Array.from(votes.one.keys(), (vote) => {
    const [one, other] = [name(votes.one[vote]), name(votes.other[vote])]
    const first = votes.home[vote] === 1 ? one : other
    return [votes.voters[votes.voter[vote] ?? 0] ?? '', one, other, votes.tied[vote] === 1 ? 'no' : 'yes', first]
  })
  return csvLines(['voter', 'winner', 'loser', 'decided', 'first'], rows)
}

function readArguments(args: readonly string[]): Asked | string {
  const read = readOptions(args, {
    items: { type: 'string', default: '19' },
    top: { type: 'string', default: '6' },
    people: { type: 'string', default: '150' },
    questions: { type: 'string', default: '30' },
    surveys: { type: 'string', default: '100' },
    spacing: { type: 'string', default: '0.2222' },
    disagreement: { type: 'string', default: '0.5' },
    tie: { type: 'string', default: '0' },
    coverage: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: 'kantelpunt' },
  })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  if (positionals.length > 0) return 'This command reads no file.'
  const items = readWholeNumber(values.items, 2, 200)
  if (items === undefined) return `--items ${values.items}: give a whole number from 2 to 200.`
  const top = readWholeNumber(values.top, 1, items - 1)
  if (top === undefined) return `--top ${values.top}: give a whole number from 1, and less than --items.`
  const people = readWholeNumber(values.people, 1, 10_000)
  if (people === undefined) return `--people ${values.people}: give a whole number from 1 to 10000.`
  const pairs = (items * (items - 1)) / 2
  const questions = readWholeNumber(values.questions, 1, pairs)
  if (questions === undefined)
    return `--questions ${values.questions}: give a whole number from 1 to ${pairs}, which is all pairs.`
  const surveys = readWholeNumber(values.surveys, 1, 100_000)
  if (surveys === undefined) return `--surveys ${values.surveys}: give a whole number from 1 to 100000.`
  const [spacing, disagreement, tie] = [values.spacing, values.disagreement, values.tie].map(readSize)
  if (spacing === undefined || disagreement === undefined || tie === undefined)
    return '--spacing, --disagreement and --tie are numbers from 0 to 10, with a point.'
  const coverage = (['wins', 'bradley-terry', 'kemeny'] as const).find((each) => each === values.coverage)
  if (values.coverage !== undefined && coverage === undefined) return '--coverage is wins, bradley-terry or kemeny.'
  if (coverage === 'kemeny' && items > 25) return '--coverage kemeny takes at most --items 25.'
  const abilities = Array.from({ length: items }, (_, item) => spacing * ((items - 1) / 2 - item))
  const plan = { abilities, top, people, questions, disagreement, tie }
  return { plan, surveys, coverage, out: values.out, seed: values.seed }
}

function readSize(text: string): number | undefined {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return value <= 10 ? value : undefined
}
