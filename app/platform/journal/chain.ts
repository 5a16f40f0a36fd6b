import { createHash } from 'node:crypto'
import type { JournalEntry } from './journal.ts'

/** The hash before the first entry of a stream. */
export const origin = '0'.repeat(64)

/** SHA-256 over the hash before and the entry in canonical form (RFC 8785: keys sorted, no white space). */
export function chainHash(previous: string, stream: string, entry: JournalEntry): string {
  const { sequence, at, actor, action, subject, changes, operation } = entry
  const text = canonical([
    previous,
    stream,
    sequence,
    at.toISOString(),
    actor,
    action,
    subject,
    changes ?? null,
    operation,
  ])
  return createHash('sha256').update(text).digest('hex')
}

export interface ChainFault {
  readonly sequence: number
  readonly reason: 'gap' | 'altered'
}

/** Checks entries of one stream, in order, from the first on. Null: every entry is where and what it was. */
export function findChainFault(
  stream: string,
  entries: readonly (JournalEntry & { readonly hash: string })[],
): ChainFault | null {
  let previous = origin
  let expected = 1
  for (const entry of entries) {
    if (entry.sequence !== expected) return { sequence: expected, reason: 'gap' }
    if (chainHash(previous, stream, entry) !== entry.hash) return { sequence: expected, reason: 'altered' }
    previous = entry.hash
    expected += 1
  }
  return null
}

/** JSON with sorted keys; what JSON leaves out (undefined) is left out. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const parts = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
  return `{${parts.join(',')}}`
}
