import type { Command } from '../command.ts'
import { formatHelp, openExchange } from '../exchange/open-exchange.ts'
import { readResult } from '../exchange/read-result.ts'
import { readOptions } from '../read-options.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'

const sentences = {
  'another-file': 'the result is of another file, or of other vacancies.',
  'no-cycle': 'an exchange is not one of participants that the certificate is about, two or three.',
  'twice-in-a-cycle': 'somebody takes part twice.',
  'claims-too-much': 'the bound, the gap or what is said to be proven is not what the certificate proves.',
  'wrong-length': 'the certificate has another number of participants.',
  'not-mutual': 'somebody takes part twice.',
  'not-an-edge': 'an exchange is not one that the file allows.',
  'wrong-objective': 'the objective is not what the exchanges are worth together.',
  'no-dual-value': 'a value of the certificate is not a whole number of 0 or more.',
  'not-odd': 'a set of the certificate is not odd.',
  'not-nested': 'the sets of the certificate overlap.',
  'parts-not-apart': 'the certificate has somebody twice, or an exchange joins parts that it keeps apart.',
  'no-cut': 'a cut of the certificate is not of shares in whole parts.',
  'no-pair': 'a branch of the certificate is not on two participants of its part.',
  'edge-not-covered': 'the certificate does not cover an exchange that the file allows.',
  'not-the-best': 'the certificate does not prove that nothing is worth more.',
  'not-best-remaining': 'somebody would rather have had a place that was still there.',
  'exchange-left': 'some who stay could exchange among themselves.',
}

/** `kantelpunt exchange verify`: checks a result by adding up, without the algorithm that made it. */
export const exchangeVerify: Command = {
  name: 'exchange verify',
  usage: 'RESULT FILE [--format edges|arcs|kidney|json] [--vacancies 3,7]',
  summary: 'Checks exchanges and the proof that nothing is worth more, without trusting who made them.',
  help: `
Takes what kantelpunt exchange solve made, and the file that it was made from. Of a mechanism it checks that both sides accept
every step, and what the mechanism promises: of priority and of circles of any length that nothing else does, of shorter
circles that none are left. Exit 2: the result does not hold; the answer says why.
${formatHelp}
`,
  run: async (args) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') return badInput(asked)
    const bytes = await readWhole(asked.result)
    if ('kind' in bytes) return bytes
    const result = readResult(bytes)
    if (result === undefined) return badInput(`${asked.result}: this is no result of kantelpunt exchange solve.`)
    const file = await openExchange(asked.path, asked.format, asked.vacancies)
    if ('kind' in file) return file
    const { verifyExchange, verifyMechanism } = await import('@kantelpunt/exchange')
    const { objective, bound, gap, optimal } = result
    const chosen = 'mechanism' in result ? { mechanism: result.mechanism, longest: result.longest } : {}
    const verdict = 'mechanism' in result ? verifyMechanism(file, result) : verifyExchange(file, result)
    if (verdict.sound)
      return {
        kind: 'done',
        answer: { verified: true, ...chosen, objective, bound, gap, optimal, exchanges: result.cycles.length },
      }
    const message = `${asked.result}: ${sentences[verdict.why]}`
    return { kind: 'no-answer', message, answer: { verified: false, reason: verdict.why } }
  },
}

function readArguments(args: readonly string[]) {
  const read = readOptions(args, { format: { type: 'string' }, vacancies: { type: 'string' } })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const [result, path, ...more] = positionals
  if (result === undefined || path === undefined || more.length > 0) return 'Name the result and then the file.'
  return { result, path, format: values.format, vacancies: values.vacancies }
}
