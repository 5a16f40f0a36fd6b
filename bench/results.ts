import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { migrations } from '../app/migrations.ts'
import { makePicture } from '../app/modules/results/picture/make-picture.ts'
import { loadPublished, readPublishedFile } from '../app/modules/results/published/load-published.ts'
import { openDatabase } from '../app/platform/database/database.ts'
import { migrate } from '../app/platform/database/migrate.ts'
import { importSchools } from '../app/platform/organisations/register/import-schools.ts'
import { root } from '../scripts/bundle.ts'
import { startPostgres } from '../tests/postgres-server.ts'
import { type Figure, report } from './house/report.ts'
import { cpuSeconds, type RunningServer, startServer } from './house/server.ts'

/*
 * All published files of ../shared/data/results into the database, with the picture of the country made of them; then
 * pages of schools and of two rules by 50 readers at once, each asking again as soon as it has an answer. Measured from
 * the start of a request until its last byte, on one process; the readers share the machine's cores with it. The slider
 * is asked for each of its steps for the first time, so that every rule is worked out anew.
 */

const folder = join(root, '../shared/data/results')
const readers = 50
const requests = Number(process.env.REQUESTS ?? 3000)
const env = { REQUESTS_PER_MINUTE: '1000000' }

if (!existsSync(folder)) throw new Error(`The published files are not here: ${folder}`)
const paths = (await readdir(folder, { recursive: true }))
  .filter((path) => /\.(csv|ods)$/.test(path))
  .toSorted()
  .map((path) => join(folder, path))
const registerLists = ['duo-2025/schools_raw.csv', 'duo-2025/vo_schools_raw.csv']
const figures: Figure[] = []

const postgres = await startPostgres({ durable: true })
figures.push(...(await load('PostgreSQL', { url: postgres.url }, '≤ 30')))
const onPostgres = await startServer({ databaseUrl: postgres.url, env })
figures.push(...(await read('PostgreSQL', onPostgres, '≤ 150')))
await onPostgres.stop()
await postgres.stop()
const own = await mkdtemp(join(tmpdir(), 'kantelpunt-bench-results-'))
figures.push(...(await load('PGlite', { folder: own }, '≤ 60')))
const onPglite = await startServer({ folder: own, env })
figures.push(...(await read('PGlite', onPglite, '≤ 300')))
await onPglite.stop()
await rm(own, { recursive: true, force: true })
report('results', figures)

async function load(
  engine: string,
  where: { readonly url?: string; readonly folder?: string },
  asked: string,
): Promise<readonly Figure[]> {
  const db = await openDatabase({ url: where.url, folder: where.folder ?? '' })
  await migrate(db.kysely, migrations, (text) => createHash('sha256').update(text).digest('hex'))
  const clock = () => new Date()
  // The register that pages find names, places and municipalities in; not part of what is timed.
  for (const list of registerLists) {
    const chunks = createReadStream(join(folder, list))
    const answer = await importSchools(db, { path: list, chunks }, { by: null, clock, newId: randomUUID })
    if (answer.outcome !== 'imported') throw new Error(JSON.stringify(answer))
  }
  const all = async () => {
    const start = performance.now()
    const outcomes: string[] = []
    let rows = 0
    for (const path of paths) {
      const file = await readPublishedFile(path)
      if (typeof file === 'string') throw new Error(`${path}: ${file}`)
      const answer = await loadPublished(db, file, { by: null, clock, newId: randomUUID })
      outcomes.push(answer.outcome)
      if (answer.is === 'results' && answer.outcome === 'loaded') rows += answer.file.rows_of
      process.stderr.write(`${engine}: ${path.slice(folder.length + 1)} ${answer.outcome}\n`)
    }
    const picture = await makePicture(db, { now: clock(), newId: randomUUID })
    return { seconds: (performance.now() - start) / 1000, outcomes, rows, picture }
  }
  const first = await all()
  if (first.outcomes.some((outcome) => outcome === 'refused' || outcome === 'unreadable') || !first.picture.made) {
    throw new Error(`Not everything was loaded: ${first.outcomes.join(', ')}.`)
  }
  const second = await all()
  const changed = second.outcomes.filter((outcome) => outcome !== 'again').length + (second.picture.made ? 1 : 0)
  await db.close()
  return [
    {
      figure: `${engine}: ${paths.length} files, ${first.rows} rows of results`,
      value: first.seconds,
      unit: 's',
      asked,
    },
    { figure: `${engine}: the same again`, value: second.seconds, unit: 's' },
    { figure: `${engine}: changed by that`, value: changed, unit: '', asked: '0' },
  ]
}

