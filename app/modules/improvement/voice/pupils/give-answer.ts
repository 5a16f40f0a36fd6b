import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../../../platform/database/database.ts'
import { keyedHash } from '../../../../platform/identity/token.ts'
import { type Answer, type Given, type Question, stepsOf } from '../round.ts'
import type { RoundForPupils } from './coded-round.ts'

export const longestWords = 500

/** What a form says of each question (`q0`, `q1`, …) and of the subgroup; null where it holds nothing at all. */
export function readAnswer(
  questions: readonly Question[],
  subgroups: readonly string[],
  values: Readonly<Record<string, string | readonly string[]>>,
): Answer | null {
  const given = questions.map(({ kind }, place): Given => {
    const value = values[`q${place}`]
    if (typeof value !== 'string' || value === '') return null
    // Cut in the middle of a sign it would be no text any more.
    if (kind === 'words') return value.slice(0, longestWords).toWellFormed()
    return /^\d$/.test(value) && Number(value) < stepsOf(kind) ? Number(value) : null
  })
  const chosen = values.subgroup
  const subgroup =
    typeof chosen === 'string' && /^\d$/.test(chosen) && Number(chosen) < subgroups.length ? Number(chosen) : null
  return given.every((each) => each === null) ? null : { given, subgroup }
}

export type Taken = 'taken' | 'answered' | 'closed' | 'unknown'

/**
 * Hands in one answer. What is kept: the answer under a random id, and that this device answered, as a hash that is of no
 * use elsewhere. Not by `perform`: the journal would know when, and after whom.
 */
export function giveAnswer(
  db: Database,
  secret: string,
  { organisationId, round }: RoundForPupils,
  device: string,
  { subgroup, given }: Answer,
): Promise<Taken> {
  const who = keyedHash(secret, 'voice', `${round.id} ${device}`)
  const row: Row = { organisation: organisationId, round: round.id, device: who, id: randomUUID(), subgroup, given }
  const queue = queues.get(db) ?? { waiting: [], busy: false }
  queues.set(db, queue)
  return new Promise((resolve, reject) => {
    queue.waiting.push({ row, resolve, reject })
    void work(db, queue)
  })
}

interface Row extends Answer {
  readonly organisation: string
  readonly round: string
  readonly device: string
  readonly id: string
}

interface Waiting {
  readonly row: Row
  readonly resolve: (taken: Taken) => void
  readonly reject: (error: unknown) => void
}

interface Queue {
  waiting: Waiting[]
  busy: boolean
}

/** Milliseconds in which answers gather: nobody notices, and one statement for all costs a tenth of one for each. */
const gatherFor = 10

const queues = new WeakMap<Database, Queue>()

/**
 * A class answers within one second: what comes while the database is busy goes in together, with one commit. It also
 * leaves no trace in the database of which device and which answer came together.
 */
async function work(db: Database, queue: Queue): Promise<void> {
  if (queue.busy) return
  queue.busy = true
  while (queue.waiting.length > 0) {
    await wait(gatherFor)
    const batch = queue.waiting
    queue.waiting = []
    try {
      const taken = await handIn(db, batch)
      for (const [place, { resolve }] of batch.entries()) resolve(taken[place] ?? 'unknown')
    } catch {
      // Nothing of it is in. One by one, so that a fault is of who caused it.
      for (const each of batch) {
        await handIn(db, [each]).then(([taken]) => each.resolve(taken ?? 'unknown'), each.reject)
      }
    }
  }
  queue.busy = false
}

async function handIn(db: Database, batch: readonly Waiting[]): Promise<readonly Taken[]> {
  const rows = batch.map(({ row }, place) => ({ ...row, place }))
  const { rows: answered } = await db.query('select place, taken from voice_answer($1::text::jsonb)', [
    JSON.stringify(rows),
  ])
  const taken: Taken[] = []
  // The function voice_answer() of migrations/0007-voice.ts answers with one of these.
  for (const row of answered) taken[Number(row.place)] = row.taken as Taken
  return taken
}
