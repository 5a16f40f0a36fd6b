import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { judgeResults, longRows, type ResultsTable, readResults } from '@kantelpunt/school-results'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { organisationScope, system } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { type LoadAnswer, loadResults } from './load-results.ts'
import { mostBytes, mostRows } from './prepare-results.ts'
import { storedRows, storedTableById } from './published-store.ts'
import { readStoredTable } from './stored-table.ts'

const header = 'PEILDATUM;INSTELLINGSCODE;VESTIGINGSCODE;INSTELLINGSNAAM_VESTIGING;'
const levels =
  'REKENEN_LAGER1F;REKENEN_1F;REKENEN_1S;REKENEN_2F;LV_LAGER1F;LV_1F;LV_2F;TV_LAGER1F;TV_1F;TV_2F;school_year'
const rows = [
  '20241001;00AP;0;De Wereld;<5;7;<5;0;0;<5;8;<5;5;5;2024-2025',
  '20231001;00AP;0;De Wereld;2;9;6;*;0;10;7;;5;12;2023-2024',
  '20241001;04LY;7;Käthe’s school;0;20;11;0;<5;20;10;1;10;20;2024-2025',
]
const text = [header + levels, ...rows].join('\r\n')
const bytesOf = (content: string) => new TextEncoder().encode(content)

onBothEngines('loading published results', [...platformMigrations, ...resultsMigrations], (database) => {
  it('keeps every number as the interval that it can be in, and gives the table back as it was read', async () => {
    const answer = await load(database(), 'levels.csv', bytesOf(text))
    expect(answer).toMatchObject({ outcome: 'loaded', file: { published_on: '2025-07-31', bytes: text.length + 3 } })
    const [kept] = await keptTables(database(), answer)
    const [read] = tablesOf(bytesOf(text))
    expect(long(kept)).toEqual(long(read))
    const masked = long(kept).filter((row) => row.endsWith(';masked'))
    expect(masked.filter((row) => row.endsWith(';1;4;masked'))).toHaveLength(5)
    expect(masked.filter((row) => row.endsWith(';0;;masked'))).toHaveLength(1)
    expect(long(kept).filter((row) => row.endsWith(';missing'))).toHaveLength(1)
  })

  it('changes nothing when the same bytes come again, under whatever name', async () => {
    const first = await load(database(), 'again.csv', bytesOf(`${text}\n`))
    const before = await counts(database())
    const second = await load(database(), 'other-name.csv', bytesOf(`${text}\n`))
    expect(second).toEqual({ outcome: 'again', file: first.file })
    expect(first.file).toMatchObject({ status: 'loaded', rows_kept: 3, rows_of: 3 })
    expect(await counts(database())).toEqual(before)
  })

  it('keeps a newer publication beside the older', async () => {
    const newer = text.replace('De Wereld;2;9', 'De Wereld;3;8')
    const answer = await load(database(), 'levels-2025-11-01.csv', bytesOf(newer))
    expect(answer).toMatchObject({ outcome: 'loaded', file: { published_on: '2025-11-01' } })
    const files = await database().run(system, (trx) =>
      trx.selectFrom('result_files').select('file_name').where('status', '=', 'loaded').execute(),
    )
    expect(files.map(({ file_name }) => file_name)).toEqual(
      expect.arrayContaining(['levels.csv', 'levels-2025-11-01.csv']),
    )
  })

  it('keeps a file out in which a school stands twice, which nothing could be judged by', async () => {
    const before = await counts(database())
    const answer = await load(database(), 'twice.csv', bytesOf(`${text}\r\n${rows[0]}\r\n${rows[1]}`))
    expect(answer).toMatchObject({
      outcome: 'refused',
      refusal: { reason: 'school-twice', line: 5, school: '00AP00', earlier: 2 },
      refused: { total: 2, rows: [{ line: 5 }, { line: 6, earlier: 3 }] },
    })
    expect(await counts(database())).toEqual({ ...before, attempts: before.attempts + 1 })
  })

  it('keeps a file out with more rows than any has', async () => {
    const before = await counts(database())
    const long = `${header}${levels}\r\n${`${rows[0]}\r\n`.repeat(mostRows + 1)}`
    expect(long.length).toBeLessThan(mostBytes)
    expect(await load(database(), 'long.csv', bytesOf(long))).toMatchObject({
      refusal: { reason: 'too-many-rows', rows: mostRows + 1, limit: mostRows },
      refused: { total: 0 },
    })
    expect(await counts(database())).toEqual({ ...before, attempts: before.attempts + 1 })
  })

  it('keeps nothing of a file with one cell that cannot be read, and says which', async () => {
    const before = await counts(database())
    const answer = await load(database(), 'broken.csv', bytesOf(text.replace(';20;11;', ';twintig;11;')))
    expect(answer).toMatchObject({
      outcome: 'refused',
      refusal: { reason: 'unreadable-number', line: 4, header: 'REKENEN_1F', text: 'twintig' },
    })
    const after = await counts(database())
    expect(after).toEqual({ ...before, attempts: before.attempts + 1 })
  })

  it('quotes the beginning only of a cell or a name without end', async () => {
    const endless = 'x'.repeat(1_000_000)
    const cell = await load(database(), 'cell.csv', bytesOf(text.replace(';20;11;', `;${endless};11;`)))
    const name = await load(database(), 'name.csv', bytesOf(`a;${endless};c\n1;2;3\n`))
    for (const answer of [cell, name]) {
      expect(answer.outcome).toBe('refused')
      expect(JSON.stringify(answer).length).toBeLessThan(5000)
    }
  })

  it('takes up a file again where a process ended halfway: embedded at once, on a server after its silence', async () => {
    const bytes = bytesOf(`${text}\n\n\n`)
    const whole = await load(database(), 'half.csv', bytes)
    const left = (minutesAgo: number) =>
      database().run(system, (trx) =>
        trx
          .updateTable('result_files')
          .set({ status: 'loading', loaded_at: new Date(Date.parse('2026-03-02T10:00:00Z') - minutesAgo * 60_000) })
          .where('sha256', '=', whole.file.sha256)
          .execute(),
      )
    await left(1)
    if (database().engine === 'postgres') {
      const free = new Date('2026-03-02T10:01:00Z')
      const busy = { outcome: 'busy', file: { id: whole.file.id }, free }
      expect(await load(database(), 'half.csv', bytes)).toMatchObject(busy)
      await left(3)
    }
    const again = await load(database(), 'half.csv', bytes)
    expect(again).toMatchObject({ outcome: 'loaded', file: { rows_kept: 3, rows_of: 3 } })
    expect(again.file.id).not.toBe(whole.file.id)
  })

  it('leaves alone what somebody else is loading, and loads it once', async () => {
    const bytes = bytesOf(`${text}\n\n\n\n`)
    const outcomes = await Promise.all(['one.csv', 'two.csv', 'three.csv'].map((name) => load(database(), name, bytes)))
    expect(outcomes.map(({ outcome }) => outcome).filter((outcome) => outcome === 'loaded')).toHaveLength(1)
    for (const { outcome } of outcomes) expect(['loaded', 'busy', 'again']).toContain(outcome)
    expect(await load(database(), 'four.csv', bytes)).toMatchObject({ outcome: 'again' })
  })

  it('refuses a day that is none or that lies ahead', async () => {
    const on = (publishedOn: string) => load(database(), 'day.csv', bytesOf(`${text}\n\n`), publishedOn)
    expect(await on('2025-02-30')).toMatchObject({ outcome: 'refused', refusal: { reason: 'day-invalid' } })
    expect(await on('2031-01-01')).toMatchObject({ outcome: 'refused', refusal: { reason: 'day-in-future' } })
  })

  it('is read by everybody and written by the system only', async () => {
    const scope = organisationScope(randomUUID())
    const seen = await database().run(scope, (trx) => trx.selectFrom('result_rows').select('brin').limit(1).execute())
    expect(seen).toHaveLength(1)
    await expect(
      database().run(scope, (trx) => trx.updateTable('result_rows').set({ low: [] }).execute()),
    ).rejects.toThrow(/permission denied/)
  })
})

