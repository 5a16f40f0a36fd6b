import { timingSafeEqual } from 'node:crypto'
import { signature } from './token.ts'

/**
 * Name of the cookie that holds a signed-in session. With HTTPS browsers accept the prefix only from HTTPS, so that
 * nobody on the network can plant one.
 */
export function sessionCookie(origin: string): string {
  return `${origin.startsWith('https:') ? '__Secure-' : ''}kantelpunt.session_token`
}

/**
 * The session token in a Cookie header, where its signature (HMAC-SHA-256 with the server's secret, as better-auth sets
 * it: `token.signature`) is right. A token copied from the table has no signature and opens nothing.
 */
export function sessionTokenOf(
  headers: Headers,
  { origin, secret }: { readonly origin: string; readonly secret: string },
): string | null {
  const cookie = sessionCookie(origin)
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (part.slice(0, at).trim() !== cookie) continue
    const value = decodeOrNull(part.slice(at + 1).trim())
    const token = value === null ? null : signedToken(value, secret)
    if (token !== null) return token
  }
  return null
}

function signedToken(value: string, secret: string): string | null {
  const at = value.lastIndexOf('.')
  if (at < 1 || value.includes('\n')) return null
  const token = value.slice(0, at)
  const given = Buffer.from(value.slice(at + 1), 'base64')
  const right = signature(secret, token)
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}

function decodeOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
