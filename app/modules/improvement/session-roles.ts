import type { SessionRoles } from './session.ts'

export const roleNames = ['leader', 'noteTaker', 'timekeeper'] as const
export type RoleName = (typeof roleNames)[number]
type RoleField = keyof SessionRoles

export const fieldOfRole: Readonly<Record<RoleName, RoleField>> = {
  leader: 'leaderId',
  noteTaker: 'noteTakerId',
  timekeeper: 'timekeeperId',
}

/**
 * Who leads, writes and keeps time, proposed fairly: each role goes to who did it longest ago, never counting as longest;
 * where that is the same, to who had any role longest ago; then in the order of `present`. Nobody gets two roles while
 * there are people without one. `past` is newest first.
 */
export function proposeRoles(present: readonly string[], past: readonly SessionRoles[]): SessionRoles {
  return fillRoles({ leaderId: null, noteTakerId: null, timekeeperId: null }, present, past)
}

/** The same for the roles that nobody has: who has one keeps it. */
export function fillRoles(
  roles: SessionRoles,
  present: readonly string[],
  past: readonly SessionRoles[],
): SessionRoles {
  const filled: Record<RoleField, string | null> = rolesIn(roles)
  for (const role of roleNames) {
    const field = fieldOfRole[role]
    if (filled[field] !== null) continue
    const taken = Object.values(filled)
    const free = present.filter((person) => !taken.includes(person))
    filled[field] = longestAgo(free.length > 0 ? free : present, field, past)
  }
  return filled
}

/** Gives a role to a person; where they had another one, that goes to who had this one. */
export function swapRole(roles: SessionRoles, role: RoleName, personId: string): SessionRoles {
  const field = fieldOfRole[role]
  const swapped: Record<RoleField, string | null> = rolesIn(roles)
  for (const other of Object.values(fieldOfRole)) {
    if (other !== field && swapped[other] === personId) swapped[other] = roles[field]
  }
  swapped[field] = personId
  return swapped
}

/** The roles with those of one person open. */
export function withoutPerson(roles: SessionRoles, personId: string): SessionRoles {
  const left = (holder: string | null) => (holder === personId ? null : holder)
  return {
    leaderId: left(roles.leaderId),
    noteTakerId: left(roles.noteTakerId),
    timekeeperId: left(roles.timekeeperId),
  }
}

// Of a whole session only its roles.
function rolesIn({ leaderId, noteTakerId, timekeeperId }: SessionRoles): SessionRoles {
  return { leaderId, noteTakerId, timekeeperId }
}

function longestAgo(people: readonly string[], field: RoleField, past: readonly SessionRoles[]): string | null {
  const sessionsSince = (person: string, fields: readonly RoleField[]) => {
    const at = past.findIndex((session) => fields.some((each) => session[each] === person))
    return at === -1 ? Number.POSITIVE_INFINITY : at
  }
  const anyRole = Object.values(fieldOfRole)
  const ranked = people.map((person) => ({
    person,
    own: sessionsSince(person, [field]),
    any: sessionsSince(person, anyRole),
  }))
  // toSorted is stable: what is equal stays in the order of `people`. Infinities can't be subtracted, so compare.
  ranked.sort((a, b) => compare(b.own, a.own) || compare(b.any, a.any))
  return ranked[0]?.person ?? null
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