async function read(engine: string, server: RunningServer, asked: string): Promise<readonly Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const list = (await ask(agent, server, '/results/rules/schools.csv')).body
  const codes = [...list.matchAll(/;(\d{2}[A-Z]{2}\d{2});/g)].map(([, code]) => code ?? '')
  if (codes.length < 1000) throw new Error(`Only ${codes.length} schools in the list of two rules.`)
  const secondary = await codesIn(join(folder, 'duo-2025/vo_schools_raw.csv'))
  const page = await ask(agent, server, '/results/rules')
  await crowd(agent, server, (turn) => schoolPath(codes, turn), 300)
  // Whoever reads a secondary school first after a file was loaded waits for all of them to be read, some 0.2 s.
  await ask(agent, server, schoolPath(secondary, 0))
  const found: Figure[] = [
    { figure: `${engine}: /results/rules`, value: page.body.length / 1000, unit: 'kB' },
    { figure: `${engine}: gzipped`, value: gzipSync(page.body).length / 1000, unit: 'kB', asked: '≤ 60' },
  ]
  const slider: number[] = []
  for (let step = 0; step < 40; step++) {
    slider.push((await ask(agent, server, `/results/rules?reading=${(step + 1) / 2}`)).delay)
  }
  found.push(
    { figure: `${engine}: a step of the slider, median of ${slider.length}`, value: quantile(slider, 0.5), unit: 'ms' },
    { figure: `${engine}: slowest`, value: Math.max(...slider), unit: 'ms', asked: '≤ 200' },
  )
  for (const [name, path] of [
    ['school page', (turn: number) => schoolPath(codes, turn)],
    ['school page, beside its province', (turn: number) => `${schoolPath(codes, turn)}?weighting=any&region=province`],
    ['secondary school', (turn: number) => schoolPath(secondary, turn)],
    ['/results/rules', (turn: number) => `/results/rules?reading=${(turn % 41) / 2}`],
  ] as const) {
    const before = cpuSeconds(server.pid)
    const delays = await crowd(agent, server, path, requests)
    const cpu = (1000 * (cpuSeconds(server.pid) - before)) / delays.length
    found.push(
      { figure: `${engine}: ${name}, ${readers} readers, median`, value: quantile(delays, 0.5), unit: 'ms' },
      { figure: `${engine}: ${name}, p99`, value: quantile(delays, 0.99), unit: 'ms', asked },
      { figure: `${engine}: ${name}, CPU of the server`, value: cpu, unit: 'ms' },
    )
  }
  agent.destroy()
  return found
}

async function codesIn(path: string): Promise<readonly string[]> {
  return [...(await readFile(path, 'latin1')).matchAll(/\b\d{2}[A-Z]{2}\d{2}\b/g)].map(([code]) => code)
}

/** Schools all over the list, none a second time before all were asked. */
function schoolPath(codes: readonly string[], turn: number): string {
  return `/results/schools/${codes[(turn * 7919) % codes.length]}`
}

/** So many readers, each asking again as soon as it has its answer; how long each answer took, in ms. */
async function crowd(
  agent: Agent,
  server: RunningServer,
  pathOf: (turn: number) => string,
  times: number,
): Promise<readonly number[]> {
  const delays: number[] = []
  let turn = 0
  const reader = async () => {
    while (turn < times) {
      // As browsers do: the server packs each page.
      const { status, delay } = await ask(agent, server, pathOf(turn++), 'gzip, deflate, br')
      if (status !== 200) throw new Error(`The server answered ${status}.`)
      delays.push(delay)
    }
  }
  await Promise.all(Array.from({ length: readers }, reader))
  return delays
}

interface Answered {
  readonly status: number
  readonly body: string
  readonly delay: number
}

function ask(agent: Agent, { port }: RunningServer, path: string, encoding = 'identity'): Promise<Answered> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get(
      { agent, host: '127.0.0.1', port, path, headers: { 'accept-language': 'nl', 'accept-encoding': encoding } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 599,
            body: Buffer.concat(chunks).toString(),
            delay: performance.now() - start,
          }),
        )
      },
    ).on('error', reject)
  })
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
