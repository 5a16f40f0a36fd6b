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

/** A scope as the settings of a transaction that row-level security looks at, by name. */
export function scopeSettings(scope: Scope): Readonly<Record<'role' | 'app.user_id' | 'app.organisations', string>> {
  return scope.kind === 'system'
    ? { role: 'kantelpunt_system', 'app.user_id': '', 'app.organisations': '' }
    : {
        role: 'kantelpunt_app',
        'app.user_id': scope.userId ?? '',
        'app.organisations': scope.organisationIds.join(','),
      }
}

/**
 * Runs work in one transaction, under the unprivileged role of its scope (no BYPASSRLS, tables have FORCE): row-level
 * security holds even where a handler forgets. Commits when work resolves, rolls back when it throws.
 */
export async function within<T>(db: Kysely<Schema>, scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const settings = Object.entries(scopeSettings(scope)).map(
      ([name, value]) => sql`set_config(${name}, ${value}, true)`,
    )
    await sql`select ${sql.join(settings)}`.execute(trx)
    return work(trx)
  })
}
