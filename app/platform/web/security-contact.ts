import type { HouseAddresses } from './house-addresses.ts'

const validForMs = 180 * 24 * 3600_000

/**
 * Where to report a leak: what the operator set, else the mailbox that RFC 2142 names for it. Whoever starts the server
 * vouches for it then, so it is good for half a year from the start and not longer: a forgotten server says so.
 */
export function securityContact(
  contact: string | undefined,
  { origin, startedAt }: { readonly origin: string; readonly startedAt: Date },
): HouseAddresses['security'] {
  return {
    contact: contact ?? `mailto:security@${new URL(origin).hostname}`,
    until: new Date(startedAt.getTime() + validForMs),
  }
}
