import type { GroupWeights, Ranking, RankingModel, TieRule } from '@kantelpunt/ranking'
import type { Command, Outcome, Shell } from '../command.ts'
import { quickRandom } from '../panels/quick-random.ts'
import { openVotes } from '../rankings/open-votes.ts'
import { readVoteArguments, readWholeNumber, type VotesAsked, voteHelp, voteOptions } from '../rankings/vote-options.ts'
import { readOptions } from '../read-options.ts'
import { looksLikeFormula } from '../tables/formula-warning.ts'
import { badInput } from '../tables/open-tables.ts'
import { csvLines, writeWhole } from '../write-whole.ts'

const models: readonly RankingModel[] = ['wins', 'bradley-terry', 'kemeny']
const tieRules: readonly TieRule[] = ['davidson', 'half', 'ignore']

/** `kantelpunt ranking fit`: what many people put first. */
export const rankingFit: Command = {
  name: 'ranking fit',
  usage:
    "VOTES.csv --winner COL --loser COL [--where 'COL=VALUE'] [--model wins|bradley-terry|kemeny] [--out ranks.csv]",
  summary: 'Ranks items by votes between two, ranked lists or points, with what is certain of it.',
  help: `
  --model wins            100 · (wins + 1) / (wins + losses + 2), as wiki surveys do (the default)
          bradley-terry   abilities, as shares that sum to 1: fair where items met stronger and weaker others
          kemeny          the order that goes against the fewest votes, exactly, with the margin of the winner
  --top K                 the chance of being among the first K (6; half of the items where there are fewer than 12)
  --ties davidson|half|ignore   a tie is an answer of its own (bradley-terry), half a win for both (kemeny), or no vote (wins)
  --home                  estimates what the place in --first adds (bradley-terry)
  --group COL             ranks by each group too, and tells where groups differ most; groups under 5 people stay out of sight
  --weigh number|equal|'teachers=20,leaders=2'   how groups count in the whole (number: every vote counts the same)
  --out FILE              writes the ranking as CSV
  --seed TEXT             begins the chance numbers that intervals of ranks rest on; the same text gives the same answer
${voteHelp}

  npx kantelpunt ranking fit votes.csv --winner 'Winner ID' --loser 'Loser ID' --where Valid=TRUE --out ranks.csv
`,
  run: async (args, shell) => {
    const asked = readArguments(args)
    return typeof asked === 'string' ? badInput(asked) : fit(asked, shell)
  },
}

interface Asked extends VotesAsked {
  readonly model: RankingModel
  readonly top: number | undefined
  readonly ties: TieRule | undefined
  readonly home: boolean
  readonly weigh: GroupWeights
  readonly out: string | undefined
  readonly seed: string
}

async function fit(asked: Asked, shell: Shell): Promise<Outcome> {
  const opened = await openVotes(asked, shell)
  if ('kind' in opened) return opened
  const { compareGroups, rankItems, tellRanking, tellRefusal, weighGroups } = await import('@kantelpunt/ranking')
  const { language, model, top, ties, home } = asked
  const options = { model, top, ties, home, random: quickRandom(asked.seed) }
  const weighed = weighGroups(opened.votes, asked.weigh)
  if (!weighed.ok) return badInput(tellRefusal(weighed, language))
  const ranking = rankItems(weighed.votes, options)
  if (!ranking.ok) return { kind: 'no-answer', message: tellRefusal(ranking, language) }
  const compared = asked.group === undefined ? undefined : compareGroups(opened.votes, options)
  if (compared?.ok === false) return { kind: 'no-answer', message: tellRefusal(compared, language) }
  if (asked.out !== undefined) {
    const unwritten = await writeWhole(asked.out, rankLines(ranking))
    if (unwritten !== undefined) return badInput(unwritten)
    const formula = ranking.items.find(({ id }) => looksLikeFormula(id))
    if (formula !== undefined) shell.progress.write(`${formulaNote[language](formula.id)}\n`)
  }
  const { ok: _, ...told } = ranking
  const groups = compared === undefined ? {} : withoutOk(compared)
  return {
    kind: 'done',
    answer: { ...told, ...groups, notes: opened.notes, sentences: tellRanking(ranking, language, compared) },
  }
}

/** The file keeps the name as it was: with a quote before it, nothing that reads it would know the item again. */
const formulaNote = {
  nl: (id: string) =>
    `Let op ${JSON.stringify(id)}: een rekenblad ziet dat aan voor een formule. Open het bestand niet zomaar.`,
  en: (id: string) =>
    `Mind ${JSON.stringify(id)}: a spreadsheet takes it for a formula. Don't just open the file there.`,
} as const

function withoutOk<Answer extends { readonly ok: true }>({ ok: _, ...rest }: Answer) {
  return rest
}

function rankLines({ items }: Ranking): Iterable<string> {
  const rows = items.map((item) => [
    ...[item.rank, item.id, item.score, ...item.interval, ...item.rankInterval, item.topProbability].map(String),
    ...[item.wins, item.losses, item.ties, item.component + 1].map(String),
  ])
  const header = ['rank', 'id', 'score', 'low', 'high', 'rank_low', 'rank_high', 'top_probability']
  return csvLines([...header, 'wins', 'losses', 'ties', 'component'], rows)
}

function readArguments(args: readonly string[]): Asked | string {
  const read = readOptions(args, {
    ...voteOptions,
    model: { type: 'string', default: 'wins' },
    top: { type: 'string' },
    ties: { type: 'string' },
    home: { type: 'boolean', default: false },
    weigh: { type: 'string', default: 'number' },
    out: { type: 'string' },
    seed: { type: 'string', default: 'kantelpunt' },
  })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const asked = readVoteArguments(values, positionals)
  if (typeof asked === 'string') return asked
  const model = models.find((each) => each === values.model)
  if (model === undefined) return `--model is one of ${models.join(', ')}.`
  const ties = tieRules.find((each) => each === values.ties)
  if (values.ties !== undefined && ties === undefined) return `--ties is one of ${tieRules.join(', ')}.`
  if (ties === 'davidson' && model !== 'bradley-terry') return '--ties davidson goes with --model bradley-terry.'
  const top = values.top === undefined ? undefined : readWholeNumber(values.top, 1, 1e6)
  if (values.top !== undefined && top === undefined) return `--top ${values.top}: give a whole number from 1.`
  if (values.home && model !== 'bradley-terry') return '--home goes with --model bradley-terry.'
  if (values.home && values.first === undefined) return '--home needs --first COL: which of the two had the place.'
  const weigh = readWeights(values.weigh)
  if (weigh === undefined) return `--weigh ${values.weigh}: say number, equal, or a weight for each, like a=3,b=1.`
  if (weigh !== 'number' && values.group === undefined) return '--weigh needs --group COL.'
  return { ...asked, model, ties, top, home: values.home, weigh, out: values.out, seed: values.seed }
}

function readWeights(text: string): GroupWeights | undefined {
  if (text === 'number' || text === 'equal') return text
  const pairs = text.split(',').map((part): readonly [string, number] => {
    const at = part.lastIndexOf('=')
    const number = part.slice(at + 1).trim()
    return [part.slice(0, Math.max(0, at)).trim(), /^\d+(\.\d+)?$/.test(number) ? Number(number) : Number.NaN]
  })
  return pairs.every(([group, weight]) => group !== '' && weight <= 1e12) ? Object.fromEntries(pairs) : undefined
}
