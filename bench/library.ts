import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../app/migrations.ts'
import { fillLibrary, planOfSearch } from '../app/modules/improvement/library/large-library.ts'
import { libraryChoices, searchLibrary } from '../app/modules/improvement/library/search-store.ts'
import { type Database, openDatabase } from '../app/platform/database/database.ts'
import { migrate } from '../app/platform/database/migrate.ts'
import { organisationScope, type Scope } from '../app/platform/database/scope.ts'
import { startPostgres } from '../tests/postgres-server.ts'
import { type Figure, report } from './house/report.ts'

/*
 * Searching a large library: 50,000 shared lessons of 500 schools (LESSONS), of which four in ten are open to all. Each has some 100
 * words out of 30,000, common ones more often (Zipf). Measured on both engines: each search 15 times, as a member of a school
 * and as anybody; and with `--plan` how PostgreSQL finds its candidates.
 */

const count = Number(process.env.LESSONS ?? 50_000)
const times = 15
const asked = [
  'rekenen',
  'fietsen',
  'brueken',
  'vulkannen',
  'breuken vergelijken',
  'breukensommen',
  'kwxzplt',
  'lezen taal water',
  '',
]

async function measure(db: Database): Promise<readonly Figure[]> {
  const [school = ''] = await fillLibrary(db, count)
  const figures: Figure[] = []
  const visitors: readonly (readonly [string, Scope])[] = [
    ['anybody', { kind: 'person', userId: null, organisationIds: [] }],
    ['a member', organisationScope(school, randomUUID())],
  ]
  for (const [who, scope] of visitors) {
    for (const words of asked) {
      const delays: number[] = []
      let found = 0
      for (let turn = 0; turn < times; turn++) {
        const began = performance.now()
        const all = await db.run(scope, (trx) =>
          searchLibrary(trx, { words, subject: '', year: '', theme: '', term: '' }),
        )
        delays.push(performance.now() - began)
        found = all.length
      }
      const [median] = delays.toSorted((a, b) => a - b).slice(times >> 1)
      figures.push({
        figure: `${db.engine}, ${who}: “${words}” (${found} found)`,
        value: median ?? 0,
        unit: 'ms',
        asked: db.engine === 'pglite' ? '≤ 500 ms' : '≤ 200 ms',
      })
    }
    const began = performance.now()
    await db.run(scope, libraryChoices)
    figures.push({ figure: `${db.engine}, ${who}: choices`, value: performance.now() - began, unit: 'ms' })
  }
  if (process.argv.includes('--plan')) for (const line of await planOfSearch(db)) process.stderr.write(`${line}\n`)
  return figures
}

const sum = (text: string) => createHash('sha256').update(text).digest('hex')
const figures: Figure[] = []
if (!process.argv.includes('--pglite')) {
  const postgres = await startPostgres({ durable: false })
  const db = await openDatabase({ url: postgres.url, folder: '', poolSize: 2 })
  await migrate(db.kysely, migrations, sum)
  figures.push(...(await measure(db)))
  await db.close()
  await postgres.stop()
}
if (!process.argv.includes('--postgres')) {
  const folder = await mkdtemp(join(tmpdir(), 'kantelpunt-bench-library-'))
  const db = await openDatabase({ folder })
  await migrate(db.kysely, migrations, sum)
  figures.push(...(await measure(db)))
  await db.close()
  await rm(folder, { recursive: true, force: true })
}
report('library', figures)
