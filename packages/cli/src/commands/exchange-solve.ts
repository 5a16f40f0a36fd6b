import { parseArgs } from 'node:util'
import type { ExchangeAnswer, NothingBecause } from '@kantelpunt/exchange'
import type { Command } from '../command.ts'
import { formatHelp, openExchange } from '../exchange/open-exchange.ts'
import { readSeconds } from '../panels/pool-options.ts'
import { badInput } from '../tables/open-tables.ts'
import { writeAll } from '../tables/write-all.ts'

const explanations: Readonly<Record<NothingBecause, string>> = {
  'no-arcs': 'Nobody could come into the place of anybody.',
  'never-mutual': 'There are no two of whom each could come into the place of the other.',
  'never-a-cycle': 'There are no two or three who could take each other’s places with any worth.',
  'never-found': 'No exchange was found in the time.',
  'never-worth-it': 'No exchange is worth more than none: all weights are zero or less.',
}

/** `kantelpunt exchange solve`: the best exchanges, with a proof. */
export const exchangeSolve: Command = {
  name: 'exchange solve',
  usage:
    'FILE [--format edges|arcs|kidney|json] [--cycles 2|3] [--mechanism optimal] [--time-limit S] [--out result.json]',
  summary: 'Finds the exchanges that are worth most together, and proves that nothing is worth more.',
  help: `
Everyone takes part in one exchange at most. What is worth nothing is left out; where no exchange is possible the list is
empty and the explanation says why. kantelpunt exchange verify checks the certificate.
${formatHelp}
  --cycles 2|3            exchanges of two, or of two and three, for which the file needs directions: arcs, kidney
  --mechanism optimal     the greatest weight together
  --time-limit S          after so many seconds the best so far (60); exchanges of two never need it.
                          With three the answer has the bound that is proven by then, and the gap
  --out FILE              the result as JSON; standard output has it without cycles and certificate then
`,
  run: async (args) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') return badInput(asked)
    // Loaded before the clock starts: seconds are for the file and the market.
    const { loadSolver, solveExchange, solveThrees } = await import('@kantelpunt/exchange')
    const began = performance.now()
    const file = await openExchange(asked.path, asked.format)
    if ('kind' in file) return file
    if (asked.cycles === 3 && !file.directed)
      return badInput(`${asked.path}: edges say nothing of one direction alone; exchanges of three need arcs.`)
    const read = performance.now()
    const clock = () => performance.now()
    const threes =
      asked.cycles === 3 ? solveThrees(await loadSolver(), file, { clock, timeLimit: 1000 * asked.seconds }) : undefined
    const answer = threes?.ok ? threes.answer : solveExchange(file)
    const seconds = { read: (read - began) / 1000, solve: (performance.now() - read) / 1000 }
    const result = resultOf(answer, seconds)
    if (asked.out === undefined) return { kind: 'done', answer: result }
    const refused = await writeAll([[asked.out, [`${JSON.stringify(result)}\n`]]])
    if (refused !== undefined) return refused
    const { cycles, certificate, ...summary } = result
    return { kind: 'done', answer: { ...summary, exchanges: cycles.length, out: asked.out } }
  },
}

function resultOf({ nothing, ...answer }: ExchangeAnswer, seconds: { read: number; solve: number }) {
  const explanation = nothing === undefined ? {} : { explanation: explanations[nothing] }
  return { ...answer, seconds, ...explanation }
}

interface Asked {
  readonly path: string
  readonly format: string | undefined
  readonly out: string | undefined
  readonly cycles: 2 | 3
  readonly seconds: number
}

function readArguments(args: readonly string[]): Asked | string {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return error instanceof Error ? error.message : 'The options could not be read.'
  }
  const { values, positionals } = parsed
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) return 'Name one file with an exchange.'
  if (values.cycles !== '2' && values.cycles !== '3')
    return `--cycles ${values.cycles}: exchanges are of two, or of two and three: --cycles 2 or 3.`
  if (values.mechanism !== 'optimal') return `--mechanism ${values.mechanism}: optimal is the only one.`
  const seconds = readSeconds(values['time-limit'])
  if (typeof seconds === 'string') return seconds
  return { path, format: values.format, out: values.out, cycles: values.cycles === '3' ? 3 : 2, seconds }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      cycles: { type: 'string', default: '2' },
      mechanism: { type: 'string', default: 'optimal' },
      'time-limit': { type: 'string', default: '60' },
      out: { type: 'string' },
    },
  })
}
