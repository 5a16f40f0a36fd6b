import type { Database } from '../database/database.ts'
import { system } from '../database/scope.ts'
import { chainHash, origin } from './chain.ts'
import { entriesAfter } from './journal-store.ts'

export interface BrokenChain {
  readonly organisationId: string
  readonly stream: string
  /** The first entry that is not where or what it was. */
  readonly sequence: number
  readonly reason: 'gap' | 'altered' | 'cut-off'
}

export interface ChainCheck {
  readonly streams: number
  readonly entries: number
  readonly broken: readonly BrokenChain[]
}

const batch = 500

/** Reads every stream, of every organisation or of one, from its first entry on and compares it with its hashes. */
export async function checkChains(db: Database, only?: string): Promise<ChainCheck> {
  const heads = await db.run(system, (trx) => {
    const streams = trx.selectFrom('journal_streams').selectAll().orderBy('organisation_id').orderBy('stream')
    return (only === undefined ? streams : streams.where('organisation_id', '=', only)).execute()
  })
  const broken: BrokenChain[] = []
  let entries = 0
  for (const { organisation_id: organisationId, stream, sequence, hash } of heads) {
    let last = { sequence: 0, hash: origin }
    let reason: BrokenChain['reason'] | null = null
    for (;;) {
      const rows = await db.run(system, (trx) => entriesAfter(trx, organisationId, stream, last.sequence, batch))
      for (const entry of rows) {
        if (entry.sequence !== last.sequence + 1) reason = 'gap'
        else if (chainHash(last.hash, stream, entry) !== entry.hash) reason = 'altered'
        if (reason !== null) break
        last = entry
      }
      entries += rows.length
      if (reason !== null || rows.length < batch) break
    }
    // The stream may have grown since its head was read, so it may be ahead; behind it may not be.
    if (reason === null && (last.sequence < sequence || (last.sequence === sequence && last.hash !== hash))) {
      reason = 'cut-off'
    }
    if (reason !== null) broken.push({ organisationId, stream, sequence: last.sequence + 1, reason })
  }
  return { streams: heads.length, entries, broken }
}
