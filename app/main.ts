import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { v7 as uuidv7 } from 'uuid'
import { createApp, modules, topics } from './app.ts'
import { migrations } from './migrations.ts'
import { openDatabase } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { createLive } from './platform/live/live.ts'
import type { Services } from './platform/web/services.ts'
import { readSettings } from './settings.ts'

const settings = readSettings(process.env)
const buildFolder = join(import.meta.dirname, '..')
const report = (error: unknown, requestId = '-') => {
  process.stderr.write(
    `${JSON.stringify({ level: 'error', requestId, error: error instanceof Error ? error.stack : String(error) })}\n`,
  )
}

const db = await openDatabase({ url: settings.databaseUrl, folder: settings.dataFolder, poolSize: settings.poolSize })
await migrate(db.kysely, migrations, (text) => createHash('sha256').update(text).digest('hex'))
const clock = () => new Date()
const live = await createLive({ db, topics, clock, newId: uuidv7, failed: report })
const services: Services = {
  db,
  live,
  mailer: { send: async () => {} },
  clock,
  newId: uuidv7,
  settings: {
    origin: settings.origin ?? `http://localhost:${settings.port}`,
    demo: settings.demo,
    version: '0.1.0',
    secret: settings.secret,
  },
  assets: assetsIn(buildFolder),
  navigation: modules.flatMap((module) => module.navigation),
}
for (const module of settings.demo ? modules : []) await module.demo?.(services)

const app = createApp({ services, assetFolder: join(buildFolder, 'public'), failed: report })
const server = serve({ fetch: app.fetch, port: settings.port, hostname: settings.host }, (address: AddressInfo) => {
  process.stdout.write(`Kantelpunt is ready: http://localhost:${address.port}\n`)
  process.send?.({ ready: true, port: address.port })
})

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void live
      .close()
      .then(() => new Promise((done) => server.close(done)))
      .then(() => db.close())
      .then(() => process.exit(0))
  })
}

function assetsIn(folder: string): Record<string, string> {
  const path = join(folder, 'manifest.json')
  if (!existsSync(path)) return {}
  // Written by scripts/build.mjs: plain name → name with hash.
  const names = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
  return Object.fromEntries(Object.entries(names).map(([name, file]) => [name, `/assets/${file}`]))
}
