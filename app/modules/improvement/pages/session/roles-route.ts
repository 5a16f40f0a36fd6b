import { z } from 'zod'
import type { Route } from '../../../../platform/web/route.ts'
import { membersAmong } from '../../action-store.ts'
import { roleNames } from '../../session-roles.ts'
import { giveRole, markAbsent } from '../../session-roles-store.ts'
import { boardForm } from '../board-form.ts'
import { done, gone, sessionWrite } from './session-write.ts'
import { teamIdsOf } from './team-ids.ts'

/** Somebody gets a role, is not there, or is there after all. The last field that was sent says what is meant. */
const schema = z.object({
  role: z.enum(roleNames).optional(),
  person: z.uuid().optional(),
  absent: z.uuid().optional(),
  present: z.uuid().optional(),
})

const rolesRoute = boardForm({
  path: '/session/roles',
  schema,
  work: async (write) => {
    const { trx, board, place, value } = write
    const who = value.absent ?? value.present ?? value.person
    const [member] = who === undefined ? [] : await membersAmong(trx, place.organisationId, board.teamId, [who])
    if (member === undefined) return gone
    const session = sessionWrite(write)
    if (value.role !== undefined && member === value.person && value.absent === undefined) {
      await giveRole(session, value.role, member)
    } else {
      const teamIds = await teamIdsOf(trx, place.organisationId, board.teamId)
      await markAbsent(session, member, value.absent !== undefined, teamIds)
    }
    return done
  },
})

export const rolesRoutes: readonly Route[] = [rolesRoute]
