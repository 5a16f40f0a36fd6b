import { fromBase64, toBase64 } from './send-edit.ts'

/**
 * What was written on this device and did not reach the server, per person and version of a lesson. Each page keeps its
 * own, since two may be open; a page that is opened takes in what earlier ones left.
 */
export interface KeptEdits {
  /** What earlier pages left. */
  readonly earlier: readonly Uint8Array[]
  /** Keeps it; null: the server has everything, also what earlier pages left. */
  keep(update: Uint8Array | null): void
}

export function keepEdits(storage: Storage | undefined, owner: string, document: string, page: number): KeptEdits {
  const start = `lesson ${owner} ${document} `
  const own = `${start}${page}`
  const left = keysOf(storage).filter((key) => key.startsWith(start) && key !== own)
  const found = left.map((key) => [key, storage?.getItem(key) ?? ''] as const)
  return {
    earlier: found.flatMap(([, text]) => (text === '' ? [] : [fromBase64(text)])),
    keep: (update) => {
      try {
        if (update !== null) {
          storage?.setItem(own, toBase64(update))
          return
        }
        storage?.removeItem(own)
        // Another page that is still open may have written more since.
        for (const [key, text] of found) if (storage?.getItem(key) === text) storage.removeItem(key)
      } catch {
        // The device is full: the page itself still has it, and says that it is not saved.
      }
    },
  }
}

function keysOf(storage: Storage | undefined): readonly string[] {
  if (storage === undefined) return []
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
}
