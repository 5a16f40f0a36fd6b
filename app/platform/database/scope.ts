import { type Kysely, sql, type Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * On whose behalf a transaction runs. `person` sees only rows of the organisations named here and rows that are the
 * person's own, whatever the query asks; `system` sees every tenant and is for jobs, imports and sign-in only.
 */
export type Scope =
  | { readonly kind: 'person'; readonly userId: string | null; readonly organisationIds: readonly string[] }
  | { readonly kind: 'system' }

export const system: Scope = { kind: 'system' }

/** The scope of one organisation, for work that follows from it (a job, a live fragment). */
export function organisationScope(organisationId: string, userId: string | null = null): Scope {
  return { kind: 'person', userId, organisationIds: [organisationId] }
}

export type Trx = Transaction<Schema>

/**
 * Runs work in one transaction, under the unprivileged role of its scope (no BYPASSRLS, tables have FORCE): row-level
 * security holds even where a handler forgets. Commits when work resolves, rolls back when it throws.
 */
export async function within<T>(db: Kysely<Schema>, scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const userId = scope.kind === 'person' ? (scope.userId ?? '') : ''
    const organisations = scope.kind === 'person' ? scope.organisationIds.join(',') : ''
    const role = scope.kind === 'person' ? 'kantelpunt_app' : 'kantelpunt_system'
    await sql`select set_config('role', ${role}, true), set_config('app.user_id', ${userId}, true),
      set_config('app.organisations', ${organisations}, true)`.execute(trx)
    return work(trx)
  })
}
