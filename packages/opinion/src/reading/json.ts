import type { ExpectedJson, ReadingRefusal } from './refusal.ts'

/** Text longer than this can't become a string in JavaScript. */
const mostBytes = 500_000_000

/** JSON in UTF-8, with or without a mark. */
export function readJson(bytes: Uint8Array): { readonly ok: true; readonly value: unknown } | ReadingRefusal {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > mostBytes) return { ok: false, reason: 'no-text' }
  let text: string
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, reason: 'no-text' }
  }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, reason: 'no-json', message: error instanceof Error ? error.message : '' }
  }
}

/** Whether a text starts as JSON does. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 200)).trimStart()
  return start.startsWith('[') || start.startsWith('{')
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An id as text: of a text that is not blank, or a number. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}

export function badJson(at: string, expected: ExpectedJson, found: unknown): ReadingRefusal {
  const text = found === undefined ? 'nothing' : JSON.stringify(found)
  return { ok: false, reason: 'bad-json', at, expected, found: text }
}
