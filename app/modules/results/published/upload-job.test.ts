import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { system } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { inThisThread, type Thread } from '../../../platform/threads/thread.ts'
import { type ResultsWork, resultsWork } from '../aside/results-work.ts'
import { startResultsThread } from '../aside/start-results-thread.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { newestPicture } from '../picture/picture-store.ts'
import { sampleLevels } from './sample-levels.ts'
import { loadUpload } from './upload-job.ts'
import { findUpload, keepUpload, type Upload } from './uploads-store.ts'

const now = new Date('2026-11-22T10:00:00Z')
const schools = Array.from({ length: 20 }, (_, place) => ({ code: `98${String.fromCharCode(65 + place)}A00` }))
const levels = sampleLevels(schools)
/** Three school years of each. */
const rows = schools.length * 3

onBothEngines('an upload', [...platformMigrations, ...resultsMigrations], (database) => {
  it.each(['read', 'rows'] as const)(
    'that kills its reader at “%s” is refused, and nothing of it stays',
    async (deadly) => {
      const upload = await load(database(), levels, () => dyingAt(deadly))
      expect(upload).toMatchObject({
        stage: 'done',
        outcome: 'refused',
        answer: { refusal: { reason: 'reader-died' } },
      })
      expect(await counts(database())).toEqual({ files: 0, tables: 0, rows: 0 })
    },
  )

  it.each(['takeRows', 'figures'] as const)('that kills its reader at “%s” waits for its picture', async (deadly) => {
    const upload = await load(database(), levels, () => dyingAt(deadly))
    expect(upload).toMatchObject({ stage: 'done', answer: { rows, pictureFailed: true } })
    expect(await counts(database())).toEqual({ files: 1, tables: 1, rows })
    expect(await database().run(system, newestPicture)).toBeUndefined()
  })

  it('that comes again after that is in the picture', async () => {
    expect(await load(database(), levels, startResultsThread)).toMatchObject({ outcome: 'again' })
    expect((await database().run(system, newestPicture))?.schools).toHaveLength(schools.length)
  })

  it('says the same whoever reads it', async () => {
    const answers = []
    for (const [at, start] of [startResultsThread, () => inThisThread(resultsWork())].entries()) {
      const { answer, outcome } = await load(database(), `${levels}${'\n'.repeat(at + 1)}`, start)
      if (answer === null || !('fileId' in answer)) throw new Error(JSON.stringify(answer))
      answers.push({ ...answer, outcome, fileId: '', kept: await keptRows(database(), answer.fileId) })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject({ outcome: 'loaded', rows, unknown: { total: schools.length } })
    expect(answers[0]?.kept).toHaveLength(rows)
  })
})

/** A thread that has ended when it is asked that. */
function dyingAt(deadly: keyof ResultsWork): Thread<ResultsWork> {
  const thread = startResultsThread()
  return {
    ask: (name, ...given) => {
      const before = name === deadly ? thread.end() : Promise.resolve()
      return before.then(() => thread.ask(name, ...given))
    },
    end: thread.end,
  }
}

async function load(db: Database, text: string, start: () => Thread<ResultsWork>): Promise<Upload> {
  const id = randomUUID()
  await db.run(system, (trx) =>
    keepUpload(trx, {
      id,
      fileName: 'levels.csv',
      body: new TextEncoder().encode(text),
      publishedOn: null,
      source: '',
      acceptClosures: false,
      at: now,
      by: randomUUID(),
    }),
  )
  await loadUpload({ db, clock: () => now, newId: randomUUID }, id, start)
  const upload = await db.run(system, (trx) => findUpload(trx, id))
  if (upload === undefined) throw new Error('The upload is gone.')
  return upload
}

function counts(db: Database) {
  return db.run(system, async (trx) => {
    const count = async (name: 'result_files' | 'result_tables' | 'result_rows') =>
      (await trx.selectFrom(name).selectAll().execute()).length
    return {
      files: await count('result_files'),
      tables: await count('result_tables'),
      rows: await count('result_rows'),
    }
  })
}

async function keptRows(db: Database, fileId: string) {
  const kept = await db.run(system, (trx) =>
    trx
      .selectFrom('result_rows')
      .innerJoin('result_tables', 'result_tables.id', 'result_rows.table_id')
      .select(['result_rows.place', 'line', 'brin', 'location', 'school_year', 'low', 'high'])
      .where('file_id', '=', fileId)
      .orderBy('result_rows.place')
      .execute(),
  )
  return kept
}
