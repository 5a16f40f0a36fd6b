import { applyUpdate, type Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { newDocument } from './document.ts'

/** A document as it was stored: the merged Yjs update; empty for a document in which nothing was written. */
export function openDocument(bytes: Uint8Array): Doc {
  const doc = newDocument()
  if (bytes.length > 0) applyUpdate(doc, bytes)
  return doc
}

/** All of a document, as it is stored. */
export function encodeDocument(doc: Doc): Uint8Array {
  return encodeStateAsUpdate(doc)
}

/** What a device with this state vector lacks, and where the server stands; null where the vector can't be read. */
export function answerSync(
  bytes: Uint8Array,
  vector: Uint8Array,
): { readonly update: Uint8Array; readonly vector: Uint8Array } | null {
  const doc = openDocument(bytes)
  try {
    return { update: encodeStateAsUpdate(doc, vector), vector: encodeStateVector(doc) }
  } catch {
    // Yjs throws plain errors on bytes that it can't read.
    return null
  } finally {
    doc.destroy()
  }
}
