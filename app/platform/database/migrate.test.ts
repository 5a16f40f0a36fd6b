import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { type Migration, migrate, splitStatements } from './migrate.ts'
import { checksum, freshDatabase, onBothEngines } from './testing.ts'

const steps: readonly Migration[] = [
  { name: 'birds/1-birds', sql: 'create table birds (name text primary key);' },
  { name: 'birds/2-merel', sql: `insert into birds values ('merel; zwart'); -- a comment; with a semicolon` },
  { name: 'nests/1-nests', sql: 'create table nests (bird text references birds);' },
]

onBothEngines('migrate', [], (database) => {
  it('applies steps in their order, each once', async () => {
    const { kysely } = database()
    expect(await migrate(kysely, steps.slice(0, 2), checksum)).toEqual(['birds/1-birds', 'birds/2-merel'])
    expect(await migrate(kysely, steps, checksum)).toEqual(['nests/1-nests'])
    expect(await migrate(kysely, steps, checksum)).toEqual([])
    expect((await sql`select name from birds`.execute(kysely)).rows).toEqual([{ name: 'merel; zwart' }])
  })

  it('refuses a step that was changed after it was applied', async () => {
    const changed = steps.map((step, i) => (i === 1 ? { ...step, sql: `${step.sql} ` } : step))
    await expect(migrate(database().kysely, changed, checksum)).rejects.toThrow('Migration birds/2-merel was changed')
  })

  it('leaves nothing of a step that fails, and keeps those before it', async () => {
    const failing = [
      ...steps,
      { name: 'eggs/1-eggs', sql: 'create table eggs (id int)' },
      { name: 'eggs/2-wrong', sql: 'create table shells (id int); insert into nowhere values (1)' },
    ]
    await expect(migrate(database().kysely, failing, checksum)).rejects.toThrow('nowhere')
    const { rows } =
      await sql`select to_regclass('eggs') is not null as eggs, to_regclass('shells') is not null as shells`.execute(
        database().kysely,
      )
    expect(rows).toEqual([{ eggs: true, shells: false }])
    expect(await migrate(database().kysely, failing.slice(0, 4), checksum)).toEqual([])
  })
})

describe('migrate on a shared server', () => {
  it('lets processes that start together apply every step once between them', async () => {
    const fresh = await freshDatabase('postgres', [])
    const others = await Promise.all([1, 2, 3].map(() => openDatabase({ url: fresh.url, folder: '', poolSize: 2 })))
    try {
      const applied = await Promise.all(others.map(({ kysely }) => migrate(kysely, steps, checksum)))
      expect(applied.flat().toSorted()).toEqual(steps.map(({ name }) => name))
    } finally {
      for (const other of others) await other.close()
      await fresh.remove()
    }
  })
})

describe('splitStatements', () => {
  // Built up from pieces whose semicolons are known, so that the right answer is known without splitting.
  const plain = fc.constantFrom('select', ' ', '\n', '1', '=', '$1', 'a.b', '-', '/', '(', ')', "e'x'")
  const inner = fc.string({ unit: fc.constantFrom('a', ';', ' ', '$', '-', '/', '*', '"', "'", '\n') })
  const quoted = inner.map((text) => `'${text.replaceAll("'", "''")}'`)
  const named = inner.map((text) => `"${text.replaceAll('"', '""')}"`)
  const dollars = fc
    .tuple(
      fc.constantFrom('$$', '$body$', '$x1$'),
      inner.map((text) => text.replaceAll('$', '')),
    )
    .map(([tag, text]) => ` ${tag}${text}${tag}`)
  const lineComment = inner.map((text) => ` --${text.replaceAll('\n', '')}\n`)
  const blockComment = inner.map((text) => ` /*${text.replaceAll(/[*/]/g, '')}*/`)
  const statement = fc
    .array(fc.oneof(plain, quoted, named, dollars, lineComment, blockComment), { minLength: 1, maxLength: 8 })
    .map((pieces) => `x ${pieces.join(' ')}`)

  it('splits where a statement ends and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 5 }), (statements) => {
        expect(splitStatements(statements.join(';'))).toEqual(statements)
        expect(splitStatements(`${statements.join(';')}; \n`)).toEqual(statements)
      }),
      { numRuns: 500 },
    )
  })

  it('loses no character of a script', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ';', "'", '"', '$', '-', '/', '*', '\n') }), (script) => {
        const kept = splitStatements(script).join('').replaceAll(/[;\s]/g, '')
        expect(kept).toBe(script.replaceAll(/[;\s]/g, ''))
      }),
    )
  })
})
