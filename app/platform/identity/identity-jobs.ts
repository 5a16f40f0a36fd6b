import { system } from '../database/scope.ts'
import type { Job } from '../web/module.ts'
import type { Services } from '../web/services.ts'
import './auth/auth-tables.ts'
import './people.ts'

const dayMs = 24 * 3600_000
/** Answered, withdrawn or expired invitations hold an address that nobody needs any more. */
const invitationDays = 30

/** Forgets what has ended: sessions, links, passes and old invitations. */
export async function forgetWhatEnded({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = clock()
  const before = (days: number) => new Date(now.getTime() - days * dayMs)
  await db.run(system, async (trx) => {
    await trx.deleteFrom('sessions').where('expires_at', '<', now).execute()
    await trx.deleteFrom('verifications').where('expires_at', '<', now).execute()
    await trx.deleteFrom('guests').where('expires_at', '<', now).execute()
    await trx.deleteFrom('invitations').where('expires_at', '<', before(invitationDays)).execute()
  })
}

export const identityJobs: readonly Job[] = [
  { name: 'forget-what-ended', schedule: '40 2 * * *', run: (services) => forgetWhatEnded(services) },
]
