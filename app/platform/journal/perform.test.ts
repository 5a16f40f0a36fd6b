import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database/database.ts'
import { organisationScope, system } from '../database/scope.ts'
import { tenantTable } from '../database/tenant-table.ts'
import { type FreshDatabase, freshDatabase } from '../database/testing.ts'
import { organisations } from '../organisations/migrations/0001-organisations.ts'
import { findChainFault } from './chain.ts'
import { checkChains } from './check-chains.ts'
import { entriesAfter, historyOf, lastEntriesFrom, sequenceOf } from './journal-store.ts'
import { journalWorks } from './journal-works.ts'
import { journal } from './migrations/0001-journal.ts'
import { type Operation, type Performed, perform } from './perform.ts'

const school = '00000000-0000-7000-8000-000000000001'
const scope = organisationScope(school)
const at = new Date('2026-11-28T10:00:00Z')
const notes = {
  name: 'journal-test/notes',
  sql: `create table notes (organisation_id uuid not null, id int not null, words text not null,
    primary key (organisation_id, id)); ${tenantTable('notes')}`,
}

describe.each(['pglite', 'postgres'] as const)('journal (%s)', (engine) => {
  let fresh: FreshDatabase
  /** A second process on PostgreSQL; PGlite has one. */
  let other: Database
  let stream: string
  const database = () => fresh.database

  beforeAll(async () => {
    fresh = await freshDatabase(engine, [organisations, journal, notes])
    other = fresh.url === undefined ? database() : await openDatabase({ url: fresh.url, folder: '', poolSize: 5 })
    await database().run(system, (trx) =>
      sql`insert into organisations (id, kind, slug, name, created_at)
        values (${school}, 'school', 'de-wilg', 'De Wilg', ${at})`.execute(trx),
    )
  })
  afterAll(async () => {
    if (other !== database()) await other.close()
    await fresh.remove()
  })
  beforeEach(() => {
    stream = `board:${randomUUID()}`
  })

  const operation = (more: Partial<Operation> = {}): Operation => ({
    organisationId: school,
    stream,
    actor: 'person:1',
    id: randomUUID(),
    content: { words: 'hoi' },
    at,
    ...more,
  })
  const note = (wanted: Operation, words = 'hoi', db = database()): Promise<Performed<{ words: string }>> =>
    perform(db, scope, wanted, async (trx, record) => {
      await sql`insert into notes select ${school}, coalesce(max(id), 0) + 1, ${words} from notes`.execute(trx)
      record({ action: 'note-added', subject: `note:${wanted.id}`, changes: { words: [null, words] } })
      return { words }
    })
  // Outside of a scope the owner of the tables is a member of every role, and sees what any of them sees.
  const count = async (table: string, where = 'true') =>
    database().run(system, async (trx) => {
      const { rows } = await sql<{
        n: number
      }>`select count(*) as n from ${sql.table(table)} where ${sql.raw(where)}`.execute(trx)
      return Number(rows[0]?.n)
    })
  const entries = () => database().run(scope, (trx) => entriesAfter(trx, school, stream, 0, 1000))

  it('writes the rows, the entry and the remembered result together', async () => {
    const wanted = operation()
    const before = await count('notes')
    expect(await note(wanted)).toMatchObject({ result: { words: 'hoi' }, sequence: 1, repeated: false })
    expect(await entries()).toMatchObject([
      {
        sequence: 1,
        at,
        actor: 'person:1',
        action: 'note-added',
        changes: { words: [null, 'hoi'] },
        operation: wanted.id,
      },
    ])
    expect(await count('notes')).toBe(before + 1)
  })

  it('writes nothing at all when the work throws, and the operation may be tried again', async () => {
    const wanted = operation()
    const failing = perform(database(), scope, wanted, async (trx, record) => {
      await sql`insert into notes values (${school}, -1, 'half')`.execute(trx)
      record({ action: 'note-added', subject: 'note:1' })
      throw new Error('halfway')
    })
    await expect(failing).rejects.toThrow('halfway')
    expect(await entries()).toEqual([])
    expect(await count('notes', "words = 'half'")).toBe(0)
    expect(await note(wanted)).toMatchObject({ sequence: 1, repeated: false })
  })

  it('does the same operation once, and answers alike', async () => {
    const wanted = operation()
    const first = await note(wanted)
    const before = await count('notes')
    const again = await note(wanted)
    expect(again.repeated).toBe(true)
    expect(again.result).toEqual(first.result)
    expect(again.sequence).toBe(first.sequence)
    expect(again.entries).toMatchObject(JSON.parse(JSON.stringify(first.entries), revive))
    expect(await count('notes')).toBe(before)
    expect(await entries()).toHaveLength(1)
  })

  it('does an operation with the same id and other words, or of another person', async () => {
    const wanted = operation()
    await note(wanted)
    expect(await note({ ...wanted, content: { words: 'anders' } }, 'anders')).toMatchObject({
      repeated: false,
      sequence: 2,
    })
    expect(await note({ ...wanted, actor: 'person:2' })).toMatchObject({ repeated: false, sequence: 3 })
  })

  it('does an operation once that arrives on two processes at the same time', async () => {
    const wanted = operation()
    const before = await count('notes')
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) => note(wanted, 'hoi', i % 2 === 0 ? database() : other)),
    )
    expect(all.filter((each) => !each.repeated)).toHaveLength(1)
    expect(new Set(all.map((each) => each.sequence))).toEqual(new Set([1]))
    expect(await count('notes')).toBe(before + 1)
  })

  it('remembers also an operation that recorded nothing', async () => {
    const wanted = operation()
    let runs = 0
    const nothing = () =>
      perform(database(), scope, wanted, async () => {
        runs += 1
        return { ok: false, reason: 'session-closed' }
      })
    await nothing()
    expect(await nothing()).toMatchObject({
      result: { ok: false, reason: 'session-closed' },
      repeated: true,
      entries: [],
    })
    expect(runs).toBe(1)
  })

  it('numbers without gaps while many write at once, and the chain is sound', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => note(operation(), 'hoi', i % 2 === 0 ? database() : other)))
    const all = await entries()
    expect(all.map((each) => each.sequence)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    expect(findChainFault(stream, all)).toBeNull()
    expect(await database().run(scope, (trx) => sequenceOf(trx, school, stream))).toBe(40)
  })

  it('tells every process which stream has grown, after commit', async () => {
    const heard: string[] = []
    const stop = await other.listen('kantelpunt_journal', (payload) => void heard.push(payload))
    await note(operation())
    await expect.poll(() => heard).toContain(`${school} ${stream} 1`)
    await stop()
  })

  it('gives the history of one thing, and the end of a stream', async () => {
    const first = operation()
    await note(first)
    for (let i = 0; i < 4; i++) await note(operation())
    const history = await database().run(scope, (trx) => historyOf(trx, school, `note:${first.id}`))
    expect(history).toMatchObject([{ sequence: 1, subject: `note:${first.id}` }])
    const last = await lastEntriesFrom(database(), { organisationId: school, stream, from: 2, limit: 3 })
    expect(last.map((each) => each.sequence)).toEqual([3, 4, 5])
  })

  it.each([
    ['update journal set actor = $$person:9$$', /permission denied/],
    ['delete from journal', /permission denied/],
  ])('lets the app role not %s', async (statement, refusal) => {
    await note(operation())
    await expect(database().run(scope, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(refusal)
  })

  it('shows another organisation nothing', async () => {
    await note(operation())
    const stranger = organisationScope('00000000-0000-7000-8000-000000000002')
    expect(await database().run(stranger, (trx) => entriesAfter(trx, school, stream, 0, 10))).toEqual([])
    await expect(perform(database(), stranger, operation(), async () => null)).rejects.toThrow(/row-level security/)
  })

  it.each([
    ['altered', `update journal set action = 'note-burnt' where sequence = 2`, { sequence: 2, reason: 'altered' }],
    ['taken out', 'delete from journal where sequence = 2', { sequence: 2, reason: 'gap' }],
    ['cut off', 'delete from journal where sequence = 3', { sequence: 3, reason: 'cut-off' }],
  ])('finds an entry that was %s', async (_what, statement, fault) => {
    for (let i = 0; i < 3; i++) await note(operation())
    expect((await checkChains(database())).broken.filter((each) => each.stream === stream)).toEqual([])
    await database().run(system, (trx) => sql.raw(`${statement} and stream = '${stream}'`).execute(trx))
    const { broken } = await checkChains(database())
    expect(broken.filter((each) => each.stream === stream)).toEqual([{ organisationId: school, stream, ...fault }])
  })
  it('forgets at night which operations were done, but not what they did', async () => {
    const wanted = operation({ at: new Date('2026-01-01T00:00:00Z') })
    await note(wanted)
    const works = journalWorks({ db: database(), clock: () => at, broken: () => {} })
    await works.find((work) => work.name === 'forget-operations')?.run(null)
    expect(await count('operations', `id = '${wanted.id}'`)).toBe(0)
    expect(await entries()).toHaveLength(1)
  })
})

function revive(key: string, value: unknown): unknown {
  return key === 'at' && typeof value === 'string' ? new Date(value) : value
}
