import type { Algorithm, Certificate, Manipulability, PanelDistribution, Pool } from '@kantelpunt/sortition'
import type { Command, Outcome, Shell } from '../command.ts'
import { openPool } from '../panels/open-pool.ts'
import { type PoolAsked, poolHelp, poolOptions, readPoolArguments, readSeconds } from '../panels/pool-options.ts'
import { randomFrom } from '../panels/random-from.ts'
import { readDistribution } from '../panels/read-distribution.ts'
import { withRulesOf } from '../panels/result-rules.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'
import { writeAll } from '../tables/write-all.ts'

const algorithms: readonly Algorithm[] = ['leximin', 'maximin', 'nash', 'goldilocks', 'legacy']

/** `kantelpunt panel explain`: what somebody's chance was and what decided it. */
export const panelExplain: Command = {
  name: 'panel explain',
  usage: 'RESULT --quotas Q.csv --pool P.csv [--person ID] [--picture FILE] [--manipulability leximin,nash]',
  summary: 'Says what somebody’s chance was and what decided it, and how equal chances are.',
  help: `
  --person ID             what this person's chance was and what decided it, in plain sentences. Nothing in it rests on fewer
                          than five others, so that it can be given to the person
  --picture FILE          the mean chance of each group: a picture (.svg), or a page with the picture and its table (.html)
  --manipulability A,B    how much somebody could gain at most by one untrue answer, per algorithm (leximin, maximin, nash,
                          goldilocks, legacy): everything is selected again for each, so for pools of up to a few hundred
  --time-limit S          seconds for that, per algorithm (60); "tried" of "all" tells how far it came
${poolHelp.slice(1)}

What --id, --one-per, --at-most, --selected and --excluded do not say is taken from the result.
`,
  run: async (args, shell) => {
    const asked = readArguments(args)
    return typeof asked === 'string' ? badInput(asked) : explain(asked, shell)
  },
}

interface Asked {
  readonly path: string
  readonly pool: PoolAsked
  readonly person: string | undefined
  readonly picture: string | undefined
  readonly algorithms: readonly Algorithm[]
  readonly seconds: number
}

async function explain(asked: Asked, shell: Shell): Promise<Outcome> {
  const { path, person, picture } = asked
  const result = await readDistribution(path)
  if ('kind' in result) return result
  const opened = await openPool(withRulesOf(result, asked.pool).asked, result.seats, shell)
  if ('kind' in opened) return opened
  const { pool } = opened
  const { language } = asked.pool
  const read = await chancesIn(pool, result, path)
  if ('kind' in read) return read
  const { chancesByFeature, describeChance, explainChance, statisticsOf } = await import('@kantelpunt/sortition')
  const chances = pool.people.map(({ id }) => read.probabilities[id] ?? 0)
  let about: object = {}
  if (person !== undefined) {
    const found = explainChance(pool, read, person)
    if (!found.ok) return badInput(`--person: ${JSON.stringify(person)} is not in ${asked.pool.pool}.`)
    about = { person, ...found.explanation, sentences: describeChance(found.explanation, language) }
  }
  const manipulable = await Promise.all(
    asked.algorithms.map((algorithm) => gain(pool, algorithm, asked.seconds, shell)),
  )
  if (picture !== undefined) {
    const unwritten = await writeAll([[picture, [await pictureOf(pool, chances, picture, language)]]])
    if (unwritten !== undefined) return unwritten
  }
  const whole = { statistics: statisticsOf(chances), groups: chancesByFeature(pool, chances) }
  return {
    kind: 'done',
    // What goes to one person says nothing of the others.
    answer: {
      ...(person === undefined ? whole : about),
      ...(manipulable.length === 0 ? {} : { manipulability: manipulable }),
    },
  }
}

interface Chances {
  readonly probabilities: Readonly<Record<string, number>>
  readonly certificate?: Certificate
}

/** Chances as the panels give them, and the proof where there is one and it is sound. */
async function chancesIn(
  pool: Pool,
  result: PanelDistribution,
  path: string,
): Promise<Chances | Extract<Outcome, { kind: 'bad-input' }>> {
  const there = new Set(pool.people.map(({ id }) => id))
  const probabilities: Record<string, number> = Object.fromEntries(pool.people.map(({ id }) => [id, 0]))
  for (const { members, probability } of result.panels)
    for (const id of members) {
      if (!there.has(id)) return badInput(`${path}: ${JSON.stringify(id)} is not in the pool. Is --id the same?`)
      probabilities[id] = (probabilities[id] ?? 0) + probability
    }
  if (!('certificate' in result)) return { probabilities }
  const { verifyResult } = await import('@kantelpunt/sortition')
  const verdict = verifyResult(pool, result, Number.POSITIVE_INFINITY)
  if (!verdict.sound)
    return badInput(`${path}: this result is not sound, so there is nothing to explain; see kantelpunt panel verify.`)
  // A sound result has a certificate of that form: the verifier has read all of it.
  return { probabilities, certificate: result.certificate as Certificate }
}

async function gain(pool: Pool, algorithm: Algorithm, seconds: number, shell: Shell): Promise<Manipulability> {
  const { loadSolver, manipulability } = await import('@kantelpunt/sortition')
  shell.progress.write(`${algorithm}: selecting again for every untrue answer, for at most ${seconds} s…\n`)
  return manipulability(await loadSolver(), pool, {
    algorithm,
    random: () => randomFrom('00'),
    clock: () => performance.now(),
    timeLimit: 1000 * seconds,
    gap: 0.001,
  })
}

async function pictureOf(pool: Pool, chances: readonly number[], path: string, language: 'nl' | 'en'): Promise<string> {
  const { chancePicture } = await import('@kantelpunt/sortition')
  const { svg, table, title } = chancePicture(pool, chances, language)
  if (!/\.html?$/i.test(path)) return `${svg}\n`
  const style =
    ':root{color-scheme:light dark}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.45 "Atkinson Hyperlegible Next",system-ui,sans-serif}svg{display:block;width:100%;max-width:30rem;height:auto}caption{text-align:start;font-weight:700;padding-block:.5rem}table{border-collapse:collapse;width:100%}[scope=rowgroup]{padding-block-start:1.2rem}th,td{text-align:start;padding:.4rem .6rem;border-block-end:1px solid #8888;overflow-wrap:anywhere}td:nth-child(n+2),th:nth-child(n+2){overflow-wrap:normal;font-variant-numeric:tabular-nums}'
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>${svg}${table}</main></body></html>
`
}

function readArguments(args: readonly string[]): Asked | string {
  const read = readOptions(args, {
    ...poolOptions,
    person: { type: 'string' },
    picture: { type: 'string' },
    manipulability: { type: 'string' },
    'time-limit': { type: 'string', default: '60' },
  })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) return 'Name one file with the result of kantelpunt panel select.'
  const pool = readPoolArguments(values)
  if (typeof pool === 'string') return pool
  const seconds = readSeconds(values['time-limit'])
  if (typeof seconds === 'string') return seconds
  const named = values.manipulability?.split(',').map((name) => name.trim()) ?? []
  const known = algorithms.filter((algorithm) => named.includes(algorithm))
  if (known.length < new Set(named).size) return `--manipulability: name of ${algorithms.join(', ')}.`
  return { path, pool, person: values.person, picture: values.picture, algorithms: known, seconds }
}
