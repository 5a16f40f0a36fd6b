import { needsSecondStep } from '../identity/roles.ts'
import type { Visit } from '../identity/viewer.ts'
import type { Access } from './access.ts'

export type Refusal = 'sign-in-first' | 'second-step-first' | 'no-such-organisation' | 'not-yours'

/**
 * Whether a visit may use a route. Null: yes. A stranger is not told whether an organisation exists. Whoever leads there
 * needs the second step for every page of it: what a page shows depends on the roles, not only on the route.
 */
export function refusalOf(access: Access, visit: Visit): Refusal | null {
  const { viewer, organisation, roles } = visit
  switch (access.kind) {
    case 'public':
      return null
    case 'signed-in':
      return viewer.kind === 'person' ? null : 'sign-in-first'
    case 'operator':
      if (viewer.kind !== 'person') return 'sign-in-first'
      if (!viewer.operator) return 'not-yours'
      return viewer.secondFactor ? null : 'second-step-first'
    case 'member': {
      if (viewer.kind === 'nobody') return 'sign-in-first'
      if (organisation === null) return 'no-such-organisation'
      if (viewer.kind === 'guest') {
        const welcome = access.guests?.includes(viewer.guestKind) === true && viewer.organisationId === organisation.id
        return welcome ? null : 'sign-in-first'
      }
      if (!roles.some((role) => access.roles.includes(role))) {
        return roles.length === 0 ? 'no-such-organisation' : 'not-yours'
      }
      return roles.some(needsSecondStep) && !viewer.secondFactor ? 'second-step-first' : null
    }
  }
}
