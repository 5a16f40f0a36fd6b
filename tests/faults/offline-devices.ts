import { createHmac, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { routes, topics } from '../../app/app.ts'
import type { Database } from '../../app/platform/database/database.ts'
import { system } from '../../app/platform/database/scope.ts'
import { asSystem } from '../../app/platform/database/testing.ts'
import { type Answer, createQueue, type Draft, type Entry, type Queue } from '../../app/platform/ui/client/queue.ts'
import { createWeb } from '../../app/platform/web/create-web.ts'
import { createLog } from '../../app/platform/web/log.ts'
import { createServices } from '../../app/services.ts'
import { readSettings } from '../../app/settings.ts'
import { organisationFor, type SimulatedBoard, teamFor } from './simulated-board.ts'

/*
 * Three devices at one board with a bad network, in simulated time: entries are made online and offline, requests and
 * answers get lost, pages are loaded anew, clocks are wrong. The queue is the browser's own, the server is the whole app.
 */

const origin = 'http://localhost:3999'
const started = Date.parse('2026-11-23T08:00:00Z')

/** One edit of one field as its maker meant it, and when, by the one clock that is right. */
export interface Meant {
  readonly card: string
  readonly field: 'description' | 'byName'
  readonly value: string
  readonly at: number
  /** The how-manieth the server did; equal times go to the later. */
  arrived: number
}

export interface ScheduleResult {
  readonly seed: number
  readonly cards: number
  readonly edits: number
  readonly faults: readonly string[]
}

export interface Simulation {
  run(seed: number): Promise<ScheduleResult>
  stop(): Promise<void>
}

/** Opens the app over a database in simulated time. */
export async function openSimulation(db: Database, databaseUrl: string | undefined): Promise<Simulation> {
  let time = 0
  const settings = readSettings({
    KANTELPUNT_DATA: tmpdir(),
    KANTELPUNT_SECRET: secret,
    LOG_LEVEL: 'silent',
    ORIGIN: origin,
    DATABASE_URL: databaseUrl,
  })
  const clock = () => new Date(started + time)
  const { services, stop } = await createServices({ db, settings, assets: {}, log: createLog('silent'), clock })
  const failed: unknown[] = []
  const app = createWeb({ services, routes, topics, assetFolder: tmpdir(), failed: (error) => void failed.push(error) })
  const organisation = await organisationFor(db, clock())

  const ask = (path: string, cookie: string, body?: URLSearchParams) =>
    app.fetch(
      new Request(origin + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          cookie,
          accept: body === undefined ? 'text/html' : 'text/vnd.turbo-stream.html',
          'sec-fetch-site': 'same-origin',
        },
        ...(body === undefined ? {} : { body }),
      }),
    )

  const run = async (seed: number): Promise<ScheduleResult> => {
    const random = mulberry32(seed)
    const chance = (share: number) => random() < share
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
    time = 0
    const board = await teamFor(db, organisation, clock(), signed)
    const path = `/s/${organisation.slug}/boards/${board.boardId}`
    const meant: Meant[] = []
    const made = new Set<string>()
    let arrivals = 0
    const devices = board.cookies.map((cookie, index) => {
      const device = new SimulatedDevice({ skew: (index - 1) * 7_777_000, time: () => time })
      device.network = async (entry, age) => {
        if (!device.online || chance(0.15)) return { kind: 'unreachable' }
        const body = new URLSearchParams([...entry.fields.map(([name, value]) => [name, value])])
        body.set('_op', entry.op)
        body.set('_age', String(age))
        const response = await ask(entry.action, cookie, body)
        for (const each of meant) if (each.arrived === 0 && device.sends(entry, each)) each.arrived = ++arrivals
        if (response.status >= 500) throw new Error(`The server answered ${response.status}: ${String(failed.at(-1))}`)
        // The server has done it, but its answer gets lost: the device must send it again, and nothing may double.
        if (chance(0.2)) return { kind: 'unreachable' }
        if (response.status >= 400) return { kind: 'refused', words: await response.text() }
        return { kind: 'done', html: '' }
      }
      return device
    })

    const steps = 12 + Math.floor(random() * 14)
    for (let step = 0; step < steps; step++) {
      time += Math.floor(random() * 400_000) + 1000
      const device = pick(devices)
      const what = random()
      if (what < 0.25) device.online = !device.online
      else if (what < 0.35) device.reload()
      else if (what < 0.6 || made.size === 0) {
        const value = `kaart ${seed} ${step}`
        const entry = device.submit({
          action: `${path}/successes`,
          fields: [
            ['description', value],
            ['byName', 'Noor'],
          ],
        })
        made.add(entry.op)
        device.knows(entry.op, { description: value, byName: 'Noor' })
        for (const [field, said] of [
          ['description', value],
          ['byName', 'Noor'],
        ] as const) {
          meant.push({ card: entry.op, field, value: said, at: time, arrived: 0 })
        }
      } else {
        if (device.online) for (const other of devices) device.learnsFrom(other)
        const card = pick([...device.known.keys(), ''])
        const shown = device.known.get(card)
        if (shown !== undefined) {
          const field = chance(0.5) ? 'description' : 'byName'
          const value = `${field} ${seed} ${step}`
          device.submit({
            action: `${path}/successes/${card}`,
            fields: [
              ['description', field === 'description' ? value : shown.description],
              ['was.description', shown.description],
              ['byName', field === 'byName' ? value : shown.byName],
              ['was.byName', shown.byName],
            ],
          })
          device.knows(card, { ...shown, [field]: value })
          meant.push({ card, field, value, at: time, arrived: 0 })
        }
      }
      await device.settle()
    }
    // The connection comes back everywhere; from now on everybody waits until nothing waits.
    for (let round = 0; round < 200 && devices.some((device) => device.waiting > 0); round++) {
      time += 31_000
      for (const device of devices) {
        device.online = true
        device.wake()
        await device.settle()
      }
    }
    const faults = await faultsOf(db, board, meant, made, devices)
    const pages = await Promise.all(
      board.cookies.map(async (cookie) => zonesOf(await (await ask(path, cookie)).text())),
    )
    if (new Set(pages).size !== 1) faults.push('the devices do not show the same board')
    if (failed.length > 0) faults.push(`the server failed: ${failed.map(String).join('; ')}`)
    return { seed, cards: made.size, edits: meant.length, faults }
  }
  return { run, stop }
}

