import type { z } from 'zod'
import type { WebContext } from './context.ts'

/** Why a field was refused, with the figures that its sentence needs; `text` turns it into words. */
export interface FieldError {
  readonly reason:
    | 'required'
    | 'too-long'
    | 'too-short'
    | 'too-large'
    | 'too-small'
    | 'not-a-number'
    | 'not-a-date'
    | 'not-an-option'
    | 'malformed'
    | (string & {})
  readonly limit?: number | string
}

export type FieldErrors = Readonly<Record<string, FieldError>>
/** What was typed, to fill the form again: nothing is lost by a refusal. */
export type FieldValues = Readonly<Record<string, string | readonly string[]>>

export interface Submission {
  /** Operation id: from the form (`_op`), or new where the form had none. */
  readonly id: string
  /** When the person wrote it, in ms since 1970: now, less the time that the entry waited on the device (`_age`). */
  readonly writtenAt: number
  readonly values: FieldValues
  /** What stood in a field when the person opened the form (hidden fields `was.<name>`); see `changedFields`. */
  readonly was: FieldValues
}

export type FormResult<T> =
  | { readonly ok: true; readonly value: T; readonly submission: Submission }
  | { readonly ok: false; readonly errors: FieldErrors; readonly submission: Submission }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const longestAbsence = 30 * 24 * 3600_000

/**
 * Reads a form by its schema. Names ending in `[]` become lists; empty fields are left out, so that `optional()` means
 * what it says. Text is trimmed, its line ends made `\n`, and control characters and lone surrogates taken out.
 */
export async function readForm<T>(c: WebContext, schema: z.ZodType<T>): Promise<FormResult<T>> {
  const body = await bodyOf(c)
  const values: Record<string, string | readonly string[]> = {}
  const was: Record<string, string | readonly string[]> = {}
  const input: Record<string, unknown> = {}
  for (const [name, raw] of Object.entries(body)) {
    const list = name.endsWith('[]')
    const field = list ? name.slice(0, -2) : name
    if (field === '__proto__' || field === '_op' || field === '_age') continue
    const parts = (Array.isArray(raw) ? raw : [raw]).map((part) => (typeof part === 'string' ? cleanText(part) : part))
    const texts = parts.filter((part): part is string => typeof part === 'string')
    if (field.startsWith('was.')) {
      was[field.slice(4)] = list ? texts : (texts.at(-1) ?? '')
      continue
    }
    values[field] = list ? texts : (texts.at(-1) ?? '')
    if (list) input[field] = parts.filter((part) => part !== '')
    else if (parts.at(-1) !== '') input[field] = parts.at(-1)
  }
  const submission: Submission = {
    id: typeof body._op === 'string' && uuid.test(body._op) ? body._op : c.var.services.newId(),
    writtenAt: c.var.now.getTime() - waited(body._age),
    values,
    was,
  }
  // The input tells a field that was left out from one that can't be read.
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return { ok: true, value: parsed.data, submission }
  const errors: Record<string, FieldError> = {}
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form')
    errors[field] ??= fieldErrorOf(issue)
  }
  return { ok: false, errors, submission }
}

/** The body was not what its content type says: a broken multipart, a stream that ended halfway. */
export class MalformedBodyError extends Error {
  readonly code = 'malformed-body'
}

async function bodyOf(c: WebContext): Promise<Record<string, string | File | (string | File)[]>> {
  try {
    return await c.req.parseBody({ all: true })
  } catch {
    // The reason may quote what was sent, which is nobody's business in a log.
    throw new MalformedBodyError('The body of the form could not be read.')
  }
}

function waited(age: unknown): number {
  const ms = typeof age === 'string' ? Number(age) : 0
  return Number.isFinite(ms) ? Math.min(Math.max(0, Math.round(ms)), longestAbsence) : 0
}

/** Signs that take no place, such as joiners, and letters that show nothing: alone they are no text. */
const showsNothing = /^[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]*$/u

/**
 * Text as people mean it: one kind of line end, no control characters (but tab and line end), well-formed Unicode. What
 * shows nothing at all is empty.
 */
export function cleanText(text: string): string {
  const cleaned = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  return showsNothing.test(cleaned) ? '' : cleaned
}

function fieldErrorOf(issue: z.core.$ZodIssue): FieldError {
  switch (issue.code) {
    case 'too_big':
      return { reason: issue.origin === 'string' ? 'too-long' : 'too-large', limit: Number(issue.maximum) }
    case 'too_small':
      return { reason: issue.origin === 'string' ? 'too-short' : 'too-small', limit: Number(issue.minimum) }
    case 'invalid_type':
      if (issue.input === undefined) return { reason: 'required' }
      return { reason: issue.expected === 'number' ? 'not-a-number' : 'malformed' }
    case 'invalid_format':
      return { reason: issue.format === 'date' ? 'not-a-date' : 'malformed' }
    case 'invalid_value':
      return issue.input === undefined ? { reason: 'required' } : { reason: 'not-an-option' }
    case 'custom':
      // A schema's own refine() names its reason in `message`.
      return { reason: issue.message }
    default:
      return { reason: 'malformed' }
  }
}
