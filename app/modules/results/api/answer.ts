import { createHash } from 'node:crypto'
import type { WebContext } from '../../../platform/web/context.ts'
import { hasAlready } from '../../../platform/web/etag.ts'

/** The version of the API as a whole; the first number is in the address (NLGov REST API Design Rules, core/version-header). */
export const apiVersion = '1.0.0'

/** What every answer says about itself, so that any site may read it and a proxy may keep it for a while. */
function headersOf(c: WebContext): Record<string, string> {
  return {
    'api-version': apiVersion,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'api-version, content-disposition, etag, link',
    'content-language': c.var.locale,
    // The language that was chosen on this device goes before the one that is asked.
    vary: 'accept, accept-language, cookie',
  }
}

/** What is sent, made when it is asked for. */
export interface Answer {
  readonly type: string
  readonly body: () => string | Uint8Array<ArrayBuffer> | ReadableStream | Promise<Uint8Array<ArrayBuffer>>
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * An answer with public figures. `state` names the figures that it is made of: as long as that, the address, the language and
 * the type are the same so is the answer, and who has it already is told so (304).
 */
export async function sendKept(c: WebContext, state: string, { type, body, headers = {} }: Answer): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const key = [apiVersion, state, type, c.var.locale, pathname, search].join('\n')
  // Weak: the figures are the same, not each byte of a packed file.
  const etag = `W/"${createHash('sha256').update(key).digest('base64url').slice(0, 22)}"`
  const all = { ...headersOf(c), ...headers, etag, 'cache-control': 'public, max-age=300' }
  if (hasAlready(c, etag)) return c.body(null, 304, all)
  return c.body(await body(), 200, { ...all, 'content-type': type })
}

/** Tells a browser that any site may ask with such headers (fetch standard, CORS preflight): `If-None-Match` needs it. */
export function sendPreflight(c: WebContext): Response {
  return c.body(null, 204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': 'accept, accept-language, if-none-match',
    'access-control-max-age': '86400',
  })
}

/** A refusal as RFC 9457 says it. */
export function sendProblem(
  c: WebContext,
  status: 400 | 404 | 406,
  { title, detail }: { readonly title: string; readonly detail: string },
): Response {
  const problem = { type: 'about:blank', title, status, detail, instance: c.var.requestId }
  return c.body(JSON.stringify(problem), status, {
    ...headersOf(c),
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
}
