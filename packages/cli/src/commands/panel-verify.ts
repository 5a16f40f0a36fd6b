import type { Command } from '../command.ts'
import { openPool, readJson } from '../panels/open-pool.ts'
import { poolHelp, poolOptions, readPoolArguments } from '../panels/pool-options.ts'
import { withRulesOf } from '../panels/result-rules.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'

/** `kantelpunt panel verify`: checks a result by adding up, without the solver that made it. */
export const panelVerify: Command = {
  name: 'panel verify',
  usage: 'RESULT --quotas Q.csv --pool P.csv [--id COLUMN] [--gap 0.01]',
  summary: 'Checks the panels, the chances and the proof of a result, without trusting who made it.',
  help: `
Exit 0: every panel keeps all rules, everyone's chance follows from the panels, and the proof shows in whole numbers that no
distribution does better than the gap. Exit 1: it is not so, and "why" tells where.
  --gap G                 how much better a distribution might be, in probability (nash and goldilocks: as a share), for the
                          result to count as proven (0.01); a search that was stopped early may need more
${poolHelp.trimStart().replace(/^/, '  ')}

What --id, --one-per, --at-most, --selected and --excluded do not say is taken from the result, and told in "rules".
`,
  run: async (args, shell) => {
    const parsed = readArguments(args)
    if (typeof parsed === 'string') return badInput(parsed)
    const { path, mostGap } = parsed
    const read = await readJson(path)
    if ('kind' in read) return read
    const { asked, taken } = withRulesOf(read.value, parsed.asked)
    const seats = seatsOf(read.value)
    if (seats === undefined) return badInput(`${path}: this is no result of kantelpunt panel select.`)
    const opened = await openPool(asked, seats, shell)
    if ('kind' in opened) return opened
    const { describeWhy, verifyResult } = await import('@kantelpunt/sortition')
    const start = performance.now()
    const verdict = verifyResult(opened.pool, read.value, mostGap)
    const seconds = (performance.now() - start) / 1000
    const { id, onePer, atMostPer, selected, excluded } = asked
    const rules = { id: id ?? null, onePer, atMostPer, selected, excluded, takenFromResult: taken }
    if (verdict.sound) return { kind: 'done', answer: { sound: true, gap: verdict.gap, rules, seconds } }
    const why = verdict.why.map((each) => ({ ...each, message: describeWhy(each, asked.language) }))
    return {
      kind: 'bad-input',
      message: why.map(({ message }) => `${path}: ${message}`).join('\n'),
      answer: { sound: false, why, rules, seconds },
    }
  },
}

function seatsOf(result: unknown): number | undefined {
  if (typeof result !== 'object' || result === null || !('seats' in result)) return undefined
  return typeof result.seats === 'number' && Number.isSafeInteger(result.seats) ? result.seats : undefined
}

function readArguments(args: readonly string[]) {
  const read = readOptions(args, { ...poolOptions, gap: { type: 'string', default: '0.01' } })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const [path] = positionals
  if (path === undefined || positionals.length > 1) return 'Name one file with a result.'
  const asked = readPoolArguments(values)
  if (typeof asked === 'string') return asked
  const mostGap = Number(values.gap)
  return mostGap >= 0 ? { path, asked, mostGap } : `--gap ${values.gap} is not a number of 0 or more.`
}
