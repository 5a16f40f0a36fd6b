import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { migrations } from '../app/migrations.ts'
import { newestPicture } from '../app/modules/results/picture/picture-store.ts'
import { loadUpload } from '../app/modules/results/published/upload-job.ts'
import { findUpload, keepUpload } from '../app/modules/results/published/uploads-store.ts'
import { type Database, openDatabase } from '../app/platform/database/database.ts'
import { migrate } from '../app/platform/database/migrate.ts'
import { system } from '../app/platform/database/scope.ts'
import { root } from '../scripts/bundle.ts'
import { startPostgres } from '../tests/postgres-server.ts'
import { type Figure, report } from './house/report.ts'

/*
 * How long others wait while an uploaded file is loaded and the picture of the country made of it: the longest that the
 * thread of the server was held, and the longest that somebody waited who asked the database something every 20 ms, as each
 * page does.
 */

const folder = join(root, '../shared/data/results')
const names = ['duo-2025/scores_3year.csv', 'inspectie/schoolweging.ods', 'inspectie/leerresultaten.ods']
if (!existsSync(folder)) throw new Error(`The published files are not here: ${folder}`)

const figures: Figure[] = []
const postgres = await startPostgres({ durable: true })
figures.push(...(await beside('PostgreSQL', { url: postgres.url })))
await postgres.stop()
const own = await mkdtemp(join(tmpdir(), 'kantelpunt-bench-beside-'))
figures.push(...(await beside('PGlite', { folder: own })))
await rm(own, { recursive: true, force: true })
report('results-beside', figures)

async function beside(engine: string, where: { readonly url?: string; readonly folder?: string }) {
  const db = await openDatabase({ url: where.url, folder: where.folder ?? '' })
  await migrate(db.kysely, migrations, (text) => createHash('sha256').update(text).digest('hex'))
  const found: Figure[] = []
  for (const name of names) {
    const held = monitorEventLoopDelay({ resolution: 5 })
    held.enable()
    const waits = { stopped: false, longest: 0 }
    const asking = askOn(db, waits)
    const start = performance.now()
    await load(db, name)
    const seconds = (performance.now() - start) / 1000
    waits.stopped = true
    await asking
    const file = `${engine}: ${basename(name)}`
    found.push({ figure: `${file}, loaded`, value: seconds, unit: 's' })
    found.push({ figure: `${file}, server held`, value: held.max / 1e6, unit: 'ms', asked: '≤ 150' })
    found.push({ figure: `${file}, longest wait`, value: waits.longest, unit: 'ms', asked: '≤ 150' })
  }
  await db.close()
  return found
}

async function askOn(db: Database, waits: { stopped: boolean; longest: number }): Promise<void> {
  while (!waits.stopped) {
    const start = performance.now()
    await db.run(system, newestPicture)
    waits.longest = Math.max(waits.longest, performance.now() - start)
    await pause(20)
  }
}

async function load(db: Database, name: string): Promise<void> {
  const id = randomUUID()
  const body = await readFile(join(folder, name))
  const rest = { publishedOn: null, source: '', acceptClosures: false, at: new Date(), by: randomUUID() }
  await db.run(system, (trx) => keepUpload(trx, { id, fileName: basename(name), body, ...rest }))
  await loadUpload({ db, clock: () => new Date(), newId: randomUUID }, id)
  const upload = await db.run(system, (trx) => findUpload(trx, id))
  if (upload?.outcome !== 'loaded') throw new Error(`${name}: ${JSON.stringify(upload)}`)
}
