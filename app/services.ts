import { v7 as uuidv7 } from 'uuid'
import { modules, topics } from './app.ts'
import type { Database } from './platform/database/database.ts'
import { identityJobs } from './platform/identity/identity-jobs.ts'
import { identityNavigation } from './platform/identity/identity-navigation.ts'
import { createJobs, type Work } from './platform/jobs/jobs.ts'
import type { BrokenChain } from './platform/journal/check-chains.ts'
import { journalWorks } from './platform/journal/journal-works.ts'
import { createLive } from './platform/live/live.ts'
import { createMailer, mailWorks } from './platform/mail/mailer.ts'
import { mailboxTransport, noTransport, smtpTransport, type Transport } from './platform/mail/transport.ts'
import type { Log } from './platform/web/log.ts'
import type { Job } from './platform/web/module.ts'
import type { Assets, Services } from './platform/web/services.ts'
import type { ProcessSettings } from './settings.ts'

const version = '0.1.0'

export interface ServicesParts {
  readonly db: Database
  readonly settings: ProcessSettings
  readonly assets: Assets
  readonly log: Log
  /** What time it is; the machine's own where nothing is given. */
  readonly clock?: () => Date
}

export interface RunningServices {
  readonly services: Services
  /** Starts to work on the queue. */
  start(): Promise<void>
  /** Ends the live streams and lets running jobs finish. */
  stop(): Promise<void>
}

/** Makes what handlers work with, from an open and migrated database. */
export async function createServices({
  db,
  settings,
  assets,
  log,
  clock = () => new Date(),
}: ServicesParts): Promise<RunningServices> {
  const newId = uuidv7
  const failedIn = (room: string) => (error: unknown) => log.fault(error, { room })
  const live = await createLive({ db, topics, clock, newId, failed: failedIn('live') })
  const jobs = createJobs({ db, databaseUrl: settings.databaseUrl, failed: failedIn('jobs') })
  const transport = transportFor(settings)
  const services: Services = {
    db,
    live,
    jobs,
    mailer: createMailer({ jobs, clock, newId }),
    clock,
    newId,
    settings: {
      origin: settings.origin ?? `http://localhost:${settings.port}`,
      demo: settings.demo,
      version,
      secret: settings.secret,
      providers: settings.providers,
    },
    assets,
    navigation: [...modules.flatMap((module) => module.navigation), ...identityNavigation],
    references: modules.flatMap((module) => module.references ?? []),
    pointers: modules.flatMap((module) => module.pointers ?? []),
  }
  const bounced = (code: string) => log.warn({ room: 'mail', code }, 'a mail was refused for good')
  const broken = ({ stream, sequence, reason }: BrokenChain) =>
    log.fault(new Error(`The journal is not what it was: ${reason}.`), { room: 'journal', stream, sequence })
  const works: readonly Work[] = [
    ...mailWorks({ db, transport, clock, bounced }),
    ...journalWorks({ db, clock, broken }),
    ...[...identityJobs, ...modules.flatMap((module) => module.jobs)].map((job) => workOf(job, services)),
  ]
  return {
    services,
    start: () => jobs.start(works),
    stop: async () => {
      await live.close()
      await jobs.stop(1500)
      transport.close()
    },
  }
}

function workOf({ run, ...job }: Job, services: Services): Work {
  return { ...job, run: (data) => run(services, data) }
}

function transportFor({ demo, smtp }: ProcessSettings): Transport {
  if (demo) return mailboxTransport
  return smtp === undefined ? noTransport : smtpTransport(smtp.url, smtp.from)
}
