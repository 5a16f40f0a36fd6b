import { createHmac, hash, randomBytes } from 'node:crypto'
import { remembering } from './remembering.ts'

/** A new secret for a link or a cookie: 256 random bits, as 43 characters that need no escaping anywhere. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a random token: what is stored, so that a copy of the table opens nothing. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex')
}

/** Keyed hash of something that could be guessed (a recovery code), so that guessing needs the server's secret too. */
export function keyedHash(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('hex')
}

/** HMAC-SHA-256. Kept for a while: every request of a person asks for the same ones. */
export function signature(secret: string, text: string): Buffer {
  return signatureOf(`${secret}\n${text}`)
}

const signatureOf = remembering(10_000, (both) => {
  const end = both.lastIndexOf('\n')
  return createHmac('sha256', both.slice(0, end))
    .update(both.slice(end + 1))
    .digest()
})
