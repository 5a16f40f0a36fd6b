import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../app/platform/database/database.ts'
import { migrate } from '../app/platform/database/migrate.ts'
import { organisations } from '../app/platform/organisations/migrations/0001-organisations.ts'
import { schoolRegister } from '../app/platform/organisations/migrations/0002-school-register.ts'
import { importSchools } from '../app/platform/organisations/register/import-schools.ts'
import { searchSchools } from '../app/platform/organisations/register/search-schools.ts'
import { root } from '../scripts/bundle.ts'
import { startPostgres } from '../tests/postgres-server.ts'
import { type Figure, report } from './house/report.ts'

/*
 * How long DUO's four real lists take to import and how long a search in the register takes, as a visitor, query and
 * transaction included, on both engines. Needs the lists in ../shared/data/results; says so where they are missing.
 */

const folder = join(root, '../shared/data/results')
const files = [
  'duo-2019/alle-vestigingen-bo.csv',
  'duo-2019/alle-vestigingen-vo.csv',
  'duo-2025/schools_raw.csv',
  'duo-2025/vo_schools_raw.csv',
]
const searches = [
  'basischool groninge',
  'willem lodewijk gimnasium',
  'cbs de regenboog',
  'den haag lyceum',
  'deregenboog amersfoort',
  '04LY',
  'vmbo vlieland',
  'openbare scholengemeenschap voor lyceum havo mavo vbo lwoo',
  'st josef',
  'skoalle waldiik',
]
const visitor = { kind: 'person', userId: null, organisationIds: [] } as const

if (!existsSync(folder)) throw new Error(`DUO's lists are not here: ${folder}`)
const postgres = await startPostgres({ durable: true })
const figures: Figure[] = []
for (const [engine, url] of [
  ['pglite', undefined],
  ['postgres', postgres.url],
] as const) {
  const db = await openDatabase({ url, folder: 'memory://' })
  await migrate(db.kysely, [organisations, schoolRegister], (text) => createHash('sha256').update(text).digest('hex'))
  const imported = performance.now()
  let count = 0
  for (const file of files) {
    const chunks = createReadStream(join(folder, file))
    const answer = await importSchools(
      db,
      { path: file, chunks },
      { by: null, clock: () => new Date(), newId: randomUUID },
    )
    if (answer.outcome !== 'imported') throw new Error(JSON.stringify(answer))
    count += answer.import.rows
  }
  const importSeconds = (performance.now() - imported) / 1000
  const search = async (text: string) => {
    const start = performance.now()
    await db.run(visitor, (trx) => searchSchools(trx, text))
    return performance.now() - start
  }
  const first = await search('school')
  const times: number[] = []
  for (let round = 0; round < 20; round++) for (const text of searches) times.push(await search(text))
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  figures.push(
    { figure: `${engine}: import of ${count} rows in ${files.length} files`, value: importSeconds, unit: 's' },
    { figure: `${engine}: first search, which makes the index`, value: first, unit: 'ms' },
    { figure: `${engine}: search, median of ${times.length}`, value: at(0.5), unit: 'ms' },
    { figure: `${engine}: search, p95`, value: at(0.95), unit: 'ms', asked: '≤ 50 ms' },
  )
  await db.close()
}
await postgres.stop()
report('schools', figures)