const folder = join(import.meta.dirname, '../../../../../shared/data/results')

describe.skipIf(!existsSync(folder))('the files of 2023–2025 (skipped where ../shared/data/results is missing)', () => {
  onBothEngines('judged from what is kept', [...platformMigrations, ...resultsMigrations], (database) => {
    it('say the same as judged from the files', async () => {
      const names = ['inspectie/leerresultaten.ods', 'duo-2025/scores_3year.csv']
      const kept: ResultsTable[] = []
      const read: ResultsTable[] = []
      for (const name of names) {
        const bytes = await readFile(join(folder, name))
        read.push(...tablesOf(bytes))
        kept.push(...(await keptTables(database(), await load(database(), name, bytes))))
      }
      const [fromFiles, fromKept] = [judgeResults(read, { perDomain: true }), judgeResults(kept, { perDomain: true })]
      if (!fromFiles.ok || !fromKept.ok) throw new Error('not judged')
      expect(fromKept.agreement).toEqual(fromFiles.agreement)
      expect(fromKept.judgements).toEqual(fromFiles.judgements)
      expect(fromKept.perDomain?.hidden).toEqual(fromFiles.perDomain?.hidden)
      expect(fromKept.agreement.agree).toBeGreaterThan(12_000)
    }, 120_000)
  })
})

function load(db: Database, path: string, bytes: Uint8Array, publishedOn?: string): Promise<LoadAnswer> {
  const clock = () => new Date('2026-03-02T10:00:00Z')
  return loadResults(db, { path, bytes }, { publishedOn, by: null, clock, newId: randomUUID })
}

function tablesOf(bytes: Uint8Array): readonly ResultsTable[] {
  const read = readResults(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.tables
}

async function keptTables(db: Database, answer: LoadAnswer): Promise<readonly ResultsTable[]> {
  if (answer.outcome !== 'loaded') throw new Error(JSON.stringify(answer))
  return db.run(system, async (trx) => {
    const ids = await trx
      .selectFrom('result_tables')
      .select('id')
      .where('file_id', '=', answer.file.id)
      .orderBy('place')
      .execute()
    const tables: ResultsTable[] = []
    for (const { id } of ids) {
      const table = await storedTableById(trx, id)
      if (table !== undefined) tables.push(readStoredTable(table, await storedRows(trx, id, 0, table.row_count)))
    }
    return tables
  })
}

function long(table: ResultsTable | undefined): readonly string[] {
  return table === undefined ? [] : [...longRows('f', table)].map((row) => row.join(';'))
}

async function counts(db: Database) {
  return db.run(system, async (trx) => {
    const count = async (name: 'result_files' | 'result_tables' | 'result_rows') =>
      (
        await trx
          .selectFrom(name)
          .select((row) => row.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n
    return {
      attempts: await count('result_files'),
      tables: await count('result_tables'),
      rows: await count('result_rows'),
    }
  })
}
