import { readDelimited } from '@kantelpunt/delimited-text'
import { z } from 'zod'

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

export type CurriculumFile =
  | { readonly ok: true; readonly terms: readonly FileTerm[] }
  | {
      readonly ok: false
      readonly reason: 'unreadable' | 'no-column' | 'no-address' | 'no-label' | 'twice' | 'no-terms'
      /** Line of the file, or number of the term, from 1. */
      readonly line?: number
      readonly what?: string
    }

/**
 * Reads a curriculum from CSV (columns `uri`, `label`, and as far as there are `code`, `subject`, `level`, `broader`, `scheme`; any
 * separator and order) or JSON-LD with SKOS concepts. Which of the two is told by its first character. Refused as a whole.
 */
export function readCurriculum(bytes: Uint8Array): CurriculumFile {
  const text = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\uFEFF/, '')
    .trimStart()
  const read = text.startsWith('{') || text.startsWith('[') ? readJsonLd(bytes) : readCsv(bytes)
  if (!read.ok) return read
  if (read.terms.length === 0) return { ok: false, reason: 'no-terms' }
  const seen = new Set<string>()
  for (const [index, { uri, label }] of read.terms.entries()) {
    const line = read.lines?.[index] ?? index + 1
    if (!/^https?:\/\/\S{3,400}$/.test(uri)) return { ok: false, reason: 'no-address', line, what: uri }
    if (label === '' || label.length > 1000) return { ok: false, reason: 'no-label', line, what: uri }
    if (seen.has(uri)) return { ok: false, reason: 'twice', line, what: uri }
    seen.add(uri)
  }
  return { ok: true, terms: read.terms }
}

type Read =
  | { readonly ok: true; readonly terms: readonly FileTerm[]; readonly lines?: readonly number[] }
  | Extract<CurriculumFile, { ok: false }>

function readCsv(bytes: Uint8Array): Read {
  const table = readDelimited(bytes)
  if (!table.ok) return { ok: false, reason: 'unreadable', ...('line' in table ? { line: table.line } : {}) }
  const column = (name: string) => {
    const found = table.column(name)
    return found === undefined ? undefined : [...found.codes].map((code) => (found.levels[code] ?? '').trim())
  }
  const [uris, labels] = [column('uri'), column('label')]
  if (uris === undefined) return { ok: false, reason: 'no-column', what: 'uri' }
  if (labels === undefined) return { ok: false, reason: 'no-column', what: 'label' }
  const others = { code: column('code'), subject: column('subject'), level: column('level') }
  const [broader, scheme] = [column('broader'), column('scheme')]
  const terms = uris.map((uri, row) => ({
    uri,
    label: labels[row] ?? '',
    code: (others.code?.[row] ?? '').slice(0, 40),
    subject: (others.subject?.[row] ?? '').slice(0, 200),
    level: (others.level?.[row] ?? '').slice(0, 200),
    broader: broader?.[row] || null,
    scheme: (scheme?.[row] ?? '').slice(0, 400),
  }))
  return { ok: true, terms, lines: uris.map((_, row) => table.lineOf(row)) }
}

const words = z.union([
  z.string(),
  z.looseObject({ '@value': z.string(), '@language': z.string().optional() }),
  z.looseObject({ '@id': z.string() }),
])
const one = z.union([words, z.array(words)]).optional()
const concept = z.looseObject({
  '@id': z.string().optional(),
  id: z.string().optional(),
  '@type': z.union([z.string(), z.array(z.string())]).optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
})
const document = z.union([z.array(concept), z.looseObject({ '@graph': z.array(concept) }), concept])

const skos = 'http://www.w3.org/2004/02/skos/core#'
const dcterms = 'http://purl.org/dc/terms/'

/** Concepts of JSON-LD whose terms are written as `skos:prefLabel`, as `prefLabel` or in full; other contexts are not resolved. */
function readJsonLd(bytes: Uint8Array): Read {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, reason: 'unreadable' }
  }
  const parsed = document.safeParse(json)
  if (!parsed.success) return { ok: false, reason: 'unreadable' }
  const graph = z.object({ '@graph': z.array(concept) }).safeParse(parsed.data)
  const nodes = graph.success
    ? graph.data['@graph']
    : Array.isArray(parsed.data)
      ? parsed.data
      : [concept.parse(parsed.data)]
  const terms = nodes.filter(isConcept).map((node) => {
    const value = (name: string, space = skos, prefix = 'skos') =>
      textOf(one.safeParse(node[`${prefix}:${name}`] ?? node[name] ?? node[`${space}${name}`]).data)
    return {
      uri: node['@id'] ?? node.id ?? '',
      label: value('prefLabel'),
      code: value('notation').slice(0, 40),
      subject: value('subject', dcterms, 'dcterms').slice(0, 200),
      level: value('educationLevel', dcterms, 'dcterms').slice(0, 200),
      broader: value('broader') || null,
      scheme: value('inScheme').slice(0, 400),
    }
  })
  return { ok: true, terms }
}

const isConcept = (node: z.infer<typeof concept>) =>
  [node['@type'] ?? node.type ?? []]
    .flat()
    .some((type) => type === 'skos:Concept' || type === 'Concept' || type === `${skos}Concept`)

/** Of several the Dutch one, or else the first. */
function textOf(value: z.infer<typeof one>): string {
  const all = value === undefined ? [] : [value].flat()
  const dutch = all.find((each) => typeof each === 'object' && each['@language'] === 'nl')
  const chosen = dutch ?? all[0]
  if (chosen === undefined) return ''
  return (typeof chosen === 'string' ? chosen : String(chosen['@value'] ?? chosen['@id'] ?? '')).trim()
}
