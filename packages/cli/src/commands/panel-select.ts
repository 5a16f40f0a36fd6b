import { randomBytes } from 'node:crypto'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Algorithm, Pool, Progress, Selection } from '@kantelpunt/sortition'
import type { Command, Outcome, Shell } from '../command.ts'
import { openPool } from '../panels/open-pool.ts'
import {
  type PoolAsked,
  poolHelp,
  poolOptions,
  readPoolArguments,
  readSeats,
  readSeconds,
} from '../panels/pool-options.ts'
import type { ResultRules } from '../panels/result-rules.ts'
import { selectInWorker } from '../panels/select-in-worker.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'
import { writeAll } from '../tables/write-all.ts'
import { outcomeOf } from './panel-check.ts'

const algorithms: readonly Algorithm[] = ['leximin', 'maximin', 'nash', 'goldilocks', 'legacy']

/** `kantelpunt panel select`: panels with probabilities that give everyone as fair a chance as the quotas allow, proven. */
export const panelSelect: Command = {
  name: 'panel select',
  usage:
    '--quotas Q.csv --pool P.csv --seats K [--algorithm leximin] [--id COLUMN] [--one-per address,zip] --out result.json',
  summary: 'Works out everyone’s chance of a place on a panel that keeps all quotas, as fair as can be, with a proof.',
  help: `
Writes panels with probabilities, everyone's probability, figures, and a certificate that kantelpunt panel verify checks. Nobody
is drawn yet: that is for kantelpunt panel lottery and panel draw. Without --out the result is on standard output. Exit 2:
no panel keeps the quotas; the answer tells which conflict and what would help, as kantelpunt panel check does.
  --seats K               how many seats the panel has
  --algorithm NAME        leximin: the smallest chance as large as can be, then the next, and so on (where left out)
                          maximin: the smallest chance as large as can be; nash: the greatest geometric mean;
                          goldilocks: neither high nor low chances; legacy: the naive way, to compare with
  --seed HEX              random numbers begin here; the same seed gives the same result (chance, where left out)
  --time-limit S          after so many seconds the best so far, with the gap that is proven (900)
  --gap G                 how near to the best is near enough, in probability (0.001)${poolHelp}
  --out FILE              the result as JSON; standard output has a summary then

Control-C ends the search with the best so far.
`,
  run: async (args, shell) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') return badInput(asked)
    // Before, rather than after, ten minutes of work.
    if (asked.out !== undefined && !(await isThere(dirname(asked.out))))
      return badInput(`${asked.out}: the folder is not there.`)
    const opened = await openPool(asked.pool, asked.seats, shell)
    if ('kind' in opened) return opened
    const { pool, said } = opened
    const start = performance.now()
    const { algorithm, seed, gap } = asked
    const task = { pool, seed, algorithm, gap, timeLimit: asked.seconds * 1000 }
    const answer = await selectInWorker(task, tellProgress(shell, pool), () =>
      shell.progress.write('\nStopping with the best so far…\n'),
    )
    const seconds = (performance.now() - start) / 1000
    if (answer.ok) return finish(asked, pool, answer.selection, said, seconds, shell)
    if (answer.reason === 'no-time')
      return { kind: 'no-answer', message: 'No panel was found in the time given. Give it more: --time-limit 3600' }
    const { found, sentences } = await check(asked, pool, 60)
    return outcomeOf(found, pool, sentences, said)
  },
}

/** What `kantelpunt panel check` would find, and its sentences. */
async function check({ pool: { language }, seconds }: Asked, pool: Pool, atMost: number) {
  const { checkPool, describeCheck, loadSolver } = await import('@kantelpunt/sortition')
  const options = { clock: () => performance.now(), timeLimit: 1000 * Math.min(atMost, seconds) }
  const found = checkPool(await loadSolver(), pool, options)
  return { found, sentences: describeCheck(found, pool, language) }
}

