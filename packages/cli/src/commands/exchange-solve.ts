import type { ExchangeAnswer, Longest, Mechanism, MechanismAnswer, NothingBecause } from '@kantelpunt/exchange'
import type { Command } from '../command.ts'
import { formatHelp, openExchange } from '../exchange/open-exchange.ts'
import { readSeconds } from '../panels/pool-options.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'
import { writeAll } from '../tables/write-all.ts'

const explanations: Readonly<Record<NothingBecause, string>> = {
  'no-arcs': 'Nobody could come into the place of anybody.',
  'never-mutual': 'There are no two of whom each could come into the place of the other.',
  'never-a-cycle': 'There are no two or three who could take each other’s places with any worth.',
  'never-found': 'No exchange was found in the time.',
  'never-accepted': 'There is no exchange of such a length that all teachers and schools in it would take.',
  'never-worth-it': 'No exchange is worth more than none: all weights are zero or less.',
}

/** `kantelpunt exchange solve`: the best exchanges, with a proof. */
export const exchangeSolve: Command = {
  name: 'exchange solve',
  usage:
    'FILE [--format edges|arcs|kidney|json] [--cycles 2|3|any] [--mechanism optimal|priority|ttc|block] [--vacancies 3,7] [--time-limit S] [--out result.json]',
  summary: 'Finds the exchanges that are worth most together, and proves that nothing is worth more.',
  help: `
Everyone takes part in one exchange at most. What is worth nothing is left out; where no exchange is possible the list is
empty and the explanation says why. kantelpunt exchange verify checks the certificate.
${formatHelp}
  --cycles 2|3|any        exchanges of two, or of two and three, for which the file needs directions: arcs, kidney; any length
                          with ttc and block only, for which 3 is usual
  --mechanism optimal     the greatest weight together
  --mechanism priority    as many exchanges of two as there can be, in an order of priority; nobody gains by hiding whom
                          she or her school would accept
  --mechanism ttc         top trading cycles: with --cycles any no teacher gains by ranking otherwise than she means
  --mechanism block       the same, where a school only gets whom it ranks above who leaves
                          json may have "priority": [2, 0, 1] and "rankings": { "teachers": [[1, 2], …], "schools": … }:
                          best first, just the arcs out and in; a school's own number goes before who is no improvement.
                          Left out, heavier is better, and the lower number is served first
  --time-limit S          after so many seconds the best so far (60); exchanges of two never need it.
                          With three the answer has the bound that is proven by then, and the gap
  --out FILE              the result as JSON; standard output has it without cycles and certificate then
`,
  run: async (args) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') return badInput(asked)
    // Loaded before the clock starts: seconds are for the file and the market.
    const { guaranteeOf, loadSolver, solveExchange, solveMechanism, solveThrees } = await import('@kantelpunt/exchange')
    const began = performance.now()
    const file = await openExchange(asked.path, asked.format, asked.vacancies)
    if ('kind' in file) return file
    const { mechanism } = asked
    const longest = asked.cycles ?? (file.directed && isTrading(mechanism) ? 3 : 2)
    if (longest !== 2 && !file.directed)
      return badInput(`${asked.path}: edges say nothing of one direction alone; exchanges of three need arcs.`)
    const read = performance.now()
    const clock = () => performance.now()
    const solve = async () => {
      if (mechanism !== 'optimal')
        return { ...solveMechanism(file, mechanism, longest), guarantee: guaranteeOf(mechanism, longest) }
      const threes =
        longest === 3 ? solveThrees(await loadSolver(), file, { clock, timeLimit: 1000 * asked.seconds }) : undefined
      return threes?.ok ? threes.answer : solveExchange(file)
    }
    const answer = await solve()
    const seconds = { read: (read - began) / 1000, solve: (performance.now() - read) / 1000 }
    const result = resultOf(answer, seconds)
    if (asked.out === undefined) return { kind: 'done', answer: result }
    const refused = await writeAll([[asked.out, [`${JSON.stringify(result)}\n`]]])
    if (refused !== undefined) return refused
    const { cycles, certificate, ...summary } = result
    return { kind: 'done', answer: { ...summary, exchanges: cycles.length, out: asked.out } }
  },
}

function isTrading(mechanism: Mechanism): boolean {
  return mechanism === 'ttc' || mechanism === 'block'
}

function resultOf({ nothing, ...answer }: ExchangeAnswer | MechanismAnswer, seconds: { read: number; solve: number }) {
  const explanation = nothing === undefined ? {} : { explanation: explanations[nothing] }
  return { ...answer, seconds, ...explanation }
}

interface Asked {
  readonly path: string
  readonly format: string | undefined
  readonly out: string | undefined
  readonly vacancies: string | undefined
  /** Undefined where it isn't said. */
  readonly cycles: Longest | undefined
  readonly mechanism: Mechanism
  readonly seconds: number
}

const lengths: readonly Longest[] = [2, 3, 'any']
const mechanisms: readonly Mechanism[] = ['optimal', 'priority', 'ttc', 'block']

function readArguments(args: readonly string[]): Asked | string {
  const parsed = parse(args)
  if (typeof parsed === 'string') return parsed
  const { values, positionals } = parsed
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) return 'Name one file with an exchange.'
  const mechanism = mechanisms.find((one) => one === values.mechanism)
  if (mechanism === undefined) return `--mechanism ${values.mechanism} is not one of ${mechanisms.join(', ')}.`
  const cycles = lengths.find((one) => `${one}` === values.cycles)
  if (values.cycles !== undefined && cycles === undefined)
    return `--cycles ${values.cycles}: exchanges are of two, of two and three, or of any length: --cycles 2, 3 or any.`
  if (mechanism === 'optimal' && cycles === 'any')
    return '--cycles any: the greatest weight is found of exchanges of two and three only; ttc and block have any length.'
  if (mechanism === 'priority' && cycles !== undefined && cycles !== 2)
    return `--cycles ${cycles}: priority has exchanges of two only.`
  const { vacancies } = values
  if (vacancies !== undefined && mechanism !== 'optimal')
    return `--vacancies goes with --mechanism optimal: ${mechanism} has circles only.`
  const seconds = readSeconds(values['time-limit'])
  if (typeof seconds === 'string') return seconds
  return { path, format: values.format, out: values.out, vacancies, cycles, mechanism, seconds }
}

function parse(args: readonly string[]) {
  return readOptions(args, {
    format: { type: 'string' },
    vacancies: { type: 'string' },
    cycles: { type: 'string' },
    mechanism: { type: 'string', default: 'optimal' },
    'time-limit': { type: 'string', default: '60' },
    out: { type: 'string' },
  })
}
