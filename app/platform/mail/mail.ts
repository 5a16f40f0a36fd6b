import type { Trx } from '../database/scope.ts'
import type { Locale } from '../text/dictionary.ts'

/** A letter to one person. Text first: every mail reads well without HTML. */
export interface Mail {
  /** One bare address, `somebody@school.example`. */
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Made from the text where it is not given. */
  readonly html?: string
  /** Language of the text, for who has it read aloud; Dutch where nothing is said. */
  readonly locale?: Locale
}

export interface Mailer {
  /** Puts a mail in the queue, in the caller's transaction: it goes out after commit, and not when that fails. */
  send(trx: Trx, mail: Mail): Promise<void>
}

export interface OutgoingMailTable {
  id: string
  recipient: string
  subject: string
  text: string
  html: string
  created_at: Date
  sent_at: Date | null
}

declare module '../database/schema.ts' {
  interface Schema {
    outgoing_mails: OutgoingMailTable
  }
}
