import type { ColumnType } from 'kysely'
import '../auth/auth-tables.ts'

/** An authenticator app of somebody. Not confirmed: being set up, it opens nothing yet. */
export interface TwoFactorTable {
  user_id: string
  /** Encrypted with the server's secret. */
  secret: string
  confirmed_at: Date | null
  /** The last time step whose code was used: each works once (RFC 6238 section 5.2). */
  last_step: ColumnType<number, number | undefined, number>
  failures: ColumnType<number, number | undefined, number>
  locked_until: ColumnType<Date | null, Date | null | undefined, Date | null>
  created_at: Date
}

/** What opens the door when phone and passkey are lost: each once. */
export interface RecoveryCodeTable {
  user_id: string
  code_hash: string
}

declare module '../../database/schema.ts' {
  interface Schema {
    two_factors: TwoFactorTable
    recovery_codes: RecoveryCodeTable
  }
}
