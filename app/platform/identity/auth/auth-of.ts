import type { Services } from '../../web/services.ts'
import { admitter } from '../federation/admit.ts'
import { deliverSignInLink } from '../sign-in/sign-in-mail.ts'
import { type Auth, createAuth } from './auth.ts'

const made = new WeakMap<Services, Auth>()

/** The auth of these services, made when it is first asked for: loading providers' discovery documents takes a while. */
export function authOf(services: Services): Auth {
  const known = made.get(services)
  if (known !== undefined) return known
  const { db, newId, settings } = services
  const { origin, secret, demo, providers = [] } = settings
  const auth = createAuth({
    db,
    newId,
    origin,
    secret,
    demo,
    providers,
    deliver: (letter) => deliverSignInLink(services, letter),
    admit: admitter(services),
  })
  made.set(services, auth)
  return auth
}

/** Forgets the auth, so that the next one reads the discovery documents again: a provider was down when it was made. */
export function forgetAuth(services: Services): void {
  made.delete(services)
}
