import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A new secret for a link or a cookie: 256 random bits, as 43 characters that need no escaping anywhere. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a random token: what is stored, so that a copy of the table opens nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Keyed hash of something that could be guessed (a recovery code), so that guessing needs the server's secret too. */
export function keyedHash(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('hex')
}
