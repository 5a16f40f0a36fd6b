import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createApp, modules } from './app.ts'
import { migrations } from './migrations.ts'
import { openDatabase } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { system } from './platform/database/scope.ts'
import { demoRefusal } from './platform/identity/demo-mark.ts'
import { identityDemo } from './platform/identity/identity-demo.ts'
import { builtAssets } from './platform/web/built-assets.ts'
import { trustedProxies } from './platform/web/client-address.ts'
import { explainAndExit } from './platform/web/explain-fault.ts'
import { createLog } from './platform/web/log.ts'
import { isReady } from './platform/web/ready.ts'
import { securityContact } from './platform/web/security-contact.ts'
import { startServer } from './platform/web/server.ts'
import { stopOnSignal } from './platform/web/stop-on-signal.ts'
import { createServices } from './services.ts'
import { readSettings, SettingsError } from './settings.ts'

process.on('uncaughtException', explainAndExit)

const settings = readSettings(process.env)
const log = createLog(settings.logLevel)
const buildFolder = join(import.meta.dirname, '..')

const db = await openDatabase({ url: settings.databaseUrl, folder: settings.dataFolder, poolSize: settings.poolSize })
await migrate(db.kysely, migrations, (text) => createHash('sha256').update(text).digest('hex'))
const refusal = await db.run(system, (trx) => demoRefusal(trx, settings.demo))
if (refusal !== null) {
  await db.close()
  throw new SettingsError(refusal)
}

const { services, ...work } = await createServices({ db, settings, assets: builtAssets(buildFolder), log })
await work.start()
if (settings.demo) await identityDemo(services)
for (const module of settings.demo ? modules : []) await module.demo?.(services)

let stopping = false
const app = createApp({
  services,
  assetFolder: join(buildFolder, 'public'),
  failed: (error, requestId, route) => log.fault(error, { requestId, route }),
  log,
  limits: {
    requestsPerMinute: settings.requestsPerMinute,
    trustedProxies: trustedProxies(settings.trustedProxies),
  },
  house: {
    ready: async () =>
      !stopping &&
      isReady(
        db,
        migrations.map((migration) => migration.name),
      ),
    security: securityContact(settings.securityContact, {
      origin: services.settings.origin,
      startedAt: services.clock(),
    }),
  },
})
const server = await startServer({ fetch: app.fetch, port: settings.port, host: settings.host })
stopOnSignal(
  [
    () => {
      stopping = true
    },
    // Live streams never end by themselves, so they are ended while the server waits for the other requests.
    () => Promise.all([server.stop(3000), work.stop()]),
    () => db.close(),
  ],
  (error) => log.fault(error),
)

// Only now: whoever started us may tell us to stop as soon as they hear that we are here.
process.stdout.write(`Kantelpunt is ready: http://localhost:${server.port}\n`)
if (settings.demo) process.stdout.write('Sign in there as one of the people of the demo; their mail is at /mailbox.\n')
process.send?.({ ready: true, port: server.port })
