import { sql } from 'kysely'
import type { Trx } from '../../platform/database/scope.ts'
import type { JournalEntry } from '../../platform/journal/journal.ts'

/**
 * What ids in a history stand for, looked up when it is shown: `person:<id>` and `guest:<id>` → name, `goal:<id>` and other
 * cards → their words of today. Who has left or whose pass ended is not in it.
 */
export type Names = ReadonlyMap<string, string>

/** Looks up everybody and everything named in these entries, at once. */
export async function lookUpNames(trx: Trx, organisationId: string, entries: readonly JournalEntry[]): Promise<Names> {
  const named = new Set(entries.flatMap((entry) => [entry.actor, entry.subject, ...namedIn(entry)]))
  const idsOf = (kind: string) =>
    [...named].filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1))
  const names = new Map<string, string>()
  const keep = (kind: string, rows: readonly { readonly id: string; readonly name: string }[]) => {
    for (const { id, name } of rows) names.set(`${kind}:${id}`, name)
  }
  const people = idsOf('person')
  if (people.length > 0) {
    keep('person', await trx.selectFrom('users').select(['id', 'name']).where('id', 'in', people).execute())
  }
  for (const [kind, table, words] of wordsOf) {
    const ids = idsOf(kind)
    if (ids.length === 0) continue
    const { rows } = await sql<{ id: string; name: string }>`
      select id, ${sql.ref(words)} as name from ${sql.table(table)}
      where organisation_id = ${organisationId} and id = any (${ids}::uuid[])`.execute(trx)
    keep(kind, rows)
  }
  return names
}

/** In which table and column the words of a thing stand. */
const wordsOf = [
  ['guest', 'guests', 'name'],
  ['goal', 'goals', 'effect'],
  ['action', 'actions', 'description'],
  ['success', 'successes', 'description'],
  ['plan', 'plans', 'description'],
] as const

/** Who and what the changes of an entry name by id. */
function namedIn({ changes }: JournalEntry): readonly string[] {
  const values = (field: string) => (changes?.[field] ?? []).flat().filter((id) => typeof id === 'string')
  return [
    ...values('owner_ids').map((id) => `person:${id}`),
    ...values('writers'),
    ...values('goal_id').map((id) => `goal:${id}`),
    ...values('follows').map((id) => `action:${id}`),
  ]
}
