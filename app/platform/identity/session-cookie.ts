/** Name of the cookie that holds a signed-in session; with HTTPS it gets the prefix `__Secure-`. */
export const sessionCookie = 'kantelpunt.session_token'

/**
 * The session token in a Cookie header: the part before the signature. The token itself is the secret (32 random
 * characters, looked up in the table), so the signature need not be checked again here.
 */
export function sessionTokenOf(headers: Headers): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    if (name !== sessionCookie && name !== `__Secure-${sessionCookie}`) continue
    const value = decodeOrNull(part.slice(at + 1).trim())
    const token = value?.split('.')[0]
    if (token) return token
  }
  return null
}

function decodeOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
