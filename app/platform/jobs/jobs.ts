import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Database } from '../database/database.ts'
import type { Trx } from '../database/scope.ts'
import { queueConnection } from './queue-connection.ts'

/** A kind of work with its handler, and where wanted a schedule (cron with five fields, Europe/Amsterdam). */
export interface Work {
  readonly name: string
  readonly schedule?: string
  /** How often a failed job is tried again, each time later; 5 where nothing is said. */
  readonly retries?: number
  /** May be called twice for the same job. `data` is what was sent; null for a scheduled run. */
  readonly run: (data: unknown) => Promise<void>
}

export interface SendOptions {
  /** Not before this moment. */
  readonly after?: Date
}

export interface Jobs {
  /** Puts a job in the queue, in the caller's transaction: it runs after commit, and not when that fails. */
  send(trx: Trx, name: string, data: object, options?: SendOptions): Promise<void>
  /** Makes the queues and starts to work on them. */
  start(works: readonly Work[]): Promise<void>
  /** Lets running jobs finish for `graceMs`; what is not done by then is done again by another process. */
  stop(graceMs?: number): Promise<void>
}

export interface JobsSettings {
  readonly db: Database
  /** Of the PostgreSQL server, where there is one: the queue keeps two connections of its own. */
  readonly databaseUrl?: string | undefined
  readonly failed: (error: unknown) => void
}

const timeZone = 'Europe/Amsterdam'
const noJob = '00000000-0000-0000-0000-000000000000'

const settingsOfAll = {
  notify: true,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 3600,
  deleteAfterSeconds: 24 * 3600,
}

/** The queue of this process. Any number of processes work on the same queue; a schedule runs once for all of them. */
export function createJobs({ db, databaseUrl, failed }: JobsSettings): Jobs {
  const boss = new PgBoss({
    ...queueConnection(db, databaseUrl),
    schema: 'pgboss',
    useListenNotify: true,
    // Few rows pass through here: rebuilding indexes and watching the vacuum is not worth the queries.
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', failed)

  const known = new Set<string>()

  /** Makes the queues that are not there yet or have other settings; where nothing changed this is one query. */
  const makeQueues = async (works: readonly Work[]): Promise<void> => {
    const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
    for (const { name, retries = 5 } of works) {
      const before = there.get(name)
      const wanted = { ...settingsOfAll, retryLimit: retries }
      if (before === undefined) await boss.createQueue(name, wanted)
      else if (before.retryLimit !== retries) await boss.updateQueue(name, wanted)
      // Sending looks a queue up in a list in memory; a changed one must be in it before a transaction sends.
      if (before?.retryLimit !== retries) await boss.findJobs(name, { id: noJob })
      known.add(name)
    }
  }

  const startWork = async ({ name, schedule, run }: Work): Promise<void> => {
    const pace = { pollingIntervalSeconds: 15, notifyPollingIntervalSeconds: 60 }
    let worker: string | undefined
    worker = await boss.work(name, pace, async ([job]) => {
      // Several jobs of one transaction (a mail to each of a team) wake the queue once: it looks again until none waits.
      if (worker !== undefined) boss.notifyWorker(worker)
      if (job !== undefined) await runOnce(name, run, job.data)
    })
    if (schedule !== undefined) await boss.schedule(name, schedule, null, { tz: timeZone })
  }

  /**
   * What was running when an embedded database was closed ended with its process: it is done again at once, not after a
   * quarter of an hour. It counts as a failed try, so that a job that ends the process does not do so for ever.
   */
  const takeUpEnded = async (): Promise<void> => {
    if (db.engine !== 'pglite') return
    const { rows } = await db.query("select name, id::text as id from pgboss.job where state = 'active'")
    for (const { name, id } of rows) {
      if (typeof name !== 'string' || typeof id !== 'string' || !known.has(name)) continue
      await boss.fail(name, id, { message: 'The process ended.' })
      await db.query("update pgboss.job set start_after = now() where id = $1 and state = 'retry'", [id])
    }
  }

  const runOnce = async (name: string, run: Work['run'], data: unknown): Promise<void> => {
    try {
      await run(data)
    } catch (error) {
      failed(error)
      // What is thrown here is stored with the job; the message of the real one may quote a person's data.
      throw new Error(`The job ${name} failed; see the log.`)
    }
  }

  const forgetOldSchedules = async (works: readonly Work[]): Promise<void> => {
    const wanted = new Set(works.filter((work) => work.schedule !== undefined).map((work) => work.name))
    for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name)
  }

  return {
    send: async (trx, name, data, { after } = {}) => {
      if (!known.has(name)) throw new Error(`There is no job ${name}, or the queue was not started yet.`)
      const role = await sql<{ role: string }>`select current_setting('role') as role`.execute(trx)
      await sql`select set_config('role', 'none', true)`.execute(trx)
      await boss.send(name, data, { db: fromKysely(trx), ...(after === undefined ? {} : { startAfter: after }) })
      await sql`select set_config('role', ${role.rows[0]?.role ?? 'none'}, true)`.execute(trx)
    },
    start: async (works) => {
      await boss.start()
      await makeQueues(works)
      await takeUpEnded()
      for (const work of works) await startWork(work)
      await forgetOldSchedules(works)
    },
    stop: (graceMs = 3000) => boss.stop({ graceful: true, timeout: graceMs }),
  }
}
