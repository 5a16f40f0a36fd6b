import type { Database } from '../database/database.ts'
import { system } from '../database/scope.ts'
import type { Work } from '../jobs/jobs.ts'
import { type BrokenChain, checkChains } from './check-chains.ts'

/** A device replays what waited on it for at most 30 days; twice that long its operations are remembered. */
const rememberedMs = 60 * 24 * 3600_000

export interface JournalWorkParts {
  readonly db: Database
  readonly clock: () => Date
  /** An entry is not where or what it was: somebody changed the journal past the app. */
  readonly broken: (chain: BrokenChain) => void
}

/** What the journal does at night: check its chains, and forget operations that nobody can repeat any more. */
export function journalWorks({ db, clock, broken }: JournalWorkParts): readonly Work[] {
  return [
    {
      name: 'check-journal',
      schedule: '40 3 * * *',
      run: async () => {
        for (const chain of (await checkChains(db)).broken) broken(chain)
      },
    },
    {
      name: 'forget-operations',
      schedule: '30 3 * * *',
      run: async () => {
        const oldest = new Date(clock().getTime() - rememberedMs)
        await db.run(system, (trx) => trx.deleteFrom('operations').where('at', '<', oldest).execute())
      },
    },
  ]
}
