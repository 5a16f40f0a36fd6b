import type { Entry, EntryStorage } from './queue.ts'

/**
 * Entries of one owner (person and organisation, an opaque name) in the browser's storage. One key an entry, so that two
 * tabs never write over each other; another person on the same device reads other keys. Where the storage is full or
 * forbidden, entries stay in memory for as long as the page lives: `safe()` then says no.
 */
export function createDeviceStorage(storage: Storage | undefined, owner: string): EntryStorage & { safe(): boolean } {
  const prefix = `entry ${owner} `
  const memory = new Map<string, Entry>()
  return {
    list: () => [...stored(storage, prefix), ...memory.values()],
    put: (entry) => {
      try {
        if (storage === undefined) throw new Error('no storage')
        storage.setItem(prefix + entry.op, JSON.stringify(entry))
        memory.delete(entry.op)
      } catch {
        memory.set(entry.op, entry)
      }
    },
    remove: (op) => {
      memory.delete(op)
      storage?.removeItem(prefix + op)
    },
    safe: () => memory.size === 0,
  }
}

function stored(storage: Storage | undefined, prefix: string): readonly Entry[] {
  if (storage === undefined) return []
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return keys.filter((key) => key.startsWith(prefix)).flatMap((key) => parse(storage.getItem(key)))
}

/** Only this file writes these keys; what another version of it wrote in another shape is left alone, not lost. */
function parse(text: string | null): readonly Entry[] {
  try {
    const entry = JSON.parse(text ?? '') as Entry
    return typeof entry.op === 'string' && Array.isArray(entry.fields) ? [entry] : []
  } catch {
    return []
  }
}
