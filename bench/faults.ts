import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../scripts/bundle.ts'
import { startPostgres } from '../tests/postgres-server.ts'
import { crashRuns } from './house/crashes.ts'
import { type Figure, report } from './house/report.ts'

/*
 * What may go wrong: kill −9 of the server while people write, on both engines, and three devices offline with a seeded
 * mix of edits. Nothing that was acknowledged may be lost, nothing may double, all devices must end alike.
 * `RUNS` and `SCHEDULES` make it shorter; `SEED` starts elsewhere.
 */

const runs = Number(process.env.RUNS ?? 100)
const schedules = Number(process.env.SCHEDULES ?? 1000)
const firstSeed = Number(process.env.SEED ?? 1)

const figures: Figure[] = []
const faults: string[] = []

const folder = await mkdtemp(join(tmpdir(), 'kantelpunt-faults-'))
await crashes('PGlite', { folder })
await rm(folder, { recursive: true, force: true })
const postgres = await startPostgres({ durable: true })
await crashes('PostgreSQL', { databaseUrl: postgres.url })
await postgres.stop()
await offline()
report('faults', figures)
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length === 0 ? 0 : 1

async function crashes(
  engine: string,
  database: { readonly folder?: string; readonly databaseUrl?: string },
): Promise<void> {
  const { acknowledged, unanswered, lost, doubled } = await crashRuns(database, runs, (run) =>
    process.stderr.write(`\r${engine}: crash ${run} of ${runs}`),
  )
  process.stderr.write('\n')
  figures.push(
    { figure: `${engine}: kill −9 during writing, runs`, value: runs, unit: '' },
    { figure: `${engine}: entries acknowledged`, value: acknowledged, unit: '' },
    { figure: `${engine}: unanswered at a crash, sent again`, value: unanswered, unit: '' },
    { figure: `${engine}: acknowledged entries lost`, value: lost.length, unit: '', asked: '0' },
    { figure: `${engine}: entries doubled`, value: doubled.length, unit: '', asked: '0' },
  )
  faults.push(
    ...lost.map((entry) => `${engine}: lost ${entry}`),
    ...doubled.map((entry) => `${engine}: doubled ${entry}`),
  )
}

/** In one process with the app: bundled, because the app's pages are. */
async function offline(): Promise<void> {
  const { runOffline } = (await import(await bundle('bench/house/offline.ts'))) as typeof import('./house/offline.ts')
  const result = await runOffline(firstSeed, schedules)
  figures.push(
    { figure: 'three devices offline, schedules', value: schedules, unit: '' },
    { figure: 'cards made', value: result.cards, unit: '' },
    { figure: 'edits of fields', value: result.edits, unit: '' },
    { figure: 'schedules with a card lost, doubled or unlike', value: result.faults.length, unit: '', asked: '0' },
  )
  faults.push(...result.faults)
}