interface Shown {
  readonly description: string
  readonly byName: string
}

/** A device: its storage outlives its pages; its clock may be wrong, but runs at the right speed. */
class SimulatedDevice {
  online = true
  network: (entry: Entry, age: number) => Promise<Answer> = async () => ({ kind: 'unreachable' })
  readonly known = new Map<string, Shown>()
  readonly #stored = new Map<string, Entry>()
  readonly #skew: number
  readonly #time: () => number
  #queue: Queue
  #busy: Promise<void> = Promise.resolve()

  constructor({ skew, time }: { readonly skew: number; readonly time: () => number }) {
    this.#skew = skew
    this.#time = time
    this.#queue = this.#load()
  }

  get waiting(): number {
    return this.#stored.size
  }

  submit({ action, fields }: Pick<Draft, 'action' | 'fields'>): Entry {
    return this.#queue.submit({ action, fields, view: 'desk', text: '', adds: true, place: '' })
  }

  /** The page is loaded anew: what was in memory is gone, what was stored is not. */
  reload(): void {
    this.#queue = this.#load()
    this.#queue.wake()
  }

  wake(): void {
    this.#queue.wake()
  }

  knows(card: string, shown: Shown): void {
    this.known.set(card, shown)
  }

  /** Sees cards of another device that have reached the server. */
  learnsFrom(other: SimulatedDevice): void {
    if (other === this || other.#stored.size > 0) return
    for (const [card, shown] of other.known) if (!this.known.has(card)) this.known.set(card, shown)
  }

  /** Whether this entry carries that edit. */
  sends(entry: Entry, { card, field, value }: Meant): boolean {
    const about = entry.op === card || entry.action.endsWith(card)
    return about && entry.fields.some(([name, said]) => name === field && said === value)
  }

  async settle(): Promise<void> {
    for (let round = 0; round < 50; round++) {
      const before = this.#busy
      await before
      await new Promise((done) => setImmediate(done))
      if (before === this.#busy) return
    }
  }

  #load(): Queue {
    return createQueue({
      storage: {
        list: () => [...this.#stored.values()],
        put: (entry) => void this.#stored.set(entry.op, entry),
        remove: (op) => void this.#stored.delete(op),
      },
      send: (entry, age) => this.network(entry, age),
      now: () => started + this.#skew + this.#time(),
      newId: randomUUID,
      exclusively: (work) => {
        this.#busy = this.#busy.then(work)
        return this.#busy
      },
      later: () => {},
      changed: () => {},
      done: () => {},
    })
  }
}

/** What is wrong with what the server has in the end: cards lost or doubled, edits that should not have won, or vanished. */
async function faultsOf(
  db: Database,
  board: SimulatedBoard,
  meant: readonly Meant[],
  made: ReadonlySet<string>,
  devices: readonly SimulatedDevice[],
): Promise<string[]> {
  const faults: string[] = []
  for (const device of devices) if (device.waiting > 0) faults.push(`${device.waiting} entries still wait on a device`)
  const rows = await asSystem(db, 'select id, description, by_name from successes where board_id = $1', [board.boardId])
  const byId = new Map(rows.map((row) => [String(row.id), row]))
  if (rows.length !== made.size) faults.push(`${made.size} cards were made, the board has ${rows.length}`)
  const history = await db.run(system, (trx) =>
    trx.selectFrom('journal').select(['subject', 'changes']).where('stream', '=', `board:${board.boardId}`).execute(),
  )
  const kept = history.map(({ subject, changes }) => `${subject} ${JSON.stringify(changes)}`)
  for (const card of made) {
    for (const field of ['description', 'byName'] as const) {
      const edits = meant.filter((each) => each.card === card && each.field === field)
      const last = [...edits].sort((a, b) => a.at - b.at || a.arrived - b.arrived).at(-1)
      const stands = byId.get(card)?.[field === 'byName' ? 'by_name' : 'description']
      if (stands !== last?.value) faults.push(`${field} of ${card} is '${String(stands)}', should be '${last?.value}'`)
      for (const { value } of edits) {
        if (!kept.some((line) => line.includes(card) && line.includes(value)))
          faults.push(`'${value}' is in no history`)
      }
    }
  }
  return faults
}

/** The zones of a page, without what names the person or the moment. */
function zonesOf(page: string): string {
  return [...page.matchAll(/<section id="zone-[\s\S]*?<\/section>/g)].join('')
}

const secret = 'a secret of a simulation, 32 characters'

function signed(token: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `kantelpunt.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

/** A small generator of random numbers that gives the same from the same seed (mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
