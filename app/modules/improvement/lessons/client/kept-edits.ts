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
  /** Whether all that was given to keep last lies on the device, so that this page may go. */
  isSafe(): boolean
}

export function keepEdits(storage: Storage | undefined, owner: string, document: string, page: number): KeptEdits {
  const start = `lesson ${owner} ${document} `
  const own = `${start}${page}`
  const left = keysOf(storage).filter((key) => key.startsWith(start) && key !== own)
  const found = left.map((key) => [key, storage?.getItem(key) ?? ''] as const)
  let isSafe = true
  return {
    isSafe: () => isSafe,
    earlier: found.flatMap(([, text]) => (text === '' ? [] : [fromBase64(text)])),
    keep: (update) => {
      try {
        if (update !== null) {
          isSafe = false
          storage?.setItem(own, toBase64(update))
          isSafe = storage !== undefined
          return
        }
        isSafe = true
        storage?.removeItem(own)
        // Another page that is still open may have written more since.
        for (const [key, text] of found) if (storage?.getItem(key) === text) storage.removeItem(key)
      } catch {
        // The device is full: the page itself still has it, and says that it is not saved.
      }
    },
  }
}

/** What lies on the device for another version of a lesson than the one that can be written in. */
export interface LeftEdits {
  readonly number: number
  readonly updates: readonly Uint8Array[]
  forget(): void
}

/** By version. `address`: of the lesson's edits; `open`: the version that can be written in, null: none. */
export function leftEdits(
  storage: Storage | undefined,
  owner: string,
  address: string,
  open: number | null,
): LeftEdits[] {
  const pattern = /^version-(\d+)(.*) \d+$/
  const byVersion = new Map<number, string[]>()
  for (const key of keysOf(storage)) {
    const start = `lesson ${owner} `
    const [, version, at] = key.startsWith(start) ? (pattern.exec(key.slice(start.length)) ?? []) : []
    const number = Number(version)
    if (at === address && number !== open) byVersion.set(number, [...(byVersion.get(number) ?? []), key])
  }
  return [...byVersion].map(([number, keys]) => ({
    number,
    updates: keys.map((key) => fromBase64(storage?.getItem(key) ?? '')),
    forget: () => {
      for (const key of keys) storage?.removeItem(key)
    },
  }))
}

/** The browser's storage, or nothing where it is switched off (then reading the property throws). */
export function deviceStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

function keysOf(storage: Storage | undefined): readonly string[] {
  if (storage === undefined) return []
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
}
