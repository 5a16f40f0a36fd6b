import { sql } from 'kysely'
import type { Trx } from '../../platform/database/scope.ts'
import { mergeEdit } from '../../platform/journal/fields.ts'
import type { Changes } from '../../platform/journal/journal.ts'
import type { Record as RecordEntry } from '../../platform/journal/perform.ts'
import type { ActionTable, GoalTable, PlanTable, ReadingTable, SuccessTable } from './tables.ts'

/** The cards that are edited field by field, and which fields a person may write. */
export interface CardFields {
  goals: Pick<
    GoalTable,
    'effect' | 'measure' | 'out_of' | 'baseline' | 'target' | 'reason' | 'reason_from' | 'state' | 'removed_at'
  >
  actions: Pick<
    ActionTable,
    | 'description'
    | 'goal_id'
    | 'due_on'
    | 'state'
    | 'state_reason'
    | 'state_at'
    | 'owner_ids'
    | 'owner_names'
    | 'everyone'
    | 'impact'
    | 'feasibility'
    | 'removed_at'
  >
  readings: Pick<ReadingTable, 'on_date' | 'value' | 'out_of' | 'removed_at'>
  successes: Pick<SuccessTable, 'description' | 'by_name' | 'on_date' | 'removed_at'>
  plans: Pick<PlanTable, 'description' | 'week' | 'by_name' | 'removed_at'>
}

export type CardTable = keyof CardFields

/** `goals` → `goal`: how a card is named in the journal. */
export const nounOf: Readonly<Record<CardTable, string>> = {
  goals: 'goal',
  readings: 'reading',
  actions: 'action',
  successes: 'success',
  plans: 'plan',
}

/** Which board a card is on. */
export interface CardPlace {
  readonly organisationId: string
  readonly boardId: string
}

/** Who writes, when, and the id of what the write makes. */
export interface Writing {
  /** Of the operation; the card that it makes gets this id. */
  readonly id: string
  /** As in the journal: `person:<id>`. */
  readonly actor: string
  /** When the person wrote it, in ms since 1970: earlier than now where the entry waited on a device. */
  readonly writtenAt: number
}

export interface CardEdit<T extends CardTable> extends CardPlace {
  readonly id: string
  /** Only the fields that the person wrote. */
  readonly values: Partial<{ readonly [K in keyof CardFields[T]]: unknown }>
  /** When the person wrote them, in ms since 1970. */
  readonly writtenAt: number
  /** What it belongs to, where it is recorded in the history of that: `goal:<id>` for a reading. */
  readonly subject?: string
  /** Recorded besides what changed, so that the history can tell which one it was. */
  readonly context?: Changes
}

export type EditResult = { readonly ok: true } | { readonly ok: false; readonly reason: 'no-such-card' }

/** What every new card has besides what the person filled in; each field of `values` was written at that moment. */
export function newCard({ organisationId, boardId }: CardPlace, { id, actor, writtenAt }: Writing, values: object) {
  const stamps = Object.fromEntries(Object.keys(values).map((field) => [field, writtenAt]))
  return {
    organisation_id: organisationId,
    id,
    board_id: boardId,
    stamps: JSON.stringify(stamps),
    created_by: actor,
    created_at: new Date(writtenAt),
  }
}

/** The changes of a new card, for the journal; what was left empty is left out. */
export function firstChanges(values: object): Changes {
  const filled = Object.entries(values).filter(([, value]) => !isEmpty(value))
  return Object.fromEntries(filled.map(([field, value]) => [field, [null, value] as const]))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)
}

/**
 * Writes fields of a card, each unless a later edit of that field stands already (last writer wins per field). What was
 * written and what lost are both recorded: `action-edited` and `action-edit-superseded`.
 */
export async function editCard<T extends CardTable>(
  trx: Trx,
  record: RecordEntry,
  table: T,
  edit: CardEdit<T>,
): Promise<EditResult> {
  const { organisationId, boardId, id, values, writtenAt } = edit
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
  const noun = nounOf[table]
  const subject = edit.subject ?? `${noun}:${id}`
  if (Object.keys(merged.changes).length > 0) {
    record({ action: `${noun}-edited`, subject, changes: { ...edit.context, ...merged.changes } })
  }
  if (Object.keys(merged.superseded).length > 0) {
    record({ action: `${noun}-edit-superseded`, subject, changes: { ...edit.context, ...merged.superseded } })
  }
  return { ok: true }
}
