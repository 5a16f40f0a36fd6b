import type { Database } from '../database/database.ts'
import type { Provider } from '../identity/federation/provider.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Live } from '../live/live.ts'
import type { Mailer } from '../mail/mail.ts'
import type { NavigationItem } from './module.ts'
import type { PointerSource } from './pointer.ts'
import type { ReferenceSource } from './reference.ts'

/** What handlers work with: made once in app/main.ts, handed down as parameters, replaced by nothing in tests. */
export interface Services {
  readonly db: Database
  readonly live: Live
  readonly jobs: Jobs
  readonly mailer: Mailer
  readonly clock: () => Date
  /** A new uuidv7. */
  readonly newId: () => string
  readonly settings: Settings
  readonly assets: Assets
  /** Of all modules, in their order. */
  readonly navigation: readonly NavigationItem[]
  /** What modules offer each other to point to. */
  readonly references: readonly ReferenceSource[]
  /** What of all modules points to something that was offered. */
  readonly pointers: readonly PointerSource[]
}

export interface Settings {
  /** Address by which people reach this server, without a slash at its end. */
  readonly origin: string
  /** Fictional schools, personas that sign in with one click, a mailbox page. Never on a real server. */
  readonly demo: boolean
  readonly version: string
  /** Key of signatures and keyed hashes, at least 32 bytes. */
  readonly secret: string
  /** Where people may sign in with an account of their school (OpenID Connect). */
  readonly providers?: readonly Provider[]
}

/** Addresses of the built files by their plain name: `client.js` → `/assets/client-3f2a.js`. */
export type Assets = Readonly<Record<string, string>>
