import {
  type ColumnMap,
  indicatorFacts,
  type SecondaryNormSet,
  secondaryIndicators,
  secondaryTracks,
} from '@kantelpunt/school-results'
import { z } from 'zod'

/** What an operator loads about secondary schools beside figures: a version of the norms, or the columns of a file. */
export type SecondaryVersion =
  | { readonly kind: 'norms'; readonly body: SecondaryNormSet }
  | { readonly kind: 'columns'; readonly body: ColumnMap }

export type ParsedSecondaryFile =
  | { readonly ok: true; readonly version: SecondaryVersion }
  | { readonly ok: false; readonly reason: 'not-norms'; readonly at: string; readonly expected: string }

const schoolYear = z
  .string()
  .regex(/^\d{4}-\d{4}$/, 'a school year such as 2024-2025')
  .refine((year) => Number(year.slice(5)) === Number(year.slice(0, 4)) + 1, 'two years that follow each other')
const judgementYear = z.int().min(2000).max(2100)
/** No null character: no database keeps it in a text. */
const text = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((each) => !each.includes('\u0000'), 'a text')
const id = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/, 'small letters, digits, dots and dashes, 100 at most')
const byWord = new Map(secondaryIndicators.map((each) => [indicatorFacts[each].word, each]))
const indicator = z.string().transform((word, issues) => {
  const found = byWord.get(word)
  if (found !== undefined) return found
  issues.addIssue({ code: 'custom', message: [...byWord.keys()].join(', ') })
  return z.NEVER
})
const track = z.enum([...secondaryTracks, 'alle']).transform((word) => (word === 'alle' ? '' : word))

/** An indicator of each kind of education has one of them, that of a location has `alle`. */
const fitsTrack = (each: { indicator: (typeof secondaryIndicators)[number]; track: string }) =>
  (each.track !== '') === indicatorFacts[each.indicator].perTrack

const about = z.object({ indicator, track })
const trackIssue = {
  path: ['track'],
  message: `a kind of education for bovenbouwsucces and examencijfers, alle for the others`,
}

const norm = about
  .extend({
    value: z.number(),
    from: judgementYear,
    to: judgementYear.optional(),
    loweredFor: text.optional(),
    source: text.optional(),
  })
  .refine(fitsTrack, trackIssue)
  .refine(({ from, to }) => to === undefined || from <= to, { path: ['to'], message: 'a year not before from' })
  .refine(({ indicator: of, value }) => indicatorFacts[of].least <= value && value <= indicatorFacts[of].most, {
    path: ['value'],
    message: 'a number on the scale of its indicator',
  })

const normsFile = z
  .strictObject({
    is: z.literal('secondary-norms'),
    id,
    title: text,
    source: text,
    mean: z.enum(['weighted', 'plain', 'unknown']),
    leftOutYears: z.array(schoolYear).max(20),
    norms: z.array(norm).min(1).max(500),
    notJudged: z
      .array(z.strictObject({ indicator, from: judgementYear, to: judgementYear, source: text.optional() }))
      .max(20),
  })
  .superRefine(({ norms }, issues) => {
    for (const [place, one] of norms.entries()) {
      const other = norms.findIndex(
        (each) => each.indicator === one.indicator && each.track === one.track && overlap(each, one),
      )
      if (other < place) {
        const message = `years other than those of norms.${other}`
        issues.addIssue({ code: 'custom', path: ['norms', place], message })
      }
    }
  })

const columnsFile = z
  .strictObject({
    is: z.literal('secondary-columns'),
    id,
    title: text,
    source: text,
    school: text,
    location: text.optional(),
    schoolYear: text.optional(),
    columns: z
      .array(
        about
          .extend({ header: text, is: z.enum(['value', 'norm', 'pupils']), schoolYear: schoolYear.optional() })
          .refine(fitsTrack, trackIssue),
      )
      .min(1)
      .max(500),
  })
  .superRefine((map, issues) => {
    for (const [place, column] of map.columns.entries()) {
      const path = ['columns', place]
      if ((column.schoolYear === undefined) === (map.schoolYear === undefined)) {
        const message = 'either a schoolYear here or one column of the file that has it'
        issues.addIssue({ code: 'custom', path: [...path, 'schoolYear'], message })
      }
      const same = map.columns.findIndex((each) => sameColumn(each, column) || each.header === column.header)
      if (same < place) issues.addIssue({ code: 'custom', path, message: `something else than columns.${same}` })
    }
    if (!map.columns.some(({ is }) => is === 'value')) {
      issues.addIssue({ code: 'custom', path: ['columns'], message: 'one column that is a value, or more' })
    }
  })

/** Reads JSON that says `"is": "secondary-norms"` or `"secondary-columns"`; undefined of any other. */
export function parseSecondaryFile(json: unknown): ParsedSecondaryFile | undefined {
  const is = z.object({ is: z.enum(['secondary-norms', 'secondary-columns']) }).safeParse(json)
  if (!is.success) return undefined
  if (is.data.is === 'secondary-norms') {
    const read = normsFile.safeParse(json)
    if (!read.success) return misfit(read.error)
    const { is: _, ...body } = read.data
    return { ok: true, version: { kind: 'norms', body: withoutUndefined(body) } }
  }
  const read = columnsFile.safeParse(json)
  if (!read.success) return misfit(read.error)
  const { is: _, ...body } = read.data
  return { ok: true, version: { kind: 'columns', body: withoutUndefined(body) } }
}

/** `columns.2.track`, and what belongs there. */
function misfit({ issues: [first] }: z.ZodError): Extract<ParsedSecondaryFile, { ok: false }> {
  return { ok: false, reason: 'not-norms', at: first?.path.join('.') ?? '', expected: first?.message ?? '' }
}

function overlap(
  one: { readonly from: number; readonly to?: number | undefined },
  other: { readonly from: number; readonly to?: number | undefined },
): boolean {
  return one.from <= (other.to ?? one.from) && other.from <= (one.to ?? other.from)
}

type Named = Pick<ColumnMap['columns'][number], 'is' | 'indicator' | 'track'> & {
  readonly schoolYear?: string | undefined
}

function sameColumn(one: Named, other: Named): boolean {
  return (
    one.is === other.is &&
    one.indicator === other.indicator &&
    one.track === other.track &&
    one.schoolYear === other.schoolYear
  )
}

/** JSON has no undefined, so that a copy through it has none either. */
function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return JSON.parse(JSON.stringify(value))
}

type Defined<Value> = Value extends readonly (infer Item)[]
  ? readonly Defined<Item>[]
  : Value extends object
    ? { [Key in keyof Value]: Defined<Exclude<Value[Key], undefined>> }
    : Value
