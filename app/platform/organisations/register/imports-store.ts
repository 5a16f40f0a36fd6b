import type { Selectable } from 'kysely'
import type { Trx } from '../../database/scope.ts'
import type { RegisterImport } from './import-schools.ts'
import type { RegisterImportTable } from './register-tables.ts'

/** An import without its report, which is large. */
export type ImportSummary = Omit<Selectable<RegisterImportTable>, 'report'>

/** The last imports and attempts, newest first. */
export async function latestImports(trx: Trx, limit: number): Promise<readonly ImportSummary[]> {
  return trx
    .selectFrom('register_imports')
    .select([
      'id',
      'status',
      'refusal',
      'file_name',
      'sha256',
      'sector',
      'encoding',
      'vintage',
      'vintage_source',
      'rows',
      'added',
      'updated',
      'unchanged',
      'refused',
      'closed',
      'reopened',
      'renamed',
      'imported_at',
      'imported_by',
    ])
    .orderBy('imported_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** One import with its report. */
export function findImport(trx: Trx, id: string): Promise<RegisterImport | undefined> {
  return trx.selectFrom('register_imports').selectAll().where('id', '=', id).executeTakeFirst()
}
