import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../../platform/database/database.ts'
import { system } from '../../../platform/database/scope.ts'
import { learnt, stemsOf } from './search-words.ts'

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

/** Fills an empty database with so many shared lessons, for `bench/library.ts`. Returns the ids of the schools. */
export async function fillLibrary(db: Database, count: number): Promise<readonly string[]> {
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

/** How PostgreSQL finds the candidates of a search, line by line. */
export async function planOfSearch(db: Database): Promise<readonly string[]> {
  return db.run(system, async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    const { rows } = await sql<{
      'QUERY PLAN': string
    }>`explain (analyze, costs off, buffers off) with hits as materialized (
          select s.id, s.reach, s.shared_at from shared_lessons s
          where s.withdrawn_at is null and s.stems @> ${stemsOf('breuken vergelijken')}::text[])
        select id from hits where reach = 'open' order by shared_at desc limit 200`.execute(trx)
    return rows.map((row) => row['QUERY PLAN'])
  })
}
