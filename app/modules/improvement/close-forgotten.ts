import { organisationScope, system } from '../../platform/database/scope.ts'
import { perform } from '../../platform/journal/perform.ts'
import type { Job } from '../../platform/web/module.ts'
import type { Services } from '../../platform/web/services.ts'
import { boardStream } from './board.ts'
import { endSession, type ForgottenSession, findForgotten } from './session-end-store.ts'
import { mailAgreed } from './session-mail.ts'

/** Closes the sessions that nobody closed: what was agreed is not to get lost with them. */
export const closeForgottenJob: Job = {
  name: 'improvement-close-forgotten-sessions',
  schedule: '*/15 * * * *',
  run: async (services) => {
    const forgotten = await services.db.run(system, (trx) => findForgotten(trx, services.clock()))
    for (const session of forgotten) await closeOne(services, session)
  },
}

async function closeOne(services: Services, forgotten: ForgottenSession): Promise<void> {
  const { organisationId, boardId, organisationSlug, mails } = forgotten
  const now = services.clock()
  const operation = {
    organisationId,
    stream: boardStream(boardId),
    actor: 'system',
    id: services.newId(),
    content: {},
    at: now,
  }
  await perform(services.db, organisationScope(organisationId), operation, async (trx, record) => {
    // Somebody closed it while this ran: nothing to do.
    const ended = await endSession({ trx, record, organisationId, boardId, now }, 'clock')
    if (!ended.ok || !mails) return null
    const { sessionId, agreed } = ended
    const { origin } = services.settings
    const mailing = { organisationId, organisationSlug, boardId, sessionId, agreed, byClock: true, now, origin }
    await mailAgreed(trx, services.mailer, mailing)
    return null
  })
}
