import { z } from 'zod'
import { endGuests } from '../../../../platform/identity/guests.ts'
import { members } from '../../../../platform/web/access.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { teamBoardPath } from '../../board.ts'
import { pupilsOf } from '../../class-board-store.ts'
import { wipeClassBoardsJob } from '../../wipe-class-boards.ts'
import { boardForm } from '../board-form.ts'

const close = boardForm({
  path: '/close',
  schema: z.object({}),
  work: async ({ c, trx, board, place }) => {
    if (board.kind !== 'class') return { ok: false, reason: 'no-such-card' }
    await trx
      .updateTable('boards')
      .set({ archived_at: c.var.now })
      .where('organisation_id', '=', place.organisationId)
      .where('id', '=', board.id)
      .execute()
    await endGuests(trx, place.organisationId, { about: pupilsOf(board.id) })
    await c.var.services.jobs.send(trx, wipeClassBoardsJob.name, {})
    return { ok: true }
  },
  to: (c, _path, _card, board) => teamBoardPath(c.var.visit.organisation?.slug ?? '', board.teamSlug, 'classes'),
})

/** Takes a class board away at once, for everybody; a job wipes it. */
export const closeClassRoute: Route = { ...close, access: members('teacher', 'coach', 'leader') }