async function finish(
  asked: Asked,
  pool: Pool,
  selection: Selection,
  said: readonly string[],
  seconds: number,
  shell: Shell,
): Promise<Outcome> {
  const { resultOf, verifyResult } = await import('@kantelpunt/sortition')
  const made = resultOf(pool, selection, seconds)
  const verdict = verifyResult(pool, made)
  if (!verdict.sound) throw new Error(`The result is not sound: ${JSON.stringify(verdict.why)}`)
  const { id, onePer, atMostPer } = asked.pool
  const idsOf = (places: readonly number[]) => places.map((place) => pool.people[place]?.id ?? '')
  const rules: ResultRules = {
    id: id ?? null,
    onePer,
    atMostPer,
    selected: idsOf(pool.selected),
    excluded: idsOf(pool.excluded),
  }
  const result = { ...made, rules, seed: asked.seed }
  if (asked.out === undefined) return { kind: 'done', answer: result }
  const unwritten = await writeAll([[asked.out, [`${JSON.stringify(result)}\n`]]])
  if (unwritten !== undefined) return unwritten
  if (made.certificate.impossible.length > 0) {
    // Quotas that leave someone out altogether are seldom meant to.
    const { sentences } = await check(asked, pool, 20)
    for (const sentence of sentences) shell.progress.write(`${sentence}\n`)
  }
  const answer = {
    algorithm: made.algorithm,
    seats: made.seats,
    pool: made.pool,
    panels: made.panels.length,
    statistics: made.statistics,
    gap: verdict.gap,
    complete: selection.complete,
    stages: made.certificate.stages.length,
    impossible: made.certificate.impossible.length,
    seconds,
    seed: asked.seed,
    notes: said,
    out: asked.out,
  }
  return { kind: 'done', answer }
}

/** At most one line a second: what is reached, and how far that can be from the best. */
function tellProgress(shell: Shell, pool: Pool): (progress: Progress) => void {
  let told = performance.now()
  return ({ stage, settled, panels, value, bound }) => {
    if (performance.now() - told < 1000) return
    told = performance.now()
    shell.progress.write(
      `stage ${stage}: ${settled} of ${pool.people.length} settled, ${panels} panels, ${value.toFixed(5)} of at most ${bound.toFixed(5)}, gap ${Math.abs(bound - value).toFixed(5)}\n`,
    )
  }
}

interface Asked {
  readonly pool: PoolAsked
  readonly seats: number
  readonly algorithm: Algorithm
  readonly seed: string
  readonly seconds: number
  readonly gap: number
  readonly out: string | undefined
}

function readArguments(args: readonly string[]): Asked | string {
  const read = readOptions(args, {
    ...poolOptions,
    seats: { type: 'string' },
    algorithm: { type: 'string', default: 'leximin' },
    seed: { type: 'string' },
    'time-limit': { type: 'string', default: '900' },
    gap: { type: 'string', default: '0.001' },
    out: { type: 'string' },
  })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  if (positionals.length > 0) return `${positionals[0]}: this command takes options only.`
  const pool = readPoolArguments(values)
  if (typeof pool === 'string') return pool
  const seats = readSeats(values.seats)
  if (typeof seats === 'string') return seats
  const seconds = readSeconds(values['time-limit'])
  if (typeof seconds === 'string') return seconds
  const algorithm = algorithms.find((name) => name === values.algorithm)
  if (algorithm === undefined) return `--algorithm is ${algorithms.join(', ')}; not ${values.algorithm}.`
  const seed = values.seed ?? randomBytes(16).toString('hex')
  if (!/^[0-9a-f]+$/i.test(seed)) return `--seed ${seed} is not hexadecimal: digits and the letters a to f.`
  const gap = Number(values.gap)
  if (!(gap >= 0 && gap < 1)) return `--gap ${values.gap} is not a number from 0 to 1.`
  return { pool, seats, algorithm, seed: seed.toLowerCase(), seconds, gap, out: values.out }
}

async function isThere(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  )
}
