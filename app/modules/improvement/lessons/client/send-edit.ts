import type { SyncAnswer, SyncRequest } from './document-sync.ts'

const patienceMs = 15_000

/** Takes an edit to the server. Only what the server itself said is an answer; all else is nobody reached. */
export async function sendEdit(address: string, version: string, request: SyncRequest): Promise<SyncAnswer> {
  const body = new URLSearchParams({ version, update: toBase64(request.update), vector: toBase64(request.vector) })
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      headers: { accept: 'application/json, application/problem+json' },
      signal: AbortSignal.timeout(patienceMs),
    })
    return await answerOf(response)
  } catch {
    return { kind: 'unreachable' }
  }
}

async function answerOf(response: Response): Promise<SyncAnswer> {
  const type = response.headers.get('content-type') ?? ''
  if (response.status === 401) return { kind: 'signed-out' }
  if (response.status === 403 || response.status === 404) return { kind: 'gone' }
  if (response.ok && type.startsWith('application/json')) {
    // As pages/write-routes.ts writes it.
    const { edits, vector, update } = (await response.json()) as { edits: number; vector: string; update: string }
    return { kind: 'done', edits, vector: fromBase64(vector), update: fromBase64(update) }
  }
  // Too early, too many, or the server's own fault: it may well be taken later.
  const isLater = response.status >= 500 || [408, 425, 429].includes(response.status)
  if (isLater || !type.includes('problem+json')) return { kind: 'unreachable' }
  // As app/platform/web/refuse.tsx writes it.
  const { detail, title, errors } = (await response.json()) as { detail?: string; title?: string; errors?: object }
  return { kind: errors && 'closed' in errors ? 'closed' : 'refused', words: detail ?? title ?? '' }
}

export function toBase64(data: Uint8Array): string {
  let text = ''
  for (const byte of data) text += String.fromCharCode(byte)
  return btoa(text)
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
}
