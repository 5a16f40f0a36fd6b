import { createHash } from 'node:crypto'
import type { WebContext } from '../../../platform/web/context.ts'

/** The version of the API as a whole; the first number is in the address (NLGov REST API Design Rules, core/version-header). */
export const apiVersion = '1.0.0'

/** What every answer says about itself, so that any site may read it and a proxy may keep it for a while. */
function headersOf(c: WebContext): Record<string, string> {
  return {
    'api-version': apiVersion,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'api-version, content-disposition, etag, link',
    'content-language': c.var.locale,
    vary: 'accept-language',
  }
}

/**
 * An answer with public figures. `state` names the figures that it is made of: as long as that, the address and the language
 * are the same so is the answer, and who has it already is told so (304).
 */
export function sendJson(
  c: WebContext,
  state: string,
  body: () => unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return sendKept(c, state, 'application/json; charset=utf-8', () => JSON.stringify(body()), headers)
}

/** As `sendJson`, of another kind: a file for a spreadsheet. */
function sendKept(
  c: WebContext,
  state: string,
  type: string,
  body: () => string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { pathname, search } = new URL(c.req.url)
  const key = [apiVersion, state, c.var.locale, pathname, search].join('\n')
  const etag = `"${createHash('sha256').update(key).digest('base64url').slice(0, 22)}"`
  const all = { ...headersOf(c), ...headers, etag, 'cache-control': 'public, max-age=300' }
  const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''))
  if (known.includes(etag) || known.includes('*')) return c.body(null, 304, all)
  return c.body(body(), 200, { ...all, 'content-type': type })
}

/** A refusal as RFC 9457 says it. */
export function sendProblem(
  c: WebContext,
  status: 400 | 404,
  { title, detail }: { readonly title: string; readonly detail: string },
): Response {
  const problem = { type: 'about:blank', title, status, detail, instance: c.var.requestId }
  return c.body(JSON.stringify(problem), status, {
    ...headersOf(c),
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
}
