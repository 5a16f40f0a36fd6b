import type { Doc, Text as YText } from 'yjs'
import { seededRandom } from '../demo/random.ts'
import { type DocumentSync, type SyncAnswer, type SyncRequest, syncDocument } from './client/document-sync.ts'
import { addPhase, phasesOf, planOf, removePhase, setMinutes, textFields, textOf } from './document.ts'
import { answerSync, openDocument } from './document-bytes.ts'
import type { Plan } from './plan.ts'
import { isNothing, takeEdit } from './take-edit.ts'

/**
 * Many devices that write in one lesson while their connections come and go, in a time of its own: the same seed gives
 * the same course. Each runs what the page runs (`syncDocument`); the server is `takeEdit` and `answerSync`. Requests and
 * answers get lost or late, messages get lost, pages are closed and opened again with what was kept on the device.
 */

export interface Course {
  readonly seed: number
  readonly editors: number
  /** How many times each writes something. */
  readonly edits: number
}

export interface Outcome {
  /** What the server has in the end, and every device. */
  readonly server: Plan
  readonly devices: readonly Plan[]
  /** Signs that somebody wrote and that nobody took away, and those that were taken away. */
  readonly written: ReadonlySet<string>
  readonly removed: ReadonlySet<string>
  /** All signs that stand in the texts in the end, in their order. */
  readonly signs: string
  readonly refusals: number
  readonly exchanges: number
  readonly reloads: number
}

/** Runs one course to its end: everybody is online again and nothing is under way. */
export async function runCourse({ seed, editors, edits }: Course): Promise<Outcome> {
  const world = new World(seed)
  const devices = Array.from({ length: editors }, (_, index) => new Device(world, `person:${index}`))
  for (const device of devices) for (let i = 0; i < edits; i++) world.later(() => device.write(), world.upTo(60_000))
  for (const device of devices) for (let i = 0; i < 3; i++) world.later(() => device.goOffline(), world.upTo(60_000))
  for (const device of devices) if (world.chance(0.4)) world.later(() => device.reload(), world.upTo(60_000))
  await world.run()
  for (const device of devices) device.comeBack()
  await world.run()
  return {
    server: planOf(openDocument(world.document)),
    devices: devices.map((device) => planOf(device.doc)),
    written: world.written,
    removed: world.removed,
    signs: textFields.map((field) => textOf(openDocument(world.document), field).toString()).join(''),
    refusals: world.refusals,
    exchanges: world.exchanges,
    reloads: world.reloads,
  }
}

/** The server, the network and the time. */
class World {
  document: Uint8Array = new Uint8Array()
  writers: Readonly<Record<string, string>> = {}
  edits = 0
  refusals = 0
  exchanges = 0
  reloads = 0
  /** Each sign is written once. */
  readonly written = new Set<string>()
  readonly removed = new Set<string>()
  readonly listeners = new Set<Device>()
  readonly #random: () => number
  readonly #due: { readonly at: number; readonly order: number; readonly work: () => void }[] = []
  #now = 0
  #order = 0
  #signs = 0x4e00

  constructor(seed: number) {
    this.#random = seededRandom(Math.imul(seed, 0x9e3779b1))
  }

