const elsewhere = 'http://elsewhere.invalid'

/**
 * A path on this server, or `/`. Everything that a browser could take for another website is refused: `//host`,
 * `/\host`, schemes, control characters, dots that lead to a double slash.
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 1000 || !wanted.startsWith('/')) return '/'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop tab and line ends inside an address.
  if (/[\u0000-\u001f\u007f\\]/.test(wanted) || !URL.canParse(wanted, elsewhere)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, elsewhere)
  return origin === elsewhere && !pathname.startsWith('//') ? pathname + search + hash : '/'
}

/** Where to go on after signing in: a local path, but not one that belongs to signing in itself. */
export function returnPath(wanted: unknown): string {
  const path = localPath(wanted)
  return /^\/(sign-in|sign-out|second-step|auth|invitation)([/?#]|$)/.test(path) ? '/' : path
}

/** An address with where to go on afterwards. */
export function withReturn(path: string, to: string): string {
  return to === '/' ? path : `${path}${path.includes('?') ? '&' : '?'}to=${encodeURIComponent(to)}`
}
