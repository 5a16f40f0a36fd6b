import { describe, expect, it } from 'vitest'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { newDocument, textOf } from '../document.ts'
import { openDocument } from '../document-bytes.ts'
import { type SyncAnswer, type SyncRequest, type SyncState, syncDocument } from './document-sync.ts'

/** A device whose network and time are in the hands of the test. */
function device(edits = 0) {
  const doc = newDocument()
  const requests: SyncRequest[] = []
  const states: SyncState[] = []
  const pauses: number[] = []
  let kept: Uint8Array | null = null
  let due: (() => void)[] = []
  let answer: SyncAnswer = { kind: 'unreachable' }
  const sync = syncDocument(doc, edits, [], {
    send: async (request) => {
      requests.push(request)
      return answer
    },
    keep: (update) => {
      kept = update
    },
    later: (work, ms) => {
      pauses.push(ms)
      due.push(work)
    },
    changed: (state) => states.push(state),
  })
  return {
    doc,
    sync,
    requests,
    pauses,
    kept: () => kept,
    last: () => states.at(-1),
    /** Lets the time pass until what is planned now was done, with this answer from the server. */
    pass: async (next: SyncAnswer) => {
      answer = next
      const now = due
      due = []
      for (const work of now) work()
      await new Promise((resolve) => setImmediate(resolve))
    },
    planned: () => due.length,
  }
}

const done = (
  edits: number,
  update: Uint8Array = new Uint8Array([0, 0]),
  vector: Uint8Array = new Uint8Array([0]),
): SyncAnswer => ({
  kind: 'done',
  edits,
  update,
  vector,
})

describe('syncDocument', () => {
  it('keeps what is written on the device until the server has it', async () => {
    const { doc, pass, kept, last, requests } = device()
    textOf(doc, 'question').insert(0, 'hoi')
    expect(kept()).not.toBeNull()
    await pass({ kind: 'unreachable' })
    expect(last()).toEqual({ kind: 'waiting' })
    expect(kept()).not.toBeNull()
    await pass(done(1, undefined, encodeStateVector(doc)))
    expect(last()).toEqual({ kind: 'saved' })
    expect(kept()).toBeNull()
    const sent = openDocument(requests.at(-1)?.update ?? new Uint8Array())
    expect(textOf(sent, 'question').toString()).toBe('hoi')
  })

  it('fetches what it missed, as soon as it sees a gap in the numbers', async () => {
    const { doc, sync, pass, planned, requests } = device(4)
    const other = newDocument()
    textOf(other, 'question').insert(0, 'a')
    sync.hear({ number: 5, update: encodeStateAsUpdate(other) })
    expect(textOf(doc, 'question').toString()).toBe('a')
    expect(planned()).toBe(0)
    textOf(other, 'question').insert(1, 'b')
    const missed = encodeStateAsUpdate(other)
    textOf(other, 'question').insert(2, 'c')
    sync.hear({ number: 7, update: encodeStateAsUpdate(other, encodeStateVector(openDocument(missed))) })
    expect(planned()).toBe(1)
    await pass(done(7, encodeStateAsUpdate(other), encodeStateVector(other)))
    expect(textOf(doc, 'question').toString()).toBe('abc')
    // It only asked.
    expect(requests.map(({ update }) => [...update])).toEqual([[0, 0]])
  })

  it('fetches what was too large to come by, and does nothing with what it has', async () => {
    const { sync, planned } = device(4)
    sync.hear({ number: 4, update: null })
    expect(planned()).toBe(0)
    sync.hear({ number: 5, update: null })
    expect(planned()).toBe(1)
  })

  it('sends nothing of others back', async () => {
    const { doc, sync, pass, requests } = device()
    const other = newDocument()
    textOf(other, 'materials').insert(0, 'x'.repeat(1000))
    sync.hear({ number: 1, update: encodeStateAsUpdate(other) })
    textOf(doc, 'question').insert(0, 'kort')
    await pass(done(2, undefined, encodeStateVector(doc)))
    expect(requests[0]?.update.length).toBeLessThan(100)
  })

  it('says why it was refused, and tries again with what is written next', async () => {
    const { doc, pass, planned, last, requests, kept } = device()
    textOf(doc, 'question').insert(0, 'te lang')
    await pass({ kind: 'refused', words: 'Dit is te lang.' })
    expect(last()).toEqual({ kind: 'refused', words: 'Dit is te lang.' })
    expect(planned()).toBe(0)
    expect(kept()).not.toBeNull()
    textOf(doc, 'question').delete(0, 3)
    await pass(done(1, undefined, encodeStateVector(doc)))
    expect(last()).toEqual({ kind: 'saved' })
    expect(textOf(openDocument(requests[1]?.update ?? new Uint8Array()), 'question').toString()).toBe('lang')
  })

  it('waits longer after every failure, and tries at once when the connection is back', async () => {
    const { doc, sync, pass, pauses } = device()
    textOf(doc, 'question').insert(0, 'a')
    for (let i = 0; i < 8; i++) await pass({ kind: 'unreachable' })
    expect(pauses.slice(1)).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000])
    sync.wake()
    expect(pauses.at(-1)).toBe(0)
  })
})
