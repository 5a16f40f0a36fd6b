import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { members } from '../../../../platform/web/access.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { makeCode } from '../../session-code.ts'
import { startSession } from '../../session-store.ts'
import { mostMinutes } from '../../session-timer.ts'
import { sessionText } from '../../text.session.ts'
import { boardForm } from '../board-form.ts'
import { done, sessionWrite } from './session-write.ts'
import { teamIdsOf } from './team-ids.ts'

const start = boardForm({
  path: '/session',
  schema: z.object({ minutes: z.coerce.number().int().min(5).max(mostMinutes).optional() }),
  labels: (locale) => ({ minutes: sessionText(locale).desk.minutes }),
  work: async (write) => {
    const { trx, board, place, writing, value } = write
    // A class has no team of colleagues to divide roles over.
    const teamIds = board.kind === 'class' ? [] : await teamIdsOf(trx, place.organisationId, board.teamId)
    const newCode = () => makeCode((limit) => randomInt(limit))
    await startSession(sessionWrite(write), { id: writing.id, teamIds, minutes: value.minutes, newCode })
    return done
  },
  to: (_c, path) => `${path}/session`,
})

/** Guests join a session, they don't start one. */
export const startRoute: Route = { ...start, access: members('teacher', 'coach', 'leader') }
