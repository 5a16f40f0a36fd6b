import { type WebContext, withinScope } from '../../../platform/web/context.ts'
import { type IndicatorView, type SecondaryCountry, type Source, secondaryCountry } from './country.ts'
import type { ExamYear, Progress } from './secondary-figures.ts'

/** What was published last of one secondary school; each part undefined where nothing of it was loaded. */
export interface SecondaryFigures {
  readonly progress: (Progress & { readonly source: Source }) | undefined
  readonly exams: { readonly years: readonly ExamYear[]; readonly source: Source } | undefined
  /** The Inspectorate's four, those that were loaded. */
  readonly indicators: readonly IndicatorView[]
  readonly country: SecondaryCountry
}

/** What this process read last, by the name of that state of all files. */
let kept: { readonly state: string; readonly country: SecondaryCountry } | undefined

/** The newest figures of a location (`00AH07`); undefined where there are none. `state`: as `currentFigures` has it. */
export async function secondaryFigures(
  c: WebContext,
  code: string,
  state: string | undefined,
): Promise<SecondaryFigures | undefined> {
  return figuresOf(await countryAt(c, state), code)
}

/** The newest figures of all locations, mostly without a question to the database. `state`: as `currentFigures` has it. */
export async function countryAt(c: WebContext, state: string | undefined): Promise<SecondaryCountry> {
  if (state !== undefined && kept?.state === state) return kept.country
  const country = await withinScope(c, secondaryCountry)
  if (state !== undefined) kept = { state, country }
  return country
}

/** The figures of one location among those of all; undefined where there are none. */
export function figuresOf(country: SecondaryCountry, code: string): SecondaryFigures | undefined {
  const { sources } = country
  const indicators = country.indicatorsOf(code)
  const progress = country.progressOf(code)
  const years = country.examsOf(code)
  if (progress === undefined && years.length === 0 && indicators.length === 0) return undefined
  return {
    indicators,
    country,
    progress: progress && sources.progress && { ...progress, source: sources.progress },
    exams: years.length > 0 && sources.exams !== undefined ? { years, source: sources.exams } : undefined,
  }
}
