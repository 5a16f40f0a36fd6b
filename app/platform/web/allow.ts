import type { Visit } from '../identity/viewer.ts'
import type { Access } from './access.ts'

export type Refusal = 'sign-in-first' | 'no-such-organisation' | 'not-yours'

/** Whether a visit may use a route. Null: yes. A stranger is not told whether an organisation exists. */
export function refusalOf(access: Access, visit: Visit): Refusal | null {
  const { viewer, organisation, roles } = visit
  switch (access.kind) {
    case 'public':
      return null
    case 'signed-in':
      return viewer.kind === 'person' ? null : 'sign-in-first'
    case 'operator':
      if (viewer.kind !== 'person') return 'sign-in-first'
      return viewer.operator ? null : 'not-yours'
    case 'member': {
      if (viewer.kind === 'nobody') return 'sign-in-first'
      if (organisation === null) return 'no-such-organisation'
      if (viewer.kind === 'guest') {
        const welcome = access.guests?.includes(viewer.guestKind) === true && viewer.organisationId === organisation.id
        return welcome ? null : 'sign-in-first'
      }
      if (roles.some((role) => access.roles.includes(role))) return null
      return roles.length === 0 ? 'no-such-organisation' : 'not-yours'
    }
  }
}
