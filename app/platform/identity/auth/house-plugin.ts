import { createAuthEndpoint } from '@better-auth/core/api'
import { APIError } from '@better-auth/core/error'
import { setSessionCookie } from 'better-auth/cookies'
import type { BetterAuthPlugin } from 'better-auth/types'
import { z } from 'zod'

const startSessionBody = z.object({
  userId: z.uuid(),
  /** When this person showed a passkey or a code; null where only the mail link or the invitation was shown. */
  secondFactorAt: z.date().nullable(),
})

/**
 * Starting a session for somebody whom the house itself has recognised: by an accepted invitation, a code, or (in the
 * demo) as a persona. Server only: it has no path, so no request can reach it.
 */
export const housePlugin = {
  id: 'kantelpunt',
  endpoints: {
    startSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: startSessionBody, requireHeaders: true },
      async (ctx) => {
        const { userId, secondFactorAt } = ctx.body
        const user = await ctx.context.internalAdapter.findUserById(userId)
        if (!user) throw new APIError('NOT_FOUND')
        const session = await ctx.context.internalAdapter.createSession(userId, false, { secondFactorAt })
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ sessionId: session.id })
      },
    ),
  },
} satisfies BetterAuthPlugin
