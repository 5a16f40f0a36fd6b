import type { Trx } from '../../platform/database/scope.ts'
import type { JournalEntry } from '../../platform/journal/journal.ts'

/** Names of who did something and of who is named in what changed, looked up when it is shown: `person:<id>` → name. */
export type Names = ReadonlyMap<string, string>

/** Looks up everybody in these entries, at once. Who has left or whose pass ended is not in the map. */
export async function lookUpNames(trx: Trx, organisationId: string, entries: readonly JournalEntry[]): Promise<Names> {
  const actors = new Set(entries.map((entry) => entry.actor))
  for (const { changes } of entries) {
    for (const owners of changes?.owner_ids ?? []) {
      if (Array.isArray(owners)) for (const id of owners) actors.add(`person:${id}`)
    }
  }
  const idsOf = (kind: string) =>
    [...actors].filter((actor) => actor.startsWith(`${kind}:`)).map((actor) => actor.slice(kind.length + 1))
  const people = idsOf('person')
  const guests = idsOf('guest')
  const names = new Map<string, string>()
  if (people.length > 0) {
    const rows = await trx.selectFrom('users').select(['id', 'name']).where('id', 'in', people).execute()
    for (const { id, name } of rows) names.set(`person:${id}`, name)
  }
  if (guests.length > 0) {
    const rows = await trx
      .selectFrom('guests')
      .select(['id', 'name'])
      .where('organisation_id', '=', organisationId)
      .where('id', 'in', guests)
      .execute()
    for (const { id, name } of rows) names.set(`guest:${id}`, name)
  }
  return names
}
