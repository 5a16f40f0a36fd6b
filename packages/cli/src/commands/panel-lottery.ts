import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DrawMethod, Lottery, LotteryChances, PersonalKey, Pool } from '@kantelpunt/sortition'
import type { Command, Outcome, Shell } from '../command.ts'
import { openPool } from '../panels/open-pool.ts'
import { type PoolAsked, poolOptions, readPoolArguments } from '../panels/pool-options.ts'
import { randomFrom } from '../panels/random-from.ts'
import { readDistribution } from '../panels/read-distribution.ts'
import { withRulesOf } from '../panels/result-rules.ts'
import { readOptions } from '../read-options.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'
import { writeAll } from '../tables/write-all.ts'
import { csvLines } from '../write-whole.ts'

/** `kantelpunt panel lottery`: a numbered list of panels that dice can choose from. */
export const panelLottery: Command = {
  name: 'panel lottery',
  usage: 'RESULT [--panels 1000] [--quotas Q.csv --pool P.csv] [--out lottery.json] [--page page.html] …',
  summary: 'Makes a numbered list of panels, all as likely, whose hash can be published before the draw.',
  help: `
Takes the result of kantelpunt panel select and rounds it to a list of panels in which everyone's chance stays as it was, as
nearly as can be; "largestChange" is what it changes at most, "bound" what no list of this length stays below.
  --panels N              how many panels the list has (1000)
  --draw text|digits      text: any public randomness will do, by SHA-256; digits: the digits that are drawn are the number of
                          the panel, 000 is panel 1000 (text)
  --quotas FILE --pool FILE [--id, --one-per, --at-most, --selected, --excluded: as in the result, where left out]
                          lets members be exchanged within the quotas, so that chances change less: mostly by less
                          than 1 in N
  --seed HEX              where exchanges begin (00); the same seed gives the same list
  --pseudonyms FILE       the list has pseudonyms, so that it doesn't tell who signed up; FILE gets id,key,pseudonym for each
                          person: give everyone only the own key, and never publish the file
  --secret FILE           the secret that keys are made of, at least 16 bytes; chance, where left out
  --out FILE              the lottery as JSON; on standard output where left out
  --list FILE             the text that the hash is of, for sha256sum
  --page FILE             one HTML file with which anyone can draw and check, without a server

Publish the hash, and say which randomness will count, before it is there. Then: kantelpunt panel draw.
`,
  run: async (args, shell) => {
    const asked = readArguments(args)
    return typeof asked === 'string' ? badInput(asked) : make(asked, shell)
  },
}

interface Arguments {
  readonly values: Exclude<ReturnType<typeof parse>, string>['values']
  readonly path: string
  readonly size: number
  readonly draw: DrawMethod
  readonly pool: PoolAsked | undefined
}

