import type { Database } from '../../../platform/database/database.ts'
import { system, type Trx } from '../../../platform/database/scope.ts'
import { type Thread, ThreadEndedError } from '../../../platform/threads/thread.ts'
import type { Job } from '../../../platform/web/module.ts'
import type { Services } from '../../../platform/web/services.ts'
import type { ResultsWork } from '../aside/results-work.ts'
import { startResultsThread } from '../aside/start-results-thread.ts'
import { makePicture } from '../picture/make-picture.ts'
import { loadPublished, type PublishedAnswer } from './load-published.ts'
import type { UploadAnswer } from './tables.ts'
import { unknownSchools } from './unknown-schools.ts'
import { findUpload, type Upload, uploadedBody } from './uploads-store.ts'

/** Loads a file that was uploaded; `data` is `{ upload }`, its id. Its page says how far it is. */
export const loadUploadJob: Job = {
  name: 'results-load-upload',
  run: (services, data) => loadUpload(services, uploadIn(data)),
}

/**
 * Loads one upload, read by a thread of its own, so that who opens a page meanwhile does not wait. Done twice it does nothing
 * the second time: the file is known by its bytes. Where the thread dies the upload is refused and nothing of it stays;
 * where it dies later, at the picture of the country, the upload says so.
 */
export async function loadUpload(
  services: Pick<Services, 'db' | 'clock' | 'newId'>,
  id: string,
  startReader: () => Thread<ResultsWork> = startResultsThread,
): Promise<void> {
  const { db } = services
  const { upload, body } = await db.run(system, async (trx) => ({
    upload: await findUpload(trx, id),
    body: await uploadedBody(trx, id),
  }))
  if (upload === undefined || body === undefined) return
  await advance(db, id, { stage: 'working' })
  const reader = startReader()
  try {
    await finish(db, id, await loadBody(services, { ...upload, body }, reader))
  } catch (error) {
    if (!(error instanceof ThreadEndedError)) throw error
    const refusal = { ok: false, reason: 'reader-died' } as const
    await finish(db, id, { outcome: 'refused', shown: { is: 'results', refusal } })
  } finally {
    await reader.end()
  }
}

interface Shown {
  readonly outcome: 'loaded' | 'again' | 'refused'
  readonly shown: UploadAnswer
}

async function loadBody(
  { db, clock, newId }: Pick<Services, 'db' | 'clock' | 'newId'>,
  upload: Upload & { readonly body: Uint8Array },
  reader: Thread<ResultsWork>,
): Promise<Shown> {
  let told: Promise<void> = Promise.resolve()
  const answer = await loadPublished(
    db,
    { path: upload.file_name, bytes: upload.body },
    {
      publishedOn: upload.published_on ?? undefined,
      source: upload.source,
      acceptClosures: upload.accept_closures,
      by: upload.uploaded_by,
      clock,
      newId,
      reader,
      progress: (done, of) => {
        told = told.then(() => advance(db, upload.id, { rows_done: done, rows_of: of }))
      },
    },
  )
  await told
  // Tried again later: whoever loads these bytes now may still fail.
  if (answer.is === 'results' && answer.outcome === 'busy') throw new Error('Somebody else is loading this file.')
  const outcome = outcomeOf(answer)
  // Also where the file was here already: whoever loaded it may have ended before the picture was made.
  const shown = await db.run(system, (trx) => answerOf(trx, answer))
  if (outcome === 'refused') return { outcome, shown }
  await advance(db, upload.id, { stage: 'picture' })
  try {
    await makePicture(db, { now: clock(), newId, reader })
  } catch (error) {
    if (!(error instanceof ThreadEndedError)) throw error
    return { outcome, shown: { ...shown, pictureFailed: true } }
  }
  return { outcome, shown }
}

async function finish(db: Database, id: string, { outcome, shown }: Shown): Promise<void> {
  await db.run(system, (trx) =>
    trx
      .updateTable('result_uploads')
      .set({ stage: 'done', body: null, outcome, answer: JSON.stringify(shown) })
      .where('id', '=', id)
      .execute(),
  )
}

async function advance(
  db: Database,
  id: string,
  to: { readonly stage?: 'working' | 'picture'; readonly rows_done?: number; readonly rows_of?: number },
): Promise<void> {
  await db.run(system, (trx) =>
    trx.updateTable('result_uploads').set(to).where('id', '=', id).where('stage', '<>', 'done').execute(),
  )
}

function outcomeOf(answer: PublishedAnswer): 'loaded' | 'again' | 'refused' {
  switch (answer.outcome) {
    case 'loaded':
    case 'imported':
      return 'loaded'
    case 'again':
      return 'again'
    case 'busy':
    case 'refused':
    case 'unreadable':
      return 'refused'
  }
}

async function answerOf(trx: Trx, answer: PublishedAnswer): Promise<UploadAnswer> {
  if (answer.is === 'norms') {
    return answer.outcome === 'refused' ? { is: 'norms', refusal: answer.refusal } : { is: 'norms', id: answer.id }
  }
  if (answer.is === 'schools') {
    const { import: done } = answer
    return done.outcome === 'unreadable'
      ? { is: 'schools', listRefusal: done.refusal }
      : { is: 'schools', importId: done.import.id }
  }
  if (answer.outcome === 'refused') return { is: 'results', refusal: answer.refusal, refused: answer.refused }
  if (answer.outcome === 'busy') return { is: 'busy' }
  const { id: fileId, rows_of: rows } = answer.file
  if (answer.outcome === 'again') return { is: 'results', fileId, kinds: [], rows }
  const kinds = [...new Set(answer.tables.map(({ table }) => table.kind))]
  return { is: 'results', fileId, kinds, rows, unknown: await unknownSchools(trx, answer.tables) }
}

function uploadIn(data: unknown): string {
  if (typeof data === 'object' && data !== null && 'upload' in data && typeof data.upload === 'string')
    return data.upload
  throw new Error('A job without an upload.')
}
