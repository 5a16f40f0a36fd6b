import type { Selectable } from 'kysely'
import { bytesIn, bytesOf, bytesOut } from '../../../platform/database/bytes.ts'
import type { Trx } from '../../../platform/database/scope.ts'
import type { ResultFile } from './published-store.ts'
import type { ResultUploadTable } from './tables.ts'

/** An upload without the file itself. */
export type Upload = Omit<Selectable<ResultUploadTable>, 'body'>

/** One in a list, without what it came to: that may name a thousand places. */
export type ListedUpload = Omit<Upload, 'answer'>

const columns = [
  'id',
  'file_name',
  'published_on',
  'source',
  'accept_closures',
  'stage',
  'rows_done',
  'rows_of',
  'outcome',
  'uploaded_at',
  'uploaded_by',
] as const

export interface NewUpload {
  readonly id: string
  readonly fileName: string
  readonly body: Uint8Array
  readonly publishedOn: string | null
  readonly source: string
  readonly acceptClosures: boolean
  readonly at: Date
  readonly by: string
}

export async function keepUpload(trx: Trx, upload: NewUpload): Promise<void> {
  await trx
    .insertInto('result_uploads')
    .values({
      id: upload.id,
      file_name: upload.fileName,
      body: bytesIn(upload.body),
      published_on: upload.publishedOn,
      source: upload.source,
      accept_closures: upload.acceptClosures,
      stage: 'waiting',
      rows_done: 0,
      rows_of: 0,
      outcome: null,
      answer: null,
      uploaded_at: upload.at,
      uploaded_by: upload.by,
    })
    .execute()
}

export function findUpload(trx: Trx, id: string): Promise<Upload | undefined> {
  return trx
    .selectFrom('result_uploads')
    .select([...columns, 'answer'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The file of an upload; undefined once it was loaded. */
export async function uploadedBody(trx: Trx, id: string): Promise<Uint8Array | undefined> {
  const found = await trx
    .selectFrom('result_uploads')
    .select(bytesOut('body').as('body'))
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.body == null ? undefined : bytesOf(found.body)
}

/** What is being loaded or was, newest first. */
export function latestUploads(trx: Trx, limit: number): Promise<readonly ListedUpload[]> {
  return trx
    .selectFrom('result_uploads')
    .select(columns)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export interface KeptFile extends ResultFile {
  /** What its tables are, such as `reference-levels`. */
  readonly kinds: readonly string[]
  readonly first_school_year: string | null
  readonly last_school_year: string | null
}

/** Every file that counts, newest publication first. */
export async function keptFiles(trx: Trx): Promise<readonly KeptFile[]> {
  const files = await trx
    .selectFrom('result_files')
    .selectAll()
    .where('status', '=', 'loaded')
    .orderBy('published_on', 'desc')
    .orderBy('loaded_at', 'desc')
    .execute()
  const tables = await trx
    .selectFrom('result_tables')
    .select(['file_id', 'kind', 'first_school_year', 'last_school_year'])
    .execute()
  const ofFile = Map.groupBy(tables, ({ file_id }) => file_id)
  return files.map((file) => {
    const own = ofFile.get(file.id) ?? []
    const years = own
      .flatMap(({ first_school_year, last_school_year }) => [first_school_year, last_school_year])
      .filter((year) => year !== null)
      .toSorted()
    return {
      ...file,
      kinds: [...new Set(own.map(({ kind }) => kind))],
      first_school_year: years[0] ?? null,
      last_school_year: years.at(-1) ?? null,
    }
  })
}