  upTo(most: number): number {
    return Math.floor(this.#random() * most)
  }

  chance(share: number): boolean {
    return this.#random() < share
  }

  newSign(): string {
    return String.fromCharCode(this.#signs++)
  }

  later(work: () => void, ms: number): void {
    this.#due.push({ at: this.#now + ms, order: this.#order++, work })
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.later(resolve, ms))
  }

  /** Until nothing is due any more. */
  async run(): Promise<void> {
    for (;;) {
      const next = this.#due.reduce<number>(
        (best, each, i) => (best < 0 || isBefore(each, this.#due[best]) ? i : best),
        -1,
      )
      const [due] = next < 0 ? [] : this.#due.splice(next, 1)
      if (due === undefined) return
      this.#now = due.at
      due.work()
      // What follows from it, promises and all, before the time goes on.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  receive(actor: string, { update, vector }: SyncRequest): SyncAnswer {
    this.exchanges++
    const taken = isNothing(update) ? null : takeEdit(this, update, actor)
    if (taken?.ok === false) {
      this.refusals++
      return { kind: 'refused', words: taken.reason }
    }
    if (taken !== null && taken.news !== null) {
      this.document = taken.document
      this.writers = taken.writers
      this.edits++
      const heard = { number: this.edits, update: this.chance(0.05) ? null : taken.news }
      for (const device of this.listeners) {
        if (device.online && !this.chance(0.05)) this.later(() => device.hear(heard), this.upTo(300))
      }
    }
    const answer = answerSync(this.document, vector)
    if (answer === null) throw new Error('The state of a device could not be read.')
    return { kind: 'done', edits: this.edits, ...answer }
  }
}

function isBefore(a: { at: number; order: number }, b: { at: number; order: number } | undefined): boolean {
  return b === undefined || a.at < b.at || (a.at === b.at && a.order < b.order)
}

class Device {
  doc: Doc
  online = true
  readonly #world: World
  readonly #actor: string
  #sync: DocumentSync
  #kept: Uint8Array | null = null
  #closed = false

  constructor(world: World, actor: string) {
    this.#world = world
    this.#actor = actor
    this.doc = openDocument(world.document)
    this.#sync = this.#open()
    world.listeners.add(this)
  }

  #open(): DocumentSync {
    const world = this.#world
    return syncDocument(this.doc, world.edits, this.#kept === null ? [] : [this.#kept], {
      send: (request) => this.#send(request),
      keep: (update) => {
        this.#kept = update
      },
      later: (work, ms) => world.later(work, ms),
      changed: () => {},
    })
  }

  async #send(request: SyncRequest): Promise<SyncAnswer> {
    const world = this.#world
    await world.wait(20 + world.upTo(400))
    if (!this.online || world.chance(0.05)) return { kind: 'unreachable' }
    const answer = world.receive(this.#actor, request)
    await world.wait(20 + world.upTo(400))
    return this.online && !world.chance(0.05) ? answer : { kind: 'unreachable' }
  }

  hear(heard: { readonly number: number; readonly update: Uint8Array | null }): void {
    if (this.online && !this.#closed) this.#sync.hear(heard)
  }

  goOffline(): void {
    this.online = false
    this.#world.later(() => this.comeBack(), this.#world.upTo(30_000))
  }

  comeBack(): void {
    this.online = true
    if (this.#closed) this.#openAgain()
    else this.#sync.wake()
  }

  /** The page is closed, whatever it was doing, and opened again when there is a connection. */
  reload(): void {
    this.#closed = true
    this.#sync.stop()
    if (this.online) this.#openAgain()
  }

  /** From the server, with what was kept on the device. */
  #openAgain(): void {
    this.#world.reloads++
    this.#closed = false
    this.doc = openDocument(this.#world.document)
    this.#sync = this.#open()
  }

  /** Writes or takes away a few signs somewhere, or does something with the phases. */
  write(): void {
    const world = this.#world
    const { doc } = this
    if (this.#closed) return
    const dice = world.upTo(10)
    const phases = phasesOf(doc)
    const phase = phases[world.upTo(phases.length)]
    if (dice === 0) addPhase(doc, `p${world.upTo(1e9)}`, { what: 'x', minutes: world.upTo(30) })
    else if (dice === 1 && phase !== undefined) setMinutes(doc, phase.id, world.upTo(60))
    else if (dice === 2 && phase !== undefined && phases.length > 3) removePhase(doc, phase.id)
    else this.#writeSigns(dice < 6)
  }

  #writeSigns(takesAway: boolean): void {
    const world = this.#world
    const text = this.#someText()
    const at = world.upTo(text.length + 1)
    if (takesAway && text.length > 0) {
      const length = Math.min(1 + world.upTo(4), text.length - at)
      for (const sign of text.toString().slice(at, at + length)) world.removed.add(sign)
      if (length > 0) text.delete(at, length)
      return
    }
    const signs = Array.from({ length: 1 + world.upTo(4) }, () => world.newSign())
    for (const sign of signs) world.written.add(sign)
    text.insert(at, signs.join(''))
  }

  #someText(): YText {
    // Mostly the same two, so that people meet.
    const field = textFields[this.#world.upTo(this.#world.chance(0.8) ? 2 : textFields.length)]
    return textOf(this.doc, field ?? 'question')
  }
}

/** What is wrong with an outcome; null where everybody has the same, and no sign is lost, doubled or back from the dead. */
export function faultOf(outcome: Outcome): string | null {
  const { server, devices, written, removed, signs, refusals } = outcome
  const apart = devices.findIndex((plan) => JSON.stringify(plan) !== JSON.stringify(server))
  if (apart >= 0) return `device ${apart} has another text than the server`
  if (refusals > 0) return `${refusals} edits were refused`
  if (new Set(signs).size !== signs.length) return 'a sign stands twice'
  for (const sign of written) if (!removed.has(sign) && !signs.includes(sign)) return 'a sign is lost'
  for (const sign of signs) {
    if (!written.has(sign)) return 'a sign that nobody wrote'
    if (removed.has(sign)) return 'a sign that was taken away is back'
  }
  return null
}
