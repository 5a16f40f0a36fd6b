import { z } from 'zod'
import { members } from '../../../../platform/web/access.ts'
import { organisationOf } from '../../../../platform/web/context.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { endSession } from '../../session-end-store.ts'
import { mailAgreed } from '../../session-mail.ts'
import { boardForm } from '../board-form.ts'
import { done, sessionWrite } from './session-write.ts'

const end = boardForm({
  path: '/session/end',
  schema: z.object({}),
  work: async (write) => {
    const { c, trx, place, board } = write
    const ended = await endSession(sessionWrite(write), 'team')
    if (!ended.ok) return done
    const { mailer, settings } = c.var.services
    // A board of a class is the class's own; what the team agreed goes to the team.
    if (board.kind !== 'class') {
      await mailAgreed(trx, mailer, {
        ...place,
        organisationSlug: organisationOf(c).slug,
        sessionId: ended.sessionId,
        agreed: ended.agreed,
        byClock: false,
        now: c.var.now,
        origin: settings.origin,
      })
    }
    return { ok: true, card: ended.sessionId }
  },
  to: (c, path, session = 'last') => `${path}/sessions/${session}${c.req.query('wall') === undefined ? '' : '?wall'}`,
})

/** A guest may move a session, not close it. */
export const endRoute: Route = { ...end, access: members('teacher', 'coach', 'leader') }
