import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { migrations } from '../app/migrations.ts'
import { libraryChoices, searchLibrary } from '../app/modules/improvement/library/search-store.ts'
import { learnt, stemsOf } from '../app/modules/improvement/library/search-words.ts'
import { type Database, openDatabase } from '../app/platform/database/database.ts'
import { migrate } from '../app/platform/database/migrate.ts'
import { organisationScope, type Scope, system } from '../app/platform/database/scope.ts'
import { startPostgres } from '../tests/postgres-server.ts'
import { type Figure, report } from './house/report.ts'

/*
 * Searching a large library: 50,000 shared lessons of 500 schools (LESSONS), of which four in ten are open to all. Each has some 100
 * words out of 30,000, common ones more often (Zipf). Measured on both engines: each search 15 times, as a member of a school
 * and as anybody; and with `--plan` how PostgreSQL finds its candidates.
 */

const count = Number(process.env.LESSONS ?? 50_000)
const times = 15
const schools = 500
const seeded = random(7)
const syllables =
  'ba be bo dij fel gron ka kie lor maat men nis op plei rak ros se scha ta tij uit ver wo zaam zie'.split(' ')
const vocabulary = [
  ...'rekenen lezen taal fiets breuken kaart water proef verhaal vulkaan brug plant vergelijken bakfiets sommen'.split(
    ' ',
  ),
  ...Array.from({ length: 30_000 }, () =>
    Array.from({ length: 2 + pick(3) }, () => syllables[pick(syllables.length)]).join(''),
  ),
]
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

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function pick(most: number): number {
  return Math.floor(seeded() * most)
}

/** Words by rank: the tenth is as common as a tenth of the first. */
const word = () => vocabulary[Math.floor(vocabulary.length ** seeded()) - 1] ?? 'rekenen'
const say = (words: number) => Array.from({ length: words }, word).join(' ')

async function fill(db: Database): Promise<readonly string[]> {
  const now = new Date('2026-03-02T10:00:00Z')
  const organisations = Array.from({ length: schools }, () => ({ id: uuidv7(), team: uuidv7() }))
  const reaches = ['open', 'open', 'open', 'open', 'board', 'board', 'school', 'school', 'school', 'team'] as const
  await db.run(system, async (trx) => {
    for (const { id, team } of organisations) {
      await sql`insert into organisations (id, kind, slug, name, created_at) values (${id}, 'school', ${`s-${id}`}, 'School', ${now})`.execute(
        trx,
      )
      await sql`insert into teams (organisation_id, id, slug, name, created_at) values (${id}, ${team}, 'team', 'Team', ${now})`.execute(
        trx,
      )
    }
  })
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, index) => {
      const at = from + index
      const { id: organisation_id, team: team_id } = organisations[at % schools] ?? { id: '', team: '' }
      const [title, question] = [say(4), say(100)]
      const about = { title, subject: `Vak ${at % 20}`, year: `groep ${1 + (at % 8)}`, theme: `Thema ${at % 300}` }
      const shared_at = new Date(now.getTime() - at * 60_000)
      const reach = reaches[Math.floor(at / schools) % reaches.length]
      return {
        ...{
          organisation_id,
          id: uuidv7(),
          lesson_id: uuidv7(),
          version_id: uuidv7(),
          team_id,
          reach,
          ...about,
          shared_at,
        },
        ...{ title_stems: stemsOf(title), ...learnt(`${title} ${question}`), plan: { question } },
      }
    })
    await db.run(system, async (trx) => {
      const source = sql`json_to_recordset(${JSON.stringify(rows)}::json) as r (organisation_id uuid, id uuid, lesson_id uuid,
        version_id uuid, team_id uuid, reach text, title text, subject text, year text, theme text, shared_at timestamptz,
        title_stems text[], words text[], stems text[], plan jsonb)`
      await sql`insert into lessons (organisation_id, id, team_id, title, created_by, created_at)
        select organisation_id, lesson_id, team_id, title, 'person:x', shared_at from ${source}`.execute(trx)
      await sql`insert into shared_lessons (organisation_id, id, lesson_id, team_id, reach, board_id, edition, title, subject, year,
        theme, title_stems, words, stems, shared_by, shared_at)
        select organisation_id, id, lesson_id, team_id, reach, organisation_id, 1, title, subject, year, theme, title_stems, words, stems,
        'person:x', shared_at from ${source}`.execute(trx)
      await sql`insert into shared_editions (organisation_id, shared_id, edition, version_id, number, title, subject, year, theme, plan,
        credit, shared_by, shared_at)
        select organisation_id, id, 1, version_id, 1, title, subject, year, theme, plan, 'Team, School', 'person:x', shared_at
        from ${source}`.execute(trx)
    })
    process.stderr.write(from % 10_000 === 0 ? `${db.engine}: ${from} …\n` : '')
  }
  await db.query('vacuum analyze shared_lessons')
  await db.query('analyze')
  return organisations.map(({ id }) => id)
}

async function measure(db: Database): Promise<readonly Figure[]> {
  const [school = ''] = await fill(db)
  const figures: Figure[] = []
  const visitors: readonly (readonly [string, Scope])[] = [
    ['anybody', { kind: 'person', userId: null, organisationIds: [] }],
    ['a member', organisationScope(school, uuidv7())],
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
  if (process.argv.includes('--plan')) {
    await db.run(system, async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx)
      const { rows } = await sql<{
        'QUERY PLAN': string
      }>`explain (analyze, costs off, buffers off) with hits as materialized (
          select s.id, s.reach, s.shared_at from shared_lessons s
          where s.withdrawn_at is null and s.stems @> ${stemsOf('breuken vergelijken')}::text[])
        select id from hits where reach = 'open' order by shared_at desc limit 200`.execute(trx)
      for (const row of rows) process.stderr.write(`${row['QUERY PLAN']}\n`)
    })
  }
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