async function make(asked: Arguments, shell: Shell): Promise<Outcome> {
  const { values, path, size, draw } = asked
  // Before anything is written: of several files not only the first.
  for (const file of [values.out, values.list, values.page, values.pseudonyms])
    if (file !== undefined && !existsSync(dirname(file))) return badInput(`${file}: the folder is not there.`)
  const distribution = await readDistribution(path)
  if ('kind' in distribution) return distribution
  let pool: Pool | undefined
  if (asked.pool !== undefined) {
    const opened = await openPool(withRulesOf(distribution, asked.pool).asked, distribution.seats, shell)
    if ('kind' in opened) return opened
    pool = opened.pool
    const there = new Set(pool.people.map(({ id }) => id))
    const strangers = [...new Set(distribution.panels.flatMap(({ members }) => members))].filter((id) => !there.has(id))
    if (strangers.length > 0)
      return badInput(
        `${path}: ${strangers.length} people are not in ${asked.pool.pool}, such as ${JSON.stringify(strangers[0])}. Is --id the same as it was in panel select?`,
      )
  }
  const { canonicalText, lotteryOf, lotteryPage, personalKeys } = await import('@kantelpunt/sortition')
  let keys: readonly PersonalKey[] = []
  if (values.pseudonyms !== undefined) {
    const secret = values.secret === undefined ? randomBytes(32) : await readWhole(values.secret)
    if ('kind' in secret) return secret
    if (secret.length < 16) return badInput(`${values.secret}: a secret has at least 16 bytes.`)
    const onPanels = distribution.panels.flatMap(({ members }) => members)
    const ids = pool?.people.map(({ id }) => id) ?? Object.keys(distribution.probabilities ?? {})
    keys = personalKeys([...new Set([...ids, ...onPanels])], secret)
  }
  const began = performance.now()
  const { lottery, chances } = lotteryOf(distribution, {
    size,
    draw,
    random: randomFrom(values.seed.toLowerCase()),
    ...(pool === undefined ? {} : { pool }),
    ...(keys.length === 0 ? {} : { pseudonyms: new Map(keys.map(({ id, pseudonym }) => [id, pseudonym])) }),
  })
  const seconds = (performance.now() - began) / 1000
  const whole = { ...lottery, chances }
  const unwritten = await writeAll([
    ...toFile(values.out, () => [`${JSON.stringify(whole)}\n`]),
    ...toFile(values.list, () => [canonicalText(lottery)]),
    ...toFile(values.page, () => [lotteryPage(lottery)]),
    ...toFile(values.pseudonyms, () =>
      csvLines(
        ['id', 'key', 'pseudonym'],
        keys.map(({ id, key, pseudonym }) => [id, key, pseudonym]),
      ),
    ),
  ])
  if (unwritten !== undefined) return unwritten
  tell(shell, lottery, chances)
  const said = {
    panels: size,
    seats: lottery.seats,
    draw,
    pseudonyms: lottery.pseudonyms,
    hash: lottery.hash,
    ...chances,
  }
  return { kind: 'done', answer: values.out === undefined ? whole : { ...said, seconds } }
}

function toFile(
  path: string | undefined,
  pieces: () => Iterable<string>,
): readonly (readonly [string, Iterable<string>])[] {
  return path === undefined ? [] : [[path, pieces()]]
}

function tell(shell: Shell, { hash, panels }: Lottery, { largestChange, bound }: LotteryChances): void {
  const points = (chance: number) => `${(100 * chance).toFixed(3)} percentage point`
  shell.progress.write(
    `${panels.length} panels. Nobody's chance changes more than ${points(largestChange)}; no list of this length stays below ${points(bound)}.\nPublish before the draw: ${hash}\n`,
  )
}

function readArguments(args: readonly string[]): Arguments | string {
  const parsed = parse(args)
  if (typeof parsed === 'string') return parsed
  const { values, positionals } = parsed
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) return 'Name one file with the result of kantelpunt panel select.'
  const size = Number(values.panels)
  if (!(/^\d+$/.test(values.panels) && size >= 1 && size <= 100_000))
    return `--panels ${values.panels} is not a whole number from 1 to 100,000.`
  const { draw } = values
  if (draw !== 'text' && draw !== 'digits') return '--draw is text or digits.'
  if (draw === 'digits' && !/^10+$/.test(String(size))) return '--draw digits needs 10, 100, 1000, … panels.'
  if (!/^[0-9a-fA-F]+$/.test(values.seed)) return `--seed ${values.seed} is not hexadecimal.`
  if (values.secret !== undefined && values.pseudonyms === undefined) return '--secret goes with --pseudonyms FILE.'
  const wants = values.quotas !== undefined || values.pool !== undefined
  const pool = wants ? readPoolArguments(values) : undefined
  return typeof pool === 'string' ? pool : { values, path, size, draw, pool }
}

function parse(args: readonly string[]) {
  return readOptions(args, {
    ...poolOptions,
    panels: { type: 'string', default: '1000' },
    draw: { type: 'string', default: 'text' },
    seed: { type: 'string', default: '00' },
    pseudonyms: { type: 'string' },
    secret: { type: 'string' },
    out: { type: 'string' },
    list: { type: 'string' },
    page: { type: 'string' },
  })
}
