import { mkdtempSync, rmSync } from 'node:fs'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes, topics } from '../../app/app.ts'
import { migrations } from '../../app/migrations.ts'
import { freshDatabase } from '../../app/platform/database/testing.ts'
import { authOf } from '../../app/platform/identity/auth/auth-of.ts'
import { createWeb } from '../../app/platform/web/create-web.ts'
import { liveRoutes } from '../../app/platform/web/live-route.ts'
import type { Log } from '../../app/platform/web/log.ts'
import type { Route } from '../../app/platform/web/route.ts'
import { createServices } from '../../app/services.ts'
import { readSettings } from '../../app/settings.ts'
import { pathOf } from './paths.ts'
import { idFrom, plantRow, type Row } from './plant.ts'
import { readTables, type Table } from './tables.ts'
import { guestCookieOf, type Place, places, placeVisitors, type Tenant, type Visitor, visitors } from './visitors.ts'

export interface Asked {
  readonly status: number
  /** Everything that came back: headers and body. */
  readonly text: string
  /** Whether the handler of the route was run. */
  readonly reached: boolean
  /** The lines that set a cookie. */
  readonly cookies: readonly string[]
}

export interface Question {
  readonly route: Route
  readonly path: string
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
}

export type TwoTenants = Awaited<ReturnType<typeof openTwoTenants>>

const platformId = idFrom('platform')

