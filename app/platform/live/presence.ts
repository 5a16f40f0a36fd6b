import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { system } from '../database/scope.ts'
import type { Present } from './topic.ts'

const presenceChannel = 'kantelpunt_presence'
const heartbeatMs = 20_000
/** A process that was not seen for this long is gone, and with it everybody on it. */
const goneAfterMs = 60_000

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
  left(connection: string, organisationId: string, stream: string): Promise<void>
  /** Everybody there, on all processes, once each, in the order of their names. */
  of(organisationId: string, stream: string): Promise<readonly Present[]>
  close(): Promise<void>
}

export interface PresenceSettings {
  readonly db: Database
  readonly clock: () => Date
  readonly newId: () => string
  /** Called with `organisation stream` when somebody came or left, on whichever process. */
  readonly changed: (key: string) => void
}

/** Who is where, in the database, so that every process knows; one heartbeat a process, not one a person. */
export async function createPresence({ db, clock, newId, changed }: PresenceSettings): Promise<Presence> {
  const processId = newId()
  const beat = () =>
    db.run(system, async (trx) => {
      const now = clock()
      await trx
        .insertInto('live_processes')
        .values({ id: processId, seen_at: now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: now }))
        .execute()
      await trx
        .deleteFrom('live_processes')
        .where('seen_at', '<', new Date(now.getTime() - goneAfterMs))
        .execute()
    })
  await beat()
  const timer = setInterval(() => void beat().catch(() => {}), heartbeatMs)
  timer.unref()
  const stopListening = await db.listen(presenceChannel, changed)

  return {
    came: (connection, organisationId, stream, who) =>
      db.run(system, async (trx) => {
        await trx
          .insertInto('presence')
          .values({
            organisation_id: organisationId,
            stream,
            connection,
            process_id: processId,
            actor: who.actor,
            name: who.name,
          })
          .execute()
        await sql`select pg_notify(${presenceChannel}, ${`${organisationId} ${stream}`})`.execute(trx)
      }),
    left: (connection, organisationId, stream) =>
      db.run(system, async (trx) => {
        await trx
          .deleteFrom('presence')
          .where('organisation_id', '=', organisationId)
          .where('stream', '=', stream)
          .where('connection', '=', connection)
          .execute()
        await sql`select pg_notify(${presenceChannel}, ${`${organisationId} ${stream}`})`.execute(trx)
      }),
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
      await db
        .run(system, (trx) => trx.deleteFrom('live_processes').where('id', '=', processId).execute())
        .catch(() => {})
    },
  }
}
