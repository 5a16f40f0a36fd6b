import { type Doc, decodeUpdate, encodeStateAsUpdate, encodeStateVector, Item, Map as YMap } from 'yjs'
import {
  type Field,
  fieldTexts,
  listOf,
  phaseIn,
  phaseLimits,
  planOf,
  textFields,
  textLimits,
  textOf,
} from './document.ts'
import { openDocument } from './document-bytes.ts'
import { mergeEdit } from './merge-edit.ts'
import type { Plan } from './plan.ts'

/** Bounds of what is taken. Texts may grow to twice what one person can type, since two may write at once. */
export const editLimits = {
  /** Bytes of one edit. */
  edit: 64 * 1024,
  /** Bytes of the whole document. */
  document: 256 * 1024,
  /** Devices (page loads in which somebody wrote) of one document. */
  writers: 2000,
  /** Letters and deletions by one device, ever. */
  clock: 5_000_000,
  /** Pieces of text (a run of letters typed in one go) of the whole document. */
  pieces: 20_000,
  /** Pieces that stand where pieces of one edit come, all together (`merge-edit.ts`); so many take some 0.1 s. */
  steps: 100_000,
} as const

export interface StoredDocument {
  /** The merged Yjs update; empty for a document in which nothing was written. */
  readonly document: Uint8Array
  /** Which person each client id of the document belongs to. */
  readonly writers: Readonly<Record<string, string>>
}

export type EditRefusal =
  /** These bytes are no edit of a document. */
  | 'malformed'
  /** The edit, the document or a text in it would be too large. */
  | 'too-long'
  /** It leans on edits that the server does not have: the device must sync. */
  | 'missing-edits'
  /** It writes in the name of another person's device. */
  | 'not-your-device'
  /** What would come out is no lesson. */
  | 'not-a-lesson'

export type TakenEdit =
  | {
      readonly ok: true
      readonly document: Uint8Array
      readonly writers: Readonly<Record<string, string>>
      readonly plan: Plan
      /** The fields that say something else now, with what they said before. */
      readonly changed: readonly { readonly field: Field; readonly before: string }[]
      /** What was new in it, for the others; null where nothing was. */
      readonly news: Uint8Array | null
    }
  | { readonly ok: false; readonly reason: EditRefusal }

/**
 * Merges an edit by `actor` into a document, in a copy; takes it only where the whole still is a lesson. Any bytes may be
 * given: what can't be read is refused, and nothing throws. `spend` is told how much work it is, in bytes of documents that
 * are opened or as long to do.
 */
export function takeEdit(
  stored: StoredDocument,
  update: Uint8Array,
  actor: string,
  spend: (work: number) => void = () => {},
): TakenEdit {
  spend(stored.document.length + update.length)
  if (update.length > editLimits.edit) return refused('too-long')
  // A copy: where the edit is refused nobody sees it again.
  const doc = openDocument(stored.document)
  try {
    const before = { bytes: encodeStateAsUpdate(doc), vector: encodeStateVector(doc), texts: fieldTexts(planOf(doc)) }
    const writers = writersOf(doc, stored.writers, update, actor)
    if (typeof writers === 'string') return refused(writers)
    const merged = mergeEdit(doc, update, editLimits.steps)
    spend(merged.steps * workOfStep)
    if (!merged.ok) return refused(merged.reason)
    const fault = faultIn(doc)
    if (fault !== null) return refused(fault)
    const document = encodeStateAsUpdate(doc)
    if (document.length > editLimits.document) return refused('too-long')
    const plan = planOf(doc)
    const texts = fieldTexts(plan)
    const fields = Object.keys(texts) as readonly Field[] // fieldTexts has exactly these keys
    const changed = fields
      .filter((field) => before.texts[field] !== texts[field])
      .map((field) => ({ field, before: before.texts[field] }))
    const news = sameBytes(document, before.bytes) ? null : encodeStateAsUpdate(doc, before.vector)
    return { ok: true, document, writers, plan, changed, news }
  } catch {
    // Yjs throws plain errors on bytes that it can't read: whatever it is, it is no edit.
    return refused('malformed')
  } finally {
    doc.destroy()
  }
}

/** A step takes about as long as so many bytes of a document. */
const workOfStep = 4

/** Whether an edit is empty: a device that only asks what it lacks. */
export function isNothing(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

const refused = (reason: EditRefusal): TakenEdit => ({ ok: false, reason })

/** The owner of every device in the document after this edit. A device that is new belongs to who sends it. */
function writersOf(
  doc: Doc,
  known: Readonly<Record<string, string>>,
  update: Uint8Array,
  actor: string,
): Readonly<Record<string, string>> | EditRefusal {
  const writers = new Map(Object.entries(known))
  const { structs } = decodeUpdate(update)
  if (piecesOf(doc) + structs.length > editLimits.pieces) return 'too-long'
  for (const { id, length } of structs) {
    const end = id.clock + length
    if (!(length >= 1) || !(end <= editLimits.clock)) return 'malformed'
    const clients = doc.store.clients.get(id.client)
    const last = clients?.at(-1)
    const stands = last === undefined ? 0 : last.id.clock + last.length
    if (end <= stands) continue
    const client = String(id.client)
    if ((writers.get(client) ?? actor) !== actor) return 'not-your-device'
    writers.set(client, actor)
  }
  return writers.size > editLimits.writers ? 'too-long' : Object.fromEntries(writers)
}

function piecesOf(doc: Doc): number {
  return [...doc.store.clients.values()].reduce((sum, pieces) => sum + pieces.length, 0)
}

/** What makes a document no lesson, or too long; null where it is one. */
function faultIn(doc: Doc): 'not-a-lesson' | 'too-long' | null {
  const names = new Set<string>([...textFields, 'phases'])
  for (const name of doc.share.keys()) if (!names.has(name)) return 'not-a-lesson'
  for (const field of textFields) {
    const fault = faultInText(textOf(doc, field), 2 * textLimits[field])
    if (fault !== null) return fault
  }
  const list = listOf(doc)
  if (hasKeys(list)) return 'not-a-lesson'
  if (list.length > 2 * phaseLimits.phases) return 'too-long'
  for (const row of list) {
    const phase = phaseIn(row)
    if (phase === null || !(row instanceof YMap) || row.size !== 3 || row._start !== null) return 'not-a-lesson'
    if (!/^[a-z0-9-]{1,40}$/.test(phase.id)) return 'not-a-lesson'
    const { minutes } = phase
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > phaseLimits.minutes) return 'not-a-lesson'
    const fault = faultInText(phase.what, 2 * phaseLimits.what)
    if (fault !== null) return fault
  }
  return null
}

type Shared = ReturnType<typeof textOf> | ReturnType<typeof listOf>

function faultInText(text: ReturnType<typeof textOf>, most: number): 'not-a-lesson' | 'too-long' | null {
  if (hasKeys(text)) return 'not-a-lesson'
  // Letters only: no formats, no pictures, nothing inside.
  for (const part of text.toDelta()) {
    if (typeof part.insert !== 'string' || part.attributes !== undefined) return 'not-a-lesson'
  }
  return text.length > most ? 'too-long' : null
}

/** Whether a text or list carries keys, which those of a lesson never do. */
function hasKeys(type: Shared): boolean {
  return [...type._map.values()].some((item) => item instanceof Item && !item.deleted)
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
