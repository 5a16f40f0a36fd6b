import { tmpdir } from 'node:os'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/database.ts'
import { trustedProxies } from './client-address.ts'
import { createWeb, type WebParts } from './create-web.ts'
import { startServer } from './server.ts'
import type { Services, Settings } from './services.ts'

export interface WebOnPort {
  readonly url: string
  readonly port: number
  /** What handlers threw. */
  readonly faults: readonly unknown[]
  stop(graceMs?: number): Promise<void>
}

export interface WebWanted
  extends Partial<Pick<WebParts, 'routes' | 'topics' | 'log' | 'limits' | 'house' | 'assetFolder'>> {
  readonly settings?: Partial<Settings>
  /** Without it a handler or cookie that needs the database is a fault. */
  readonly db?: Database
}

/** The web room over some routes on a free port, for tests of what a browser meets: limits, headers, broken bodies. */
export async function webOnPort({ settings = {}, db, ...wanted }: WebWanted): Promise<WebOnPort> {
  const faults: unknown[] = []
  const app = createWeb({
    services: servicesWithout(db, settings),
    routes: [],
    topics: [],
    assetFolder: tmpdir(),
    failed: (error) => void faults.push(error),
    limits: { requestsPerMinute: 100_000, trustedProxies: trustedProxies([]) },
    ...wanted,
  })
  const server = await startServer({ fetch: app.fetch, port: 0, host: '127.0.0.1' })
  return {
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    faults,
    stop: (graceMs = 1000) => server.stop(graceMs),
  }
}

function servicesWithout(db: Database | undefined, settings: Partial<Settings>): Services {
  return {
    db: db ?? noDatabase,
    get live(): never {
      return absent('live streams')
    },
    get jobs(): never {
      return absent('jobs')
    },
    get mailer(): never {
      return absent('mail')
    },
    clock: () => new Date(),
    newId: uuidv7,
    settings: { origin: 'http://localhost', demo: false, version: 'test', secret: 'x'.repeat(32), ...settings },
    assets: {},
    navigation: [],
    references: [],
    pointers: [],
  }
}

const noDatabase: Database = {
  engine: 'pglite',
  get kysely(): never {
    return absent('database')
  },
  run: async () => absent('database'),
  ask: async () => absent('database'),
  query: async () => absent('database'),
  listen: async () => absent('database'),
  close: async () => {},
}

function absent(what: string): never {
  throw new Error(`No ${what} in this test.`)
}