/** The whole app over a database with two tenants in it, asked without a server. */
export async function openTwoTenants() {
  const folder = mkdtempSync(join(tmpdir(), 'kantelpunt-tenants-'))
  const settings = readSettings({ KANTELPUNT_DATA: folder, KANTELPUNT_DEMO: '0', ORIGIN: 'https://kantelpunt.example' })
  const faults: unknown[] = []
  const ignore = () => {}
  const log: Log = {
    debug: ignore,
    info: ignore,
    warn: ignore,
    // There is no mail server here: letters wait in their table, and the job says so.
    fault: (error) => void (String(error).includes('No mail server') || faults.push(error)),
  }
  const fresh = await freshDatabase('pglite', migrations)
  const db = fresh.database
  const { services, ...work } = await createServices({ db, settings, assets: {}, log })
  await work.start()
  // What happens by the clock (forgotten sessions are closed) would change a tenant while a test looks at it.
  await db.query('delete from pgboss.schedule')

  let reached = false
  const watched = routes.map(
    ({ perMinute: _, ...route }): Route => ({
      ...route,
      handle: (c) => {
        reached = true
        return route.handle(c)
      },
    }),
  )
  const app = createWeb({
    services,
    routes: watched,
    topics: topics.map((topic) => ({
      ...topic,
      follow: (trx, visit, id) => {
        reached = true
        return topic.follow(trx, visit, id)
      },
    })),
    assetFolder: folder,
    failed: (error) => void faults.push(error),
  })

  const tables = await readTables(db)
  const tenants = Object.fromEntries(places.map((place) => [place, tenantAt(place)])) as Record<Place, Tenant>
  const rows = { here: new Map<string, Row>(), there: new Map<string, Row>() } satisfies Record<Place, Map<string, Row>>
  await db.query(
    `insert into organisations (id, kind, slug, name, created_at) values ($1, 'platform', 'kantelpunt', 'Kantelpunt', now())`,
    [platformId],
  )
  for (const place of places) {
    const { schoolId, boardId, slug, canary } = tenants[place]
    await db.query(
      `insert into organisations (id, kind, slug, name, parent_id, place, holiday_region, created_at) values
       ($1, 'board', $2 || '-bestuur', $3, null, $3, 'noord', now()), ($4, 'school', $2, $3, $1, $3, 'noord', now())`,
      [boardId, slug, canary, schoolId],
    )
    rows[place].set('organisations', { id: schoolId })
    for (const table of tables.filter((each) => isOfTenant(each) || isOfPerson(each))) {
      rows[place].set(table.name, await plantRow(db, table, { organisationId: schoolId, canary }, rows[place]))
    }
  }

  const about = (place: Place) => `session:${String(rows[place].get('board_sessions')?.id)}`
  const cookies = new Map<Visitor, string>()
  const settle = async (): Promise<void> => {
    await placeVisitors(db, tenants, platformId, { here: about('here'), there: about('there') })
  }

  /** The cookie of a visitor, who signs in again where what they did ended their session. */
  const cookieOf = async (visitor: Visitor): Promise<string> => {
    if (visitor.kind === 'guest') return guestCookieOf(visitor)
    if (visitor.userId === null) return ''
    const known = cookies.get(visitor)
    const { rows: open } = await db.query(
      'select 1 from sessions where user_id = $1 and (second_factor_at is not null) = $2',
      [visitor.userId, visitor.strong],
    )
    if (known !== undefined && open.length > 0) return known
    const { headers } = await authOf(services).api.startSession({
      body: { userId: visitor.userId, secondFactorAt: visitor.strong ? services.clock() : null },
      headers: new Headers(),
      returnHeaders: true,
    })
    const cookie = headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    cookies.set(visitor, cookie)
    return cookie
  }

  const ask = async (visitor: Visitor, { route, path, body, headers = {} }: Question): Promise<Asked> => {
    const cookie = await cookieOf(visitor)
    reached = false
    // Streams of events are written to the response of a server; this one goes nowhere.
    const outgoing = new ServerResponse(new IncomingMessage(new Socket()))
    const init = {
      method: route.method,
      headers: { 'sec-fetch-site': 'same-origin', ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { body }),
    }
    const answer = await app.request(`${services.settings.origin}${path}`, init, { outgoing })
    outgoing.emit('close')
    const text = `${JSON.stringify([...answer.headers])}\n${await answer.text()}`
    return { status: answer.status, text, reached, cookies: answer.headers.getSetCookie() }
  }

  await settle()
  return {
    db,
    tables,
    tenants,
    visitors,
    faults,
    settle,
    ask,
    /** Every route of the app, the live streams included. */
    routes: [...routes, ...liveRoutes(topics)],
    pathOf: (route: Pick<Route, 'path'>, rowsOf: Place, slugOf: Place = rowsOf) =>
      pathOf(route, tenants[rowsOf], rows[rowsOf], tenants[slugOf]),
    /** A sum over every row of one tenant: the same as long as nothing of it changed. */
    sumOf: async (place: Place): Promise<Readonly<Record<string, string>>> => {
      const sums: Record<string, string> = {}
      for (const table of tables) {
        if (!isOfTenant(table) && !isOfPerson(table)) continue
        const owner = isOfTenant(table) ? 'organisation_id' : table.name === 'users' ? 'id' : 'user_id'
        const { rows: sum } = await db.query(
          `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${table.name} t where ${owner} = any($1)`,
          [[tenants[place].schoolId, tenants[place].boardId, rows[place].get('users')?.id]],
        )
        sums[table.name] = String(sum[0]?.sum)
      }
      return sums
    },
    /**
     * A sum over the rows of each table, but for when fields were written: an edit to what stands already moves only that.
     */
    contentSums: async (): Promise<Readonly<Record<string, string>>> => {
      const parts = tables.map(
        ({ name }) =>
          `select '${name}' as name, md5(string_agg(row::text, '' order by row)) as sum from (select to_jsonb(t) - 'stamps' as row from ${name} t) rows`,
      )
      const { rows: sums } = await db.query(parts.join(' union all '))
      return Object.fromEntries(sums.map((row) => [String(row.name), String(row.sum)]))
    },
    /** Counts transactions that wrote anything: while it stands still, so does every sum. */
    writes: async (): Promise<number> => {
      const { rows: found } = await db.query('select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next')
      return Number(found[0]?.next)
    },
    close: async () => {
      await work.stop()
      await fresh.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What somebody has wherever they work: their devices, their passkeys. */
function isOfPerson(table: Table): boolean {
  return (
    table.name === 'users' || table.foreignKeys.some((key) => key.table === 'users' && key.columns[0] === 'user_id')
  )
}

/** Who is here now belongs to the running processes, which tidy it up while a test runs. */
function isOfTenant(table: Table): boolean {
  return table.name !== 'presence' && table.columns.some((column) => column.name === 'organisation_id')
}

function tenantAt(place: Place): Tenant {
  return {
    place,
    schoolId: idFrom('school', place),
    boardId: idFrom('board', place),
    slug: `school-${place}`,
    canary: `Kanarie ${place}`,
  }
}
