import type { Admission } from '@kantelpunt/admission'
import { lotteryOf } from '../admissions/lottery.ts'
import { marketHelp, openMarket } from '../admissions/open-market.ts'
import { tellVerdict } from '../admissions/tell-verdict.ts'
import type { Command, Outcome } from '../command.ts'
import { readSeconds } from '../panels/pool-options.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'
import { writeAll } from '../tables/write-all.ts'

/** `kantelpunt admission solve`: seats, divided so that nobody would rather leave. */
export const admissionSolve: Command = {
  name: 'admission solve',
  usage: 'FILE.json [--ties one|most] [--exact] [--seed HEX] [--time-limit S] [--out result.json]',
  summary: 'Divides the seats of programmes so that no candidate and programme would rather have each other.',
  help: `
The answer is stable; a checker that knows nothing of how it was made has counted the blocking pairs. Exit 2: no stable
division exists, or none was found and none was proven to be impossible; the answer says which.

  --ties one          breaks ties, and gives each candidate the best place of all stable divisions of the broken ties (one)
  --ties most         fills at least two thirds of the most seats possible; without quotas, couples and two subjects
  --exact             the most seats that a stable division can fill, up to 500 candidates and without "least"
  --seed HEX          ties are broken by a lottery, one number a candidate: SHA-256 over HEX:id, low goes first; without it
                      by the order of the file
  --time-limit S      seconds for the integer programme (60)
  --out FILE          the result as JSON; standard output has it without assignments then
${marketHelp}
`,
  run: async (args) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') return badInput(asked)
    const began = performance.now()
    const market = await openMarket(asked.path)
    if ('kind' in market) return market
    const { assignmentsOf, findBlockingPairs, loadSolver, solveAdmission } = await import('@kantelpunt/admission')
    const read = performance.now()
    const lottery = asked.seed === undefined ? undefined : lotteryOf(asked.seed, market.candidates)
    const { ties, exact, seconds: limit } = asked
    const answer = await solveAdmission(market, { ties, exact, lottery, loadSolver, seconds: limit })
    const seconds = { read: (read - began) / 1000, solve: (performance.now() - read) / 1000 }
    if (!answer.ok) return explain(answer, asked.path, seconds)
    const verdict = tellVerdict(market, findBlockingPairs(market, answer.matching))
    const assignments = assignmentsOf(market, answer.matching)
    const matched = Object.keys(assignments).length
    const result = {
      candidates: market.candidates.length,
      programmes: market.programmes.length,
      matched,
      unmatched: market.candidates.length - matched,
      ...verdict,
      assignments,
      method: answer.method,
      ...(answer.method === 'integer-programme' ? { mostPossible: answer.mostPossible } : {}),
      seconds,
    }
    if (asked.out === undefined) return { kind: 'done', answer: result }
    const refused = await writeAll([[asked.out, [`${JSON.stringify(result)}\n`]]])
    if (refused !== undefined) return refused
    const { assignments: _, ...summary } = result
    return { kind: 'done', answer: { ...summary, out: asked.out } }
  },
}

const because = {
  'too-many': 'with more than 500 candidates an integer programme is not tried',
  'reserved-seats': 'with reserved seats ("least") an integer programme is not possible',
  'not-in-time': 'the integer programme was not done in time; give more with --time-limit',
  'gave-up': 'the solver of the integer programme gave up',
}

function explain(
  answer: Extract<Admission, { readonly ok: false }>,
  path: string,
  seconds: { read: number; solve: number },
): Outcome {
  const none = (message: string, exists: false | null): Outcome => ({
    kind: 'no-answer',
    message: `${path}: ${message}`,
    answer: { stable: false, exists, explanation: message, seconds },
  })
  switch (answer.reason) {
    case 'none-exists':
      return none(
        'No stable division exists: whatever the division, some candidates and programmes would rather have each other. That can be where places are wanted together.',
        false,
      )
    case 'not-found':
      return none(
        `No stable division was found, and it is not proven that none exists: ${because[answer.because]}.`,
        null,
      )
    case 'not-exact':
      return answer.because === 'not-in-time' || answer.because === 'gave-up'
        ? none(`No answer: ${because[answer.because]}.`, null)
        : badInput(`${path}: --exact: ${because[answer.because]}.`)
    case 'no-promise':
      return badInput(
        `${path}: --ties most promises two thirds without quotas, couples and two subjects only; use --exact, or --ties one.`,
      )
  }
}

interface Asked {
  readonly path: string
  readonly ties: 'one' | 'most'
  readonly exact: boolean
  readonly seed: string | undefined
  readonly seconds: number
  readonly out: string | undefined
}

function readArguments(args: readonly string[]): Asked | string {
  const parsed = parse(args)
  if (typeof parsed === 'string') return parsed
  const { values, positionals } = parsed
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) return 'Name one file with an admission.'
  const { ties, seed, exact, out } = values
  if (ties !== 'one' && ties !== 'most') return `--ties ${ties}: it is one or most.`
  if (seed !== undefined && !/^[\da-f]+$/i.test(seed)) return `--seed ${seed} is not hexadecimal.`
  const seconds = readSeconds(values['time-limit'])
  if (typeof seconds === 'string') return seconds
  return { path, ties, exact, seed, seconds, out }
}

function parse(args: readonly string[]) {
  return readOptions(args, {
    ties: { type: 'string', default: 'one' },
    exact: { type: 'boolean', default: false },
    seed: { type: 'string' },
    'time-limit': { type: 'string', default: '60' },
    out: { type: 'string' },
  })
}
