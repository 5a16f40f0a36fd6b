/**
 * What waits on a device until the server has it. Every entry is stored before it is sent, sent one after another in the
 * order in which it was written, and forgotten only when the server has answered. A lost answer means sending again; the
 * server knows the operation id and does it once. Storage, network, clock and lock are given, so that every order of
 * events can be tried.
 */

/** One form that somebody sent. */
export interface Entry {
  /** Operation id (uuidv7): the same at every attempt. */
  readonly op: string
  /** Orders the entries of this device. */
  readonly sequence: number
  readonly action: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** By the device's own clock, in ms; only ever used as a difference. */
  readonly editedAt: number
  /** Which view of the page asked, for the fragments of the answer. */
  readonly view: string
  /** What a person sees of it while it waits. */
  readonly text: string
  /** It adds something: shown as a waiting card, the form is empty again. Else the form itself is marked as waiting. */
  readonly adds: boolean
  /** The id of the list in which the waiting card stands; '' for right before the form. */
  readonly place: string
  /** The server's words where it refused the entry; it then waits for the person, not for the network. */
  readonly refusal?: string
}

export type Draft = Omit<Entry, 'op' | 'sequence' | 'editedAt' | 'refusal'>

export type Answer =
  | { readonly kind: 'done'; readonly html: string; readonly to?: string }
  | { readonly kind: 'refused'; readonly words: string }
  /** No answer, a broken one, or one that asks to come back later. */
  | { readonly kind: 'unreachable' }
  /** Nobody is signed in any more: keep everything, ask the person. */
  | { readonly kind: 'signed-out' }

export interface EntryStorage {
  list(): readonly Entry[]
  put(entry: Entry): void
  remove(op: string): void
}

export interface QueuePorts {
  readonly storage: EntryStorage
  readonly send: (entry: Entry, age: number) => Promise<Answer>
  readonly now: () => number
  readonly newId: () => string
  /** Runs work while no other tab of this device sends. */
  readonly exclusively: (work: () => Promise<void>) => Promise<void>
  /** Calls back after so many ms. */
  readonly later: (work: () => void, ms: number) => void
  /** Something can be shown differently now. */
  readonly changed: (state: QueueState) => void
  readonly done: (entry: Entry, answer: Answer & { readonly kind: 'done' }) => void
}

export interface QueueState {
  /** Attempts in a row that reached nobody. */
  readonly failures: number
  /** No attempt before this moment. */
  readonly notBefore: number
  readonly signedOut: boolean
}

export const rested: QueueState = { failures: 0, notBefore: 0, signedOut: false }

/** 1 s, 2 s, 4 s … at most 30 s. */
export function pauseAfter(failures: number): number {
  return Math.min(30_000, 500 * 2 ** Math.min(failures, 6))
}

/** What an answer means for the next attempt. */
export function afterAnswer(state: QueueState, answer: Answer, now: number): QueueState {
  switch (answer.kind) {
    case 'done':
    case 'refused':
      return rested
    case 'signed-out':
      return { ...rested, signedOut: true }
    case 'unreachable': {
      const failures = state.failures + 1
      return { failures, notBefore: now + pauseAfter(failures), signedOut: false }
    }
  }
}

/** The entry to send now: the oldest that was not refused; none while pausing or signed out. */
export function nextEntry(state: QueueState, entries: readonly Entry[], now: number): Entry | undefined {
  if (state.signedOut || now < state.notBefore) return undefined
  return inOrder(entries).find((entry) => entry.refusal === undefined)
}

export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => a.sequence - b.sequence || (a.op < b.op ? -1 : 1))
}

export interface Queue {
  /** Keeps an entry and starts sending. */
  submit(draft: Draft): Entry
  /** Tries again now: a page loaded, the connection came back, somebody signed in. */
  wake(): void
  /** Takes a refused entry away: it was thrown out or is being written again. */
  drop(op: string): void
}

export function createQueue(ports: QueuePorts): Queue {
  const { storage, now } = ports
  let state = rested
  let pumping = false
  let again = false

  const pump = async (): Promise<void> => {
    if (pumping) {
      again = true
      return
    }
    pumping = true
    try {
      do {
        again = false
        await ports.exclusively(sendAll)
      } while (again)
    } finally {
      pumping = false
    }
    if (state.failures > 0) ports.later(() => void pump(), Math.max(0, state.notBefore - now()))
  }

  const sendAll = async (): Promise<void> => {
    for (;;) {
      const entry = nextEntry(state, storage.list(), now())
      if (entry === undefined) return
      const answer = await ports.send(entry, Math.max(0, now() - entry.editedAt))
      if (answer.kind === 'done') storage.remove(entry.op)
      if (answer.kind === 'refused') storage.put({ ...entry, refusal: answer.words })
      state = afterAnswer(state, answer, now())
      if (answer.kind === 'done') ports.done(entry, answer)
      ports.changed(state)
    }
  }

  return {
    submit: (draft) => {
      const last = storage.list().reduce((highest, entry) => Math.max(highest, entry.sequence), 0)
      const entry: Entry = { ...draft, op: ports.newId(), sequence: last + 1, editedAt: now() }
      storage.put(entry)
      ports.changed(state)
      void pump()
      return entry
    },
    wake: () => {
      state = rested
      void pump()
    },
    drop: (op) => {
      storage.remove(op)
      ports.changed(state)
    },
  }
}
