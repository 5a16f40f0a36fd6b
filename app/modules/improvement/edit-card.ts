import { sql } from 'kysely'
import type { Trx } from '../../platform/database/scope.ts'
import { mergeEdit } from '../../platform/journal/fields.ts'
import type { Record as RecordEntry } from '../../platform/journal/perform.ts'
import type { ActionTable, GoalTable, PlanTable, SuccessTable } from './tables.ts'

/** The cards that are edited field by field, and which fields a person may write. */
export interface CardFields {
  goals: Pick<GoalTable, 'effect' | 'measure' | 'out_of' | 'baseline' | 'target' | 'reason' | 'state'>
  actions: Pick<
    ActionTable,
    | 'description'
    | 'goal_id'
    | 'due_on'
    | 'state'
    | 'state_reason'
    | 'owner_ids'
    | 'owner_names'
    | 'everyone'
    | 'impact'
    | 'feasibility'
  >
  successes: Pick<SuccessTable, 'description' | 'by_name'>
  plans: Pick<PlanTable, 'description' | 'week' | 'by_name'>
}

export type CardTable = keyof CardFields

/** `goals` → `goal`: how a card is named in the journal. */
export const nounOf: Readonly<Record<CardTable, string>> = {
  goals: 'goal',
  actions: 'action',
  successes: 'success',
  plans: 'plan',
}

export interface CardEdit<T extends CardTable> {
  readonly organisationId: string
  readonly boardId: string
  readonly id: string
  /** Only the fields that the person wrote. */
  readonly values: Partial<{ readonly [K in keyof CardFields[T]]: unknown }>
  /** When the person wrote them, in ms since 1970. */
  readonly writtenAt: number
}

export type EditResult = { readonly ok: true } | { readonly ok: false; readonly reason: 'no-such-card' }

/**
 * Writes fields of a card, each unless a later edit of that field stands already (last writer wins per field). What was
 * written and what lost are both recorded: `action-edited` and `action-edit-superseded`.
 */
export async function editCard<T extends CardTable>(
  trx: Trx,
  record: RecordEntry,
  table: T,
  { organisationId, boardId, id, values, writtenAt }: CardEdit<T>,
): Promise<EditResult> {
  // Dynamic table and columns: the names come from CardFields, never from a request.
  const found = await sql<Record<string, unknown> & { stamps: Record<string, number> }>`
    select * from ${sql.table(table)}
    where organisation_id = ${organisationId} and board_id = ${boardId} and id = ${id} for update`.execute(trx)
  const current = found.rows[0]
  if (current === undefined) return { ok: false, reason: 'no-such-card' }
  const merged = mergeEdit<Record<string, unknown>>(current, current.stamps, {
    values: values as Record<string, unknown>,
    at: writtenAt,
  })
  const columns = Object.entries(merged.values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  columns.push(sql`stamps = ${JSON.stringify(merged.stamps)}::jsonb`)
  await sql`update ${sql.table(table)} set ${sql.join(columns)}
    where organisation_id = ${organisationId} and id = ${id}`.execute(trx)
  const subject = `${nounOf[table]}:${id}`
  if (Object.keys(merged.changes).length > 0) {
    record({ action: `${nounOf[table]}-edited`, subject, changes: merged.changes })
  }
  if (Object.keys(merged.superseded).length > 0) {
    record({ action: `${nounOf[table]}-edit-superseded`, subject, changes: merged.superseded })
  }
  return { ok: true }
}
