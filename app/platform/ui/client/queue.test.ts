import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Answer,
  afterAnswer,
  createQueue,
  type Entry,
  nextEntry,
  pauseAfter,
  type Queue,
  rested,
} from './queue.ts'

/** How the network treats the next requests. `hang`: no answer ever comes, until the tab is closed. */
const weathers = ['fine', 'request-lost', 'answer-lost', 'busy', 'hang-before', 'hang-after', 'signed-out'] as const
type Weather = (typeof weathers)[number]

type Happening =
  | { readonly kind: 'write'; readonly tab: number }
  | { readonly kind: 'weather'; readonly weather: Weather }
  | { readonly kind: 'reload'; readonly tab: number }
  | { readonly kind: 'wake'; readonly tab: number }
  | { readonly kind: 'wait'; readonly ms: number }

/** One device with two tabs, its storage, and a server that does each operation once. */
class World {
  readonly written: string[] = []
  /** What the server has done, in order. */
  readonly done: string[] = []
  readonly refused = new Set<string>()
  weather: Weather = 'fine'
  time = 1_000_000
  /** Two tabs were sending at once. */
  crossed = false
  readonly #sending: { is: boolean }[] = []
  readonly #stored = new Map<string, Entry>()
  #ids = 0
  readonly #tabs: { queue: Queue; alive: { is: boolean } }[] = []
  #holder: { is: boolean } | null = null
  readonly #waiting: { alive: { is: boolean }; start: () => void }[] = []
  readonly #timers: { alive: { is: boolean }; at: number; work: () => void }[] = []

  constructor() {
    this.#tabs.push(this.#open(), this.#open())
  }

  #open() {
    const alive = { is: true }
    const queue = createQueue({
      storage: {
        list: () => [...this.#stored.values()],
        put: (entry) => void this.#stored.set(entry.op, entry),
        remove: (op) => void this.#stored.delete(op),
      },
      now: () => this.time,
      // In no order at all: the order of a device may not rest on ids, which follow a clock that people set.
      newId: () => `op-${(++this.#ids * 7919) % 10_007}`,
      send: (entry) => this.#receive(entry, alive),
      exclusively: (work) => this.#lock(alive, work),
      later: (work, ms) => void this.#timers.push({ alive, at: this.time + ms, work }),
      changed: () => {},
      done: () => {},
    })
    return { queue, alive }
  }

  #lock(alive: { is: boolean }, work: () => Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const start = () => {
        this.#holder = alive
        void work().then(() => {
          if (!alive.is) return
          this.#release()
          resolve()
        })
      }
      if (this.#holder === null) start()
      else this.#waiting.push({ alive, start })
    })
  }

  #release() {
    this.#holder = null
    const next = this.#waiting.findIndex(({ alive }) => alive.is)
    if (next >= 0)
      this.#waiting
        .splice(0, next + 1)
        .at(-1)
        ?.start()
    else this.#waiting.length = 0
  }

  async #receive(entry: Entry, alive: { is: boolean }): Promise<Answer> {
    const { weather } = this
    const never = new Promise<Answer>(() => {})
    if (this.#sending.some((other) => other.is)) this.crossed = true
    this.#sending.push(alive)
    await Promise.resolve()
    if (!weather.startsWith('hang')) this.#sending.splice(this.#sending.indexOf(alive), 1)
    if (!alive.is || weather === 'hang-before') return never
    if (weather === 'request-lost' || weather === 'busy') return { kind: 'unreachable' }
    if (weather === 'signed-out') return { kind: 'signed-out' }
    const answer = this.#do(entry)
    if (weather === 'hang-after') return never
    return weather === 'answer-lost' ? { kind: 'unreachable' } : answer
  }

  #do(entry: Entry): Answer {
    if (entry.text.endsWith('!')) {
      this.refused.add(entry.text)
      return { kind: 'refused', words: 'no' }
    }
    if (!this.done.includes(entry.op)) this.done.push(entry.op)
    return { kind: 'done', html: '' }
  }

  async happen(happening: Happening): Promise<void> {
    const tab = 'tab' in happening ? this.#tabs[happening.tab] : undefined
    switch (happening.kind) {
      case 'write': {
        // Every seventh one is something the server will not take.
        const text = `${this.written.length}${this.written.length % 7 === 6 ? '!' : ''}`
        const entry = tab?.queue.submit({ action: '/x', fields: [], view: 'desk', text, adds: true, place: '' })
        this.written.push(text.endsWith('!') ? text : (entry?.op ?? ''))
        break
      }
      case 'weather':
        this.weather = happening.weather
        break
      case 'reload':
        if (tab !== undefined) {
          tab.alive.is = false
          this.#tabs[happening.tab] = this.#open()
          if (this.#holder === tab.alive) this.#release()
          this.#tabs[happening.tab]?.queue.wake()
        }
        break
      case 'wake':
        tab?.queue.wake()
        break
      case 'wait':
        this.time += happening.ms
        for (const timer of this.#timers.splice(0)) {
          if (timer.at > this.time) this.#timers.push(timer)
          else if (timer.alive.is) timer.work()
        }
        break
    }
    for (let turn = 0; turn < 12; turn++) await Promise.resolve()
  }

  async calmDown(): Promise<void> {
    await this.happen({ kind: 'weather', weather: 'fine' })
    for (const tab of [0, 1]) await this.happen({ kind: 'reload', tab })
    for (let round = 0; round < 200; round++) await Promise.resolve()
  }

  get waiting(): readonly Entry[] {
    return [...this.#stored.values()]
  }
}

const tab = fc.integer({ min: 0, max: 1 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), tab }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('weather' as const), weather: fc.constantFrom(...weathers) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wake' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 40_000 }) }) },
)

describe('the queue of a device', () => {
  test('the server does every entry once and in order, whatever the network and the tabs do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (happenings) => {
        const world = new World()
        for (const each of happenings) await world.happen(each)
        await world.calmDown()
        expect(world.crossed).toBe(false)
        expect(world.done).toEqual(world.written.filter((text) => !text.endsWith('!')))
        // What was refused is still there, with its text, for the person to decide on.
        expect(world.waiting.map((entry) => entry.text)).toEqual(world.written.filter((text) => text.endsWith('!')))
        expect(world.waiting.every((entry) => entry.refusal === 'no')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a wait is over by itself, without a reload or a press', async () => {
    const world = new World()
    await world.happen({ kind: 'weather', weather: 'request-lost' })
    await world.happen({ kind: 'write', tab: 0 })
    await world.happen({ kind: 'weather', weather: 'fine' })
    expect(world.done).toEqual([])
    await world.happen({ kind: 'wait', ms: 1000 })
    expect(world.done).toEqual(world.written)
  })

  test('an entry that reached nobody is tried again later, and later still', () => {
    const once = afterAnswer(rested, { kind: 'unreachable' }, 1000)
    expect(once).toEqual({ failures: 1, notBefore: 2000, signedOut: false })
    expect([1, 2, 3, 10].map(pauseAfter)).toEqual([1000, 2000, 4000, 30_000])
    const entry: Entry = {
      op: 'a',
      sequence: 1,
      action: '/',
      fields: [],
      editedAt: 0,
      view: '',
      text: '',
      adds: true,
      place: '',
    }
    expect(nextEntry(once, [entry], 1999)).toBeUndefined()
    expect(nextEntry(once, [entry], 2000)).toBe(entry)
    expect(nextEntry({ ...rested, signedOut: true }, [entry], 9e9)).toBeUndefined()
  })
})
