import type { ReadMarket } from '@kantelpunt/exchange'
import type { Command, Outcome } from '../command.ts'
import { describeExchangeRefusal } from '../exchange/describe-refusal.ts'
import { readResult } from '../exchange/read-result.ts'
import { readOptions } from '../read-options.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'

/** `kantelpunt exchange explain`: why this exchange, what would unlock one, and what another choice costs. */
export const exchangeExplain: Command = {
  name: 'exchange explain',
  usage: 'RESULT MARKET.json --teacher ID [--alternatives PERCENT] [--language nl|en]',
  summary: 'Says why a teacher has this exchange, or what would unlock one, and what other choices cost.',
  help: `
Takes what exchange solve made and the market that exchange market wrote, and checks the result first.

  --teacher ID            who it is about. What is said can be given to the teacher: of others it tells no more than the
                          exchange itself, or how many there are
  --alternatives PERCENT  for who decides: with whom else this teacher could exchange so that all exchanges together lose at
                          most so many percent of the best, and what each costs. This names other teachers
  --language nl|en        of the sentences (nl)

Takes results of --mechanism optimal. What would unlock a match, and alternatives, are for exchanges of two (--cycles 2), each
computed by solving again. An unlock gives a match in every best set of exchanges; steps are whole kilometres and 0.05 of a
part-time factor.
`,
  run: async (args) => {
    const asked = readArguments(args)
    return typeof asked === 'string' ? badInput(asked) : explain(asked)
  },
}

async function explain({ result: resultPath, path, teacher, percent, language }: Asked): Promise<Outcome> {
  const bytes = await readWhole(resultPath)
  if ('kind' in bytes) return bytes
  const result = readResult(bytes)
  if (result === undefined) return badInput(`${resultPath}: this is no result of kantelpunt exchange solve.`)
  if ('mechanism' in result)
    return badInput(`${resultPath}: only exchanges of --mechanism optimal are explained, not of ${result.mechanism}.`)
  const inTwos = result.certificate.kind === 'matching'
  if (percent !== undefined && !inTwos)
    return badInput('--alternatives: only for exchanges of two; solve with --cycles 2.')
  const marketBytes = await readWhole(path)
  if ('kind' in marketBytes) return marketBytes
  const exchange = await import('@kantelpunt/exchange')
  const read = exchange.readMarketFile(marketBytes)
  if (!read.ok) return badInput(`${path}: ${describeUnread(read)}`)
  const { market, file } = read
  const verdict = exchange.verifyExchange(file, result)
  if (!verdict.sound)
    return badInput(
      `${resultPath}: this result does not hold for ${path}, so there is nothing to explain; see kantelpunt exchange verify.`,
    )
  const vertex = market.teachers.findIndex(({ id }) => id === teacher)
  if (vertex === -1) return badInput(`--teacher: ${JSON.stringify(teacher)} is not in ${path}.`)
  const text = exchange.explainText[language]
  const explanation = exchange.explainMatch(market, result.cycles, vertex)
  const sentences = [...exchange.tellMatch(explanation, text)]
  const unlocks = explanation.matched || !inTwos ? undefined : exchange.findUnlocks(market, vertex)
  if (unlocks !== undefined) sentences.push(...exchange.tellUnlocks(unlocks, text))
  const answer = { teacher, ...explanation, ...(unlocks === undefined ? {} : { unlocks }), sentences }
  if (percent === undefined) return { kind: 'done', answer }
  const found = exchange.findAlternatives(market, vertex, percent / 100)
  const nameOf = (v: number) => market.teachers[v]?.id ?? ''
  const alternatives = found.map(({ partner, ...rest }) => ({
    partner: partner === undefined ? null : nameOf(partner),
    ...rest,
  }))
  const costs = exchange.tellAlternatives(found, nameOf, text)
  return { kind: 'done', answer: { ...answer, alternatives, alternativeSentences: costs } }
}

function describeUnread(read: Extract<ReadMarket, { readonly ok: false }>): string {
  switch (read.reason) {
    case 'unreadable':
      return describeExchangeRefusal(read.refusal)
    case 'not-a-market':
      return 'there are no teachers and schools in it; take FILE.json of kantelpunt exchange market.'
    case 'wrong-market':
      return 'its teachers, schools or rules are not those of a market; make it again with kantelpunt exchange market.'
    case 'arcs-do-not-follow':
      return 'its arcs do not follow from its teachers and schools; make it again with kantelpunt exchange market.'
  }
}

interface Asked {
  readonly result: string
  readonly path: string
  readonly teacher: string
  readonly percent: number | undefined
  readonly language: 'nl' | 'en'
}

function readArguments(args: readonly string[]): Asked | string {
  const read = readOptions(args, {
    teacher: { type: 'string' },
    alternatives: { type: 'string' },
    language: { type: 'string', default: 'nl' },
  })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const [result, path, ...more] = positionals
  if (result === undefined || path === undefined || more.length > 0) return 'Name the result and then the market.'
  const { teacher, alternatives, language } = values
  if (teacher === undefined) return 'Say who it is about: --teacher ID.'
  if (language !== 'nl' && language !== 'en') return `--language ${language}: nl or en.`
  const percent = alternatives === undefined ? undefined : Number(alternatives.trim() || Number.NaN)
  if (percent !== undefined && !(percent >= 0 && percent <= 100))
    return `--alternatives ${alternatives}: a percentage from 0 to 100.`
  return { result, path, teacher, percent, language }
}
