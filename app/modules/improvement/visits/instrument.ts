import { z } from 'zod'
import type { Locale } from '../../../platform/text/dictionary.ts'

/** What is looked at in a lesson, in which words, on which scale. Texts per language; at least one of them. */
const words = (most: number) =>
  z
    .strictObject({ nl: z.string().min(1).max(most).optional(), en: z.string().min(1).max(most).optional() })
    .refine((texts) => texts.nl !== undefined || texts.en !== undefined, 'language')
const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'id')

const schema = z.strictObject({
  format: z.literal('kantelpunt-observation'),
  version: z.literal(1),
  id,
  name: words(80),
  /** Who made it, and under which licence the school may use it. */
  source: z.string().min(1).max(200),
  licence: z.string().min(1).max(200),
  scale: z
    .array(z.strictObject({ score: z.int().min(0).max(10), label: words(80) }))
    .min(2)
    .max(11),
  domains: z
    .array(
      z.strictObject({
        id,
        name: words(80),
        indicators: z
          .array(z.strictObject({ id, text: words(300) }))
          .min(1)
          .max(30),
      }),
    )
    .min(1)
    .max(15),
})

export type Instrument = z.infer<typeof schema>
export type Words = Instrument['name']

/** What is wrong with a file: where (`domains[1].indicators[0].text`), and why. */
export interface InstrumentFault {
  readonly at: string
  readonly why:
    | 'not-json'
    | 'missing'
    | 'unknown-field'
    | 'wrong-kind'
    | 'too-long'
    | 'too-few'
    | 'too-many'
    | 'language'
    | 'id'
    | 'same-id'
    | 'scale-steps'
    | 'other-format'
}

export type InstrumentRead =
  | { readonly ok: true; readonly instrument: Instrument }
  | { readonly ok: false; readonly faults: readonly InstrumentFault[] }

const mostFaults = 12

/** Reads a file of the format in docs/observation-format.md. Every fault is named with its place, a dozen at most. */
export function readInstrumentFile(text: string): InstrumentRead {
  try {
    return readInstrument(JSON.parse(text))
  } catch {
    return { ok: false, faults: [{ at: '', why: 'not-json' }] }
  }
}

export function readInstrument(value: unknown): InstrumentRead {
  const parsed = schema.safeParse(value, { reportInput: true })
  const faults = parsed.success
    ? ruleFaults(parsed.data)
    : parsed.error.issues.flatMap((issue) => {
        const at = placeOf(issue.path)
        if (issue.code !== 'unrecognized_keys') return [{ at, why: whyOf(issue) }]
        return issue.keys.map((key): InstrumentFault => ({ at: placeOf([...issue.path, key]), why: 'unknown-field' }))
      })
  if (parsed.success && faults.length === 0) return { ok: true, instrument: parsed.data }
  return { ok: false, faults: faults.slice(0, mostFaults) }
}

/** What a schema can't say: ids are of one thing, and the scale goes up in steps of one. */
function ruleFaults({ scale, domains }: Instrument): readonly InstrumentFault[] {
  const steps = scale.flatMap(({ score }, i): InstrumentFault[] =>
    i > 0 && score !== (scale[i - 1]?.score ?? 0) + 1 ? [{ at: `scale[${i}].score`, why: 'scale-steps' }] : [],
  )
  const seen = new Set<string>()
  const twice = (name: string, at: string): InstrumentFault[] => {
    if (seen.has(name)) return [{ at, why: 'same-id' }]
    seen.add(name)
    return []
  }
  const ids = domains.flatMap((domain, d) => [
    ...twice(`domain ${domain.id}`, `domains[${d}].id`),
    ...domain.indicators.flatMap((indicator, i) => twice(indicator.id, `domains[${d}].indicators[${i}].id`)),
  ])
  return [...steps, ...ids]
}

function whyOf(issue: z.core.$ZodIssue): InstrumentFault['why'] {
  if (issue.code !== 'custom' && issue.input === undefined) return 'missing'
  switch (issue.code) {
    case 'invalid_value':
      return 'other-format'
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : 'too-many'
    case 'too_small':
      return issue.origin === 'string' ? 'missing' : 'too-few'
    case 'invalid_format':
      return 'id'
    case 'custom':
      return 'language'
    default:
      return 'wrong-kind'
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
    .slice(0, 120)
}

/** In the reader's language, or in the other one where that is all there is. */
export function sayIn(locale: Locale, texts: Words): string {
  return texts[locale] ?? texts.nl ?? texts.en ?? ''
}

/** The lowest and the highest score that can be given. */
export function endsOf({ scale }: Pick<Instrument, 'scale'>): { readonly lowest: number; readonly highest: number } {
  return { lowest: scale[0]?.score ?? 0, highest: scale.at(-1)?.score ?? 1 }
}

/** Every indicator by its id. */
export function indicatorsOf({ domains }: Instrument): ReadonlyMap<string, Instrument['domains'][number]> {
  return new Map(domains.flatMap((domain) => domain.indicators.map((each) => [each.id, domain] as const)))
}
