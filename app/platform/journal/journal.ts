/** Values before and after, by field. Null before: the field was made; null after: it was cleared. */
export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>

/** One thing that happened. `action` is `<noun>-<past verb>`, `subject` is `<kind>:<id>`; no personal data in either. */
export interface Entry {
  readonly action: string
  readonly subject: string
  readonly changes?: Changes
}

/** An entry as it stands in a stream: numbered without gaps, chained to the one before. */
export interface JournalEntry extends Entry {
  readonly sequence: number
  readonly at: Date
  /** `person:<id>`, `guest:<id>` or `system`. */
  readonly actor: string
  readonly operation: string
}

export interface JournalTable {
  organisation_id: string
  stream: string
  sequence: number
  at: Date
  actor: string
  action: string
  subject: string
  changes: Changes | null
  operation: string
  hash: string
}

export interface JournalStreamTable {
  organisation_id: string
  stream: string
  sequence: number
  hash: string
}

export interface OperationTable {
  organisation_id: string
  id: string
  actor: string
  /** SHA-256 of what was sent: the same id with other words is another operation, so that no word is lost. */
  fingerprint: string
  stream: string
  sequence: number
  result: unknown
  at: Date
}

declare module '../database/schema.ts' {
  interface Schema {
    journal: JournalTable
    journal_streams: JournalStreamTable
    operations: OperationTable
  }
}
