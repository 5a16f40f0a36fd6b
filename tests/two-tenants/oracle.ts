import type { Role } from '../../app/platform/identity/roles.ts'
import type { Access } from '../../app/platform/web/access.ts'
import type { Place, Visitor } from './visitors.ts'

const leading: readonly Role[] = ['leader', 'board', 'admin']

/**
 * Who should be let in, written down once more from the sentences about `Access` and with nothing of the app's own
 * decision: a table of kinds rather than a walk through a visit.
 */
export function isLetIn(access: Access, visitor: Visitor, place: Place): boolean {
  const person = visitor.kind === 'person'
  const home = visitor.place === place
  const leads = visitor.roles.some((role) => leading.includes(role))
  const wanted: readonly Role[] = access.kind === 'member' ? access.roles : []
  const table: Readonly<Record<Access['kind'], boolean>> = {
    public: true,
    'signed-in': person,
    operator: person && visitor.operator && visitor.strong,
    member:
      (person && home && visitor.roles.some((role) => wanted.includes(role)) && (visitor.strong || !leads)) ||
      (access.kind === 'member' &&
        visitor.guestKind !== null &&
        home &&
        (access.guests ?? []).includes(visitor.guestKind)),
  }
  return table[access.kind]
}
