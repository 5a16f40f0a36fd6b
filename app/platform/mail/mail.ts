import type { Trx } from '../database/scope.ts'

/** A letter to one person. Text first: every mail reads well without HTML. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}

export interface Mailer {
  /** Puts a mail in the queue, in the caller's transaction: it goes out after commit, and not when that fails. */
  send(trx: Trx, mail: Mail): Promise<void>
}
