import { applyUpdate, type Doc, decodeStateVector, encodeStateAsUpdate, encodeStateVector, parseUpdateMeta } from 'yjs'

/**
 * Keeps the document of a device and that of the server the same. What is written here waits on the device until the
 * server has it. One exchange does both ways: up goes what the server lacks by what was last known of it, down comes what
 * this device lacks; so a lost answer, a missed message and a week without connection are all the same case. Network,
 * storage and clock are given, so that every order of events can be tried.
 */

/** What goes up: an edit, and the state vector of the device. */
export interface SyncRequest {
  readonly update: Uint8Array
  readonly vector: Uint8Array
}

export type SyncAnswer =
  /** The server has it. `edits` is the number of its last edit, `update` what this device lacked. */
  | { readonly kind: 'done'; readonly edits: number; readonly vector: Uint8Array; readonly update: Uint8Array }
  /** It will not take this, and says why. What is written next is tried together with it. */
  | { readonly kind: 'refused'; readonly words: string }
  /** This version does not change any more: it was taught, or there is a next one. */
  | { readonly kind: 'closed'; readonly words: string }
  /** `gone`: this person can no longer write here. */
  | { readonly kind: 'signed-out' | 'gone' }
  | { readonly kind: 'unreachable' }

/** An edit as it comes by on the live stream. */
export interface Heard {
  /** Edits are numbered by the server, without gaps. */
  readonly number: number
  /** Null where it was too large to come by: then it is fetched. */
  readonly update: Uint8Array | null
}

export type SyncState =
  | { readonly kind: 'saved' | 'saving' | 'waiting' | 'signed-out' | 'gone' }
  | { readonly kind: 'refused' | 'closed'; readonly words: string }

export interface SyncPorts {
  /** Never rejects. */
  readonly send: (request: SyncRequest) => Promise<SyncAnswer>
  /** Keeps what the server does not have yet, for when this page is gone; null: nothing. */
  readonly keep: (update: Uint8Array | null) => void
  readonly later: (work: () => void, ms: number) => void
  readonly changed: (state: SyncState) => void
}

export interface DocumentSync {
  /** Takes in an edit that came by. */
  hear(heard: Heard): void
  /** Asks and tells at once: the connection is back, or a message may have been missed. */
  wake(): void
  stop(): void
}

/** The origin of changes that came from the server. */
export const fromServer = 'server'
/** Letters that are typed within this time go together. */
const gatherMs = 400
const firstPauseMs = 500
const longestPauseMs = 30_000
/** An update in which nothing is: no letters, no deletions. */
const nothing = new Uint8Array([0, 0])

/** `doc` and `edits` are as the server gave them with the page; `kept` is what an earlier page left on this device. */
export function syncDocument(doc: Doc, edits: number, kept: readonly Uint8Array[], ports: SyncPorts): DocumentSync {
  /** How far the server has the letters of each device: never more than it really has. */
  let known = decodeStateVector(encodeStateVector(doc))
  let last = edits
  /** Something was written here that the server may lack; `asking`: the server may have something that lacks here. */
  let dirty = false
  let asking = false
  let sending = false
  let planned = false
  let failures = 0
  let stopped = false

  const plan = (ms: number): void => {
    if (planned || stopped) return
    planned = true
    ports.later(() => {
      planned = false
      void exchange()
    }, ms)
  }

  const exchange = async (): Promise<void> => {
    if (stopped || sending || !(dirty || asking)) return
    const tells = dirty
    sending = true
    dirty = false
    asking = false
    if (tells) ports.changed({ kind: 'saving' })
    const update = tells ? encodeStateAsUpdate(doc, encodeStateVector(known)) : nothing
    const answer = await ports.send({ update, vector: encodeStateVector(doc) })
    sending = false
    if (!stopped) take(answer, tells)
  }

  const take = (answer: SyncAnswer, told: boolean): void => {
    if (answer.kind === 'done') {
      failures = 0
      applyUpdate(doc, answer.update, fromServer)
      known = decodeStateVector(answer.vector)
      last = Math.max(last, answer.edits)
      if (!dirty) ports.keep(null)
      if (dirty || asking) plan(gatherMs)
      ports.changed({ kind: dirty ? 'saving' : 'saved' })
      return
    }
    dirty ||= told
    ports.changed(answer.kind === 'unreachable' ? { kind: 'waiting' } : answer)
    if (answer.kind !== 'unreachable') return
    asking = true
    failures++
    plan(Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 6)))
  }

  const write = (_update: Uint8Array, origin: unknown): void => {
    if (origin === fromServer) return
    dirty = true
    ports.keep(encodeStateAsUpdate(doc, encodeStateVector(known)))
    if (failures === 0) ports.changed({ kind: 'saving' })
    plan(gatherMs)
  }

  doc.on('update', write)
  for (const update of kept) applyUpdate(doc, update, 'kept')
  if (!dirty) ports.keep(null)

  return {
    hear: ({ number, update }) => {
      if (number <= last) return
      if (number > last + 1 || update === null) {
        asking = true
        plan(0)
        return
      }
      applyUpdate(doc, update, fromServer)
      for (const [client, clock] of parseUpdateMeta(update).to)
        known.set(client, Math.max(clock, known.get(client) ?? 0))
      last = number
    },
    wake: () => {
      asking = true
      planned = false
      plan(0)
    },
    stop: () => {
      stopped = true
      doc.off('update', write)
    },
  }
}
