import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { system, type Trx } from '../database/scope.ts'
import type { Present } from './topic.ts'

const presenceChannel = 'kantelpunt_presence'

export interface PresenceTiming {
  readonly heartbeatMs: number
  /** A process that was not seen for this long is gone, and with it everybody on it. */
  readonly goneAfterMs: number
}

const usualTiming: PresenceTiming = { heartbeatMs: 20_000, goneAfterMs: 60_000 }

interface ProcessTable {
  id: string
  seen_at: Date
}

interface PresenceTable {
  organisation_id: string
  stream: string
  connection: string
  process_id: string
  actor: string
  name: string
}

declare module '../database/schema.ts' {
  interface Schema {
    live_processes: ProcessTable
    presence: PresenceTable
  }
}

export interface Presence {
  came(connection: string, organisationId: string, stream: string, who: Present): Promise<void>
  left(connection: string): Promise<void>
  /** Everybody there, on all processes, once each, in the order of their names. */
  of(organisationId: string, stream: string): Promise<readonly Present[]>
  close(): Promise<void>
}

export interface PresenceSettings {
  readonly db: Database
  readonly newId: () => string
  /** Called with `organisation stream` when somebody came or left, on whichever process. */
  readonly changed: (key: string) => void
  /** Called when changes may have been missed. */
  readonly missed: () => void
  readonly failed: (error: unknown) => void
  readonly timing?: PresenceTiming
}

/**
 * Who is where, in the database, so that every process knows; one heartbeat a process, not one a person. Times are the
 * database's, so that machines whose clocks differ don't take each other for dead.
 */
export async function createPresence(settings: PresenceSettings): Promise<Presence> {
  const { db, newId, changed, missed, failed, timing = usualTiming } = settings
  const processId = newId()
  const ours = new Map<string, PresenceTable>()

  const beat = (): Promise<void> =>
    db.run(system, async (trx) => {
      const { rows } = await sql<{ born: boolean }>`
        insert into live_processes (id, seen_at) values (${processId}, now())
        on conflict (id) do update set seen_at = now() returning xmax = 0 as born`.execute(trx)
      // Others took us for dead, after a pause or without the database for a while: say again who is here.
      if (rows[0]?.born === true && ours.size > 0) {
        await trx
          .insertInto('presence')
          .values([...ours.values()])
          .execute()
        await tell(trx, [...ours.values()])
      }
      await forgetTheDead(trx)
    })

  const forgetTheDead = async (trx: Trx): Promise<void> => {
    // PGlite serves one process: whoever else is in the table died with an earlier one.
    const dead =
      db.engine === 'pglite'
        ? sql<boolean>`live_processes.id <> ${processId}`
        : sql<boolean>`live_processes.seen_at < now() - ${timing.goneAfterMs} * interval '1 millisecond'`
    const gone = await trx
      .selectFrom('presence')
      .innerJoin('live_processes', 'live_processes.id', 'presence.process_id')
      .select(['organisation_id', 'stream'])
      .distinct()
      .where(dead)
      .execute()
    await trx.deleteFrom('live_processes').where(dead).execute()
    await tell(trx, gone)
  }

  await beat()
  const timer = setInterval(() => void beat().catch(failed), timing.heartbeatMs)
  timer.unref()
  const stopListening = await db.listen(presenceChannel, changed, missed)

  return {
    came: async (connection, organisationId, stream, who) => {
      const row: PresenceTable = {
        organisation_id: organisationId,
        stream,
        connection,
        process_id: processId,
        actor: who.actor,
        name: who.name,
      }
      ours.set(connection, row)
      await db.run(system, async (trx) => {
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('presence')
          .columns(['organisation_id', 'stream', 'connection', 'process_id', 'actor', 'name'])
          .expression(
            sql`select ${row.organisation_id}::uuid, ${stream}::text, ${connection}::uuid, id, ${row.actor}::text,
              ${row.name}::text from live_processes where id = ${processId}`,
          )
          .executeTakeFirst()
        // Where our process was taken for dead, the next heartbeat adds everybody again.
        if (numInsertedOrUpdatedRows === 1n) await tell(trx, [row])
      })
    },
    left: async (connection) => {
      const row = ours.get(connection)
      if (row === undefined) return
      ours.delete(connection)
      await db.run(system, async (trx) => {
        await trx
          .deleteFrom('presence')
          .where('organisation_id', '=', row.organisation_id)
          .where('stream', '=', row.stream)
          .where('connection', '=', connection)
          .execute()
        await tell(trx, [row])
      })
    },
    of: (organisationId, stream) =>
      db.run(system, (trx) =>
        trx
          .selectFrom('presence')
          .select(['actor', 'name'])
          .distinct()
          .where('organisation_id', '=', organisationId)
          .where('stream', '=', stream)
          .orderBy('name')
          .execute(),
      ),
    close: async () => {
      clearInterval(timer)
      await stopListening()
      const streams = [...ours.values()]
      ours.clear()
      await db
        .run(system, async (trx) => {
          await trx.deleteFrom('live_processes').where('id', '=', processId).execute()
          await tell(trx, streams)
        })
        .catch(failed)
    },
  }
}

/** Lets every process know that somebody came to these streams or left them. Equal notifications are sent once. */
async function tell(trx: Trx, places: readonly { organisation_id: string; stream: string }[]): Promise<void> {
  if (places.length === 0) return
  const keys = places.map(({ organisation_id, stream }) => `${organisation_id} ${stream}`)
  await sql`select pg_notify(${presenceChannel}, key) from unnest(${keys}::text[]) as key`.execute(trx)
}
