import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { WebContext } from './context.ts'
import { page } from './page.tsx'
import { text } from './text.ts'

const statusOf = {
  'sign-in-first': 401,
  'second-step-first': 403,
  'no-such-organisation': 404,
  'not-found': 404,
  'not-yours': 403,
  'read-only': 405,
  'other-origin': 403,
  'too-large': 413,
  'too-many': 429,
  fault: 500,
  form: 422,
  malformed: 400,
  'sent-before': 409,
  busy: 503,
} as const satisfies Readonly<Record<string, ContentfulStatusCode>>

export type RefusalReason = keyof typeof statusOf

/** Where a person goes to be let in after all; after that they come back. */
const gates: Readonly<Partial<Record<RefusalReason, string>>> = {
  'sign-in-first': '/sign-in',
  'second-step-first': '/second-step',
}

/**
 * The one place where a refusal becomes an answer: a page for people, problem+json (RFC 9457) for scripts. `errors` are
 * sentences by field, already in the reader's language; `detail` replaces the general sentence.
 */
export function refuse(
  c: WebContext,
  reason: RefusalReason,
  more: { readonly detail?: string; readonly errors?: Readonly<Record<string, string>> } = {},
): Response {
  const status = statusOf[reason]
  const words = text(c.var.locale)
  const { title } = words.refusal[reason]
  const detail = more.detail ?? words.refusal[reason].detail
  if (wantsProblem(c)) {
    const problem = {
      type: `urn:kantelpunt:${reason}`,
      title,
      status,
      detail,
      instance: c.var.requestId,
      errors: more.errors,
    }
    return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' })
  }
  const gate = gates[reason]
  const gateWords: Partial<Record<RefusalReason, string>> = words.gate
  if (gate !== undefined && c.req.method === 'GET') {
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(`${gate}?to=${encodeURIComponent(pathname + search)}`, 303)
  }
  return page(
    c,
    {
      title,
      body: (
        <div class="narrow stack">
          <h1>{title}</h1>
          <p>{detail}</p>
          {more.errors && (
            <ul>
              {Object.values(more.errors).map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          )}
          {reason === 'fault' && <p class="soft">{words.reference(c.var.requestId)}</p>}
          <p>
            <a href={gate ?? '/'}>{gateWords[reason] ?? words.toStart}</a>
          </p>
        </div>
      ),
    },
    status,
  )
}

/**
 * Whether a refusal is read by our script or a program, as whatever is asked of the API is; Turbo's own form submissions also
 * take a page, so they get one.
 */
export function wantsProblem(c: WebContext): boolean {
  if (c.req.path.startsWith('/api/')) return true
  const accept = c.req.header('accept') ?? ''
  return wantsData(c) && (accept.includes('json') || !accept.includes('text/html'))
}

/** Whether the asker is a script that reads fragments or JSON rather than a person at a page. */
export function wantsData(c: WebContext): boolean {
  const accept = c.req.header('accept') ?? ''
  return (
    accept.includes('text/vnd.turbo-stream.html') ||
    accept.startsWith('application/json') ||
    accept.includes('problem+json')
  )
}
