import { readDelimited } from '@kantelpunt/delimited-text'
import { conceptsIn } from './curriculum-json-ld.ts'

/** One thing of a curriculum as its file gives it. */
export interface FileTerm {
  /** Its official address: http or https. */
  readonly uri: string
  /** How people name it: '26'. */
  readonly code: string
  readonly label: string
  readonly subject: string
  readonly level: string
  /** The address of what it is a part of. */
  readonly broader: string | null
  /** The address of the list that it stands in. */
  readonly scheme: string
}

const longest = { uri: 400, code: 40, label: 1000, subject: 200, level: 200, broader: 400, scheme: 400 } as const

/** Why one row can't be taken. */
export const rowReasons = [
  'no-address',
  'no-label',
  'too-long',
  'no-scheme',
  'scheme-no-address',
  'broader-no-address',
  'twice',
] as const
export type RowReason = (typeof rowReasons)[number]

export interface RefusedRow {
  /** Line of the file, or number of the term, from 1. */
  readonly line: number
  readonly reason: RowReason
  readonly what: string
}

export type CurriculumFile =
  | { readonly ok: true; readonly terms: readonly FileTerm[] }
  | {
      readonly ok: false
      readonly reason: 'unreadable' | 'no-column' | 'no-terms' | 'no-list' | 'rows'
      readonly line?: number
      readonly what?: string
      /** All that are wrong, where `reason` is 'rows'. */
      readonly rows?: readonly RefusedRow[]
    }

/** A term with the line that it stands on. */
export type Lined = FileTerm & { readonly line: number }
export type Read =
  | { readonly ok: true; readonly terms: readonly Lined[] }
  | Exclude<CurriculumFile, { readonly ok: true }>

/**
 * Reads a curriculum from CSV (columns `uri`, `label`, and as far as there are `code`, `subject`, `level`, `broader`, `scheme`; any
 * separator and order) or JSON-LD with SKOS concepts. Which of the two is told by its first character. `scheme` is the address of
 * the list for rows that name none: an import takes the place of what there was of a list, so each row must be of one. Taken
 * whole or not at all, with every row that is wrong.
 */
export function readCurriculum(bytes: Uint8Array, scheme = ''): CurriculumFile {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()
  const read = start.startsWith('{') || start.startsWith('[') ? conceptsIn(bytes) : readCsv(bytes)
  return read.ok ? checkTerms(read.terms.map((term) => ({ ...term, scheme: term.scheme || scheme }))) : read
}

/** Whether terms can be taken, each with the line to name where it can't. */
export function checkTerms(lined: readonly Lined[]): CurriculumFile {
  if (lined.length === 0) return { ok: false, reason: 'no-terms' }
  if (lined.every(({ scheme }) => scheme === '')) return { ok: false, reason: 'no-list' }
  const terms = lined.map(({ line, ...term }) => ({ line, term }))
  const rows = terms.flatMap(({ line, term }) => wrongIn(term).map(([reason, what]) => ({ line, reason, what })))
  const seen = new Map<string, number>()
  for (const { line, term } of terms) {
    if (seen.has(term.uri)) rows.push({ line, reason: 'twice', what: term.uri })
    seen.set(term.uri, line)
  }
  if (rows.length > 0) return { ok: false, reason: 'rows', rows: rows.toSorted((a, b) => a.line - b.line) }
  return { ok: true, terms: terms.map(({ term }) => term) }
}

const isAddress = (text: string) => /^https?:\/\/[^\s\p{Cc}<>"]{3,}$/u.test(text)

function wrongIn(term: FileTerm): readonly (readonly [RowReason, string])[] {
  const { uri, label, broader, scheme } = term
  const wrong: (readonly [RowReason, string])[] = []
  if (!isAddress(uri)) wrong.push(['no-address', uri])
  if (label === '') wrong.push(['no-label', uri])
  if (scheme === '') wrong.push(['no-scheme', uri])
  else if (!isAddress(scheme)) wrong.push(['scheme-no-address', scheme])
  if (broader !== null && !isAddress(broader)) wrong.push(['broader-no-address', broader])
  for (const [key, value] of Object.entries({ ...term, broader: broader ?? '' })) {
    const most = new Map<string, number>(Object.entries(longest)).get(key) ?? 0
    if (value.length > most) wrong.push(['too-long', `${key}: ${value.slice(0, 40)}…`])
  }
  return wrong
}

function readCsv(bytes: Uint8Array): Read {
  const table = readDelimited(bytes)
  if (!table.ok) return { ok: false, reason: 'unreadable', ...('line' in table ? { line: table.line } : {}) }
  const column = (name: string) => {
    const found = table.column(name)
    return found === undefined ? undefined : [...found.codes].map((code) => cleaned(found.levels[code] ?? ''))
  }
  const [uris, labels] = [column('uri'), column('label')]
  if (uris === undefined) return { ok: false, reason: 'no-column', what: 'uri' }
  if (labels === undefined) return { ok: false, reason: 'no-column', what: 'label' }
  const others = { code: column('code'), subject: column('subject'), level: column('level') }
  const [broader, scheme] = [column('broader'), column('scheme')]
  const terms = uris.map((uri, row) => ({
    line: table.lineOf(row),
    uri,
    label: labels[row] ?? '',
    code: others.code?.[row] ?? '',
    subject: others.subject?.[row] ?? '',
    level: others.level?.[row] ?? '',
    broader: broader?.[row] || null,
    scheme: scheme?.[row] ?? '',
  }))
  return { ok: true, terms }
}

/** Text without what can't be stored or written in a file: control characters, lone surrogates, no-characters. */
export const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .trim()
