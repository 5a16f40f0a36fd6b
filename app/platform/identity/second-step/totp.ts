import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { generateRandomString } from 'better-auth/crypto'

const stepMs = 30_000
/** Steps before and after now whose code is taken as well: clocks differ, typing takes time. */
const slack = 1

/** A secret of 160 random bits (RFC 4226 section 4): 27 letters and digits, whose bytes are the key. */
export function newTotpSecret(): string {
  return generateRandomString(27)
}

/** What the QR code says to the app. */
export function totpAddress(secret: string, email: string): string {
  return createOTP(secret).url('Kantelpunt', email)
}

/** The secret to type where no camera is at hand, in groups of four. */
export function totpSecretInWords(secret: string): string {
  return (base32.encode(secret, { padding: false }).match(/.{1,4}/g) ?? []).join(' ')
}

export function totpCode(secret: string, at: Date): Promise<string> {
  return createOTP(secret).hotp(Math.floor(at.getTime() / stepMs))
}

/**
 * The time step that a code belongs to, if it is one of now (RFC 6238) and later than the last one used. Null: wrong, or
 * used before.
 */
export async function matchingStep(secret: string, code: string, at: Date, lastStep: number): Promise<number | null> {
  const given = code.replace(/\s/g, '')
  const now = Math.floor(at.getTime() / stepMs)
  let found: number | null = null
  for (let step = now - slack; step <= now + slack; step++) {
    const right = (await createOTP(secret).hotp(step)) === given
    if (right && step > lastStep) found = step
  }
  return found
}
