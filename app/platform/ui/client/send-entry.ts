import type { Answer, Entry } from './queue.ts'

const patienceMs = 15_000

/**
 * Sends one entry. Done means: the server itself said so, with fragments, an empty answer or a redirect to a page of its
 * own. Another page that arrives (of a wifi hotspot, a proxy) is not an answer, and the entry stays. A hotspot that
 * redirects does so to another origin, which the browser refuses to follow: then nobody was reached.
 */
export async function sendEntry(entry: Entry, age: number, request: typeof fetch = fetch): Promise<Answer> {
  const body = new URLSearchParams(entry.fields.map(([name, value]) => [name, value]))
  body.set('_op', entry.op)
  body.set('_age', String(Math.round(age)))
  try {
    const response = await request(entry.action, {
      method: 'POST',
      body,
      headers: { accept: 'text/vnd.turbo-stream.html, application/problem+json', 'x-view': entry.view },
      signal: AbortSignal.timeout(patienceMs),
    })
    return await answerOf(response)
  } catch {
    return { kind: 'unreachable' }
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type') ?? ''
  if (response.status === 204) return { kind: 'done', html: '' }
  if (response.ok && type.includes('turbo-stream')) return { kind: 'done', html: await response.text() }
  if (response.redirected && response.ok) {
    const to = new URL(response.url)
    return to.pathname === '/sign-in' ? { kind: 'signed-out' } : { kind: 'done', html: '', to: response.url }
  }
  if (!type.includes('problem+json')) return { kind: 'unreachable' }
  if (response.status === 401) return { kind: 'signed-out' }
  // Too early, too many, or our own fault: the same entry may well be taken later.
  if (response.status >= 500 || response.status === 408 || response.status === 425 || response.status === 429)
    return { kind: 'unreachable' }
  // problem+json as RFC 9457 and our own web room write it.
  const problem = (await response.json()) as { title?: string; detail?: string; errors?: Record<string, string> }
  const sentences = Object.values(problem.errors ?? {})
  return {
    kind: 'refused',
    words: (sentences.length > 0 ? sentences.join(' ') : problem.detail) ?? problem.title ?? '',
  }
}
