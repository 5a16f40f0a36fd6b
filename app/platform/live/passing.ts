import { sql } from 'kysely'
import type { Trx } from '../database/scope.ts'
import type { Html } from '../html/jsx-runtime.ts'
import { journalChannel } from '../journal/perform.ts'

/** A notification of PostgreSQL holds 8,000 bytes; the rest is for the names before the message. */
const mostBytes = 7_500
const mark = 'say '

/**
 * Says something to everybody who follows a stream, once this transaction is committed. It passes: it isn't kept, not sent
 * again to who was away and doesn't move the stream, so a page must be able to find out that it missed one. Returns false,
 * and says nothing, where it is larger than 7,500 bytes.
 */
export async function sayOn(trx: Trx, organisationId: string, stream: string, message: Html): Promise<boolean> {
  if (Buffer.byteLength(message.text) > mostBytes) return false
  const { channel, payload } = passingNote(organisationId, stream, message)
  await sql`select pg_notify(${channel}, ${payload})`.execute(trx)
  return true
}

/** The notification that says so, for a statement that sends it by itself. */
export function passingNote(
  organisationId: string,
  stream: string,
  message: Html,
): { readonly channel: string; readonly payload: string } {
  // On the channel of the journal, so that both arrive in the order in which they were committed.
  return { channel: journalChannel, payload: `${mark}${organisationId} ${stream} ${message.text}` }
}

/** A message that passes, and the stream (`organisation stream`) it is for; null where the payload is another one. */
export function readPassing(payload: string): { readonly key: string; readonly html: string } | null {
  if (!payload.startsWith(mark)) return null
  const [organisation = '', stream = ''] = payload.slice(mark.length, mark.length + 200).split(' ', 2)
  const key = `${organisation} ${stream}`
  return { key, html: payload.slice(mark.length + key.length + 1) }
}
