import { type RawBuilder, sql } from 'kysely'

// PGlite takes a second for each MB of bytea that goes in or out as it is, on the thread that answers pages; as base64 a tenth
// of that. To PostgreSQL it makes no difference that is worth two ways.

/** Bytes for a column of bytes. */
export function bytesIn(bytes: Uint8Array): RawBuilder<Uint8Array> {
  return sql`decode(${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}, 'base64')`
}

/** A column of bytes, as the text that `bytesOf` reads; null where it is null. */
export function bytesOut(column: string): RawBuilder<string | null> {
  return sql`encode(${sql.ref(column)}, 'base64')`
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64'))
}
