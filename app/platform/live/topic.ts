import type { Trx } from '../database/scope.ts'
import type { Html } from '../html/jsx-runtime.ts'
import type { OrganisationRef, Visit } from '../identity/viewer.ts'
import type { JournalEntry } from '../journal/journal.ts'
import type { Locale } from '../text/dictionary.ts'
import type { Access } from '../web/access.ts'

/** Somebody who has the page open now. */
export interface Present {
  /** As in the journal: `person:<id>` or `guest:<id>`. */
  readonly actor: string
  readonly name: string
}

/** What one group of devices is shown: all devices with the same variant get the same bytes. */
export interface Variant {
  readonly locale: Locale
  /** Which page asks, such as `desk`, `wall` or `phone`. */
  readonly view: string
  /** What `follow` said of the visitor, such as `writes` or `reads`. */
  readonly audience: string
}

export interface Change extends Variant {
  readonly organisation: OrganisationRef
  /** The part of the stream's name behind the colon. */
  readonly id: string
  readonly entries: readonly JournalEntry[]
  readonly now: Date
}

/** A kind of stream that pages can follow. The stream `board:<id>` is followed at `/live/<slug>/board/<id>`. */
export interface Topic {
  readonly kind: string
  readonly access: Access
  /** Whether this visitor may follow this stream: its audience, or null for no. Runs under the visitor's scope. */
  follow(trx: Trx, visit: Visit, id: string): Promise<string | null>
  /** What changed, as `<turbo-stream>` elements. Runs under the scope of the organisation. */
  render(trx: Trx, change: Change): Promise<Html>
  /** Who is here, as `<turbo-stream>` elements; without it presence is not sent. */
  renderPresence?(present: readonly Present[], variant: Variant): Html
}
