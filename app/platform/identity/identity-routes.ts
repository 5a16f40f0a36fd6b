import type { Route } from '../web/route.ts'
import { accountRoutes } from './account/account-routes.ts'
import { adminRoute } from './admin/admin-page.tsx'
import { newOrganisationRoutes } from './admin/new-organisation.tsx'
import { organisationRoutes } from './admin/organisation-page.tsx'
import { federationRoutes } from './federation/federation-routes.tsx'
import { acceptRoutes } from './members/accept-page.tsx'
import { invitationRoutes } from './members/invitation-routes.ts'
import { peopleRoute } from './members/people-page.tsx'
import { personRoutes } from './members/person-page.tsx'
import { teamRoutes } from './members/teams-page.tsx'
import { appRoutes } from './second-step/app-page.tsx'
import { confirmRoutes } from './second-step/confirm-page.tsx'
import { passkeyRoutes } from './second-step/passkey-routes.ts'
import { recoveryCodesRoutes } from './second-step/recovery-codes-page.tsx'
import { personaRoute } from './sign-in/personas.tsx'
import { signInLinkRoutes } from './sign-in/sign-in-link.tsx'
import { signInRoutes } from './sign-in/sign-in-page.tsx'
import { signOutRoute } from './sign-in/sign-out.ts'

/** Signing in and out, the second step, invitations, the account, people and teams. */
export const identityRoutes: readonly Route[] = [
  ...signInRoutes,
  ...signInLinkRoutes,
  ...federationRoutes,
  personaRoute,
  signOutRoute,
  ...confirmRoutes,
  ...appRoutes,
  ...recoveryCodesRoutes,
  ...passkeyRoutes,
  ...accountRoutes,
  ...acceptRoutes,
  peopleRoute,
  ...invitationRoutes,
  ...personRoutes,
  ...teamRoutes,
  adminRoute,
  ...newOrganisationRoutes,
  ...organisationRoutes,
]
