import { z } from 'zod'
import { cleaned, type Read } from './curriculum-file.ts'

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

/** SKOS concepts of JSON-LD whose terms are written as `skos:prefLabel`, as `prefLabel` or in full; other contexts are not resolved. */
export function conceptsIn(bytes: Uint8Array): Read {
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
  const terms = nodes.filter(isConcept).map((node, index) => {
    const value = (name: string, space = skos, prefix = 'skos') =>
      textOf(one.safeParse(node[`${prefix}:${name}`] ?? node[name] ?? node[`${space}${name}`]).data)
    return {
      line: index + 1,
      uri: cleaned(node['@id'] ?? node.id ?? ''),
      label: value('prefLabel'),
      code: value('notation'),
      subject: value('subject', dcterms, 'dcterms'),
      level: value('educationLevel', dcterms, 'dcterms'),
      broader: value('broader') || null,
      scheme: value('inScheme'),
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
  return cleaned(typeof chosen === 'string' ? chosen : String(chosen['@value'] ?? chosen['@id'] ?? ''))
}
