import { intervalOf } from '../cells/read-cell.ts'
import { codeText, type SchoolCode } from '../cells/school-code.ts'
import { fitsIndicator, type IndicatorNumber, indicatorMeasure } from '../layouts/indicator-layouts.ts'
import type { RowRefusal } from '../reading/refusal.ts'
import type { MeasureOfRows, ResultsTable } from '../reading/results-table.ts'
import {
  indicatorFacts,
  indicatorOf,
  type SecondaryIndicator,
  type SecondaryTrack,
  secondaryIndicators,
  secondaryTracks,
  trackOf,
} from './indicator.ts'
import type { IndicatorYear } from './judge-indicator.ts'

/** One indicator of one location in one school year. */
export interface IndicatorFigure extends IndicatorYear {
  readonly school: SchoolCode
  readonly indicator: SecondaryIndicator
  readonly track: SecondaryTrack
}

/** Where in a table the numbers of one indicator, kind of education and school year stand. */
interface Place {
  readonly indicator: SecondaryIndicator
  readonly track: SecondaryTrack
  readonly period: string
  readonly row: number
  readonly measures: Partial<Readonly<Record<IndicatorNumber, MeasureOfRows>>>
}

/** The figures of a table that was read; those without a value are left out. A mask leaves the whole scale of its indicator. */
export function indicatorFigures(table: ResultsTable): readonly IndicatorFigure[] {
  return [...placesOf(table)].flatMap(({ indicator, track, period, row, measures }) => {
    const at = (is: IndicatorNumber) => {
      const cell = measures[is]?.at(row)
      return cell === undefined ? undefined : intervalOf(cell)
    }
    const [value, norm, school] = [at('value'), at('norm'), table.schools[row]]
    if (value === undefined || school === undefined) return []
    const { least, most } = indicatorFacts[indicator]
    return [
      {
        school,
        indicator,
        track,
        period,
        value: { low: Math.max(least, value.low), high: Math.min(most, value.high) },
        pupils: at('pupils'),
        norm: norm !== undefined && norm.low === norm.high ? norm.low : undefined,
      },
    ]
  })
}

/** What is wrong with the rows of such a table: words that are none, numbers off the scale, a figure twice. */
export function* refusedIndicators(table: ResultsTable): Generator<RowRefusal> {
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet }
  for (const [row] of table.schools.entries()) yield* refusedWords(table, row)
  const lines = new Map<string, number>()
  for (const { indicator, track, period, row, measures } of placesOf(table)) {
    const line = table.lineOf(row)
    for (const is of ['value', 'norm'] as const) {
      const measure = measures[is]
      const cell = measure?.at(row)
      if (measure === undefined || cell?.kind !== 'known' || fitsIndicator(indicator, cell.value)) continue
      const { column, header } = measure
      yield { ok: false, reason: 'unreadable-number', ...sheet, line, column, header, text: String(cell.value) }
    }
    const code = table.schools[row]
    if (code === undefined || code.brin === '') continue
    const school = [codeText(code), track, indicatorFacts[indicator].word].filter((word) => word !== '').join(' ')
    const key = `${school} ${period}`
    const earlier = lines.get(key)
    if (earlier === undefined) lines.set(key, line)
    else yield { ok: false, reason: 'school-twice', ...sheet, line, school, earlier }
  }
}

function* refusedWords(table: ResultsTable, row: number): Generator<RowRefusal> {
  const sheet = table.sheet === undefined ? {} : { sheet: table.sheet }
  const line = table.lineOf(row)
  const everyColumnHasAYear = table.measures.every(({ measure }) => measure.period !== undefined)
  if (!everyColumnHasAYear && table.periodOf(row) === undefined) {
    yield { ok: false, reason: 'no-school-year', ...sheet, line }
  }
  const [words, tracks] = [partOf(table, 'indicator'), partOf(table, 'track')]
  if (words === undefined || tracks === undefined) return
  const [text, trackText] = [words.at(row), tracks.at(row)]
  const indicator = indicatorOf(text)
  if (indicator === undefined) {
    const expected = secondaryIndicators.map((each) => indicatorFacts[each].word)
    const { column, header } = words
    yield { ok: false, reason: 'unknown-word', ...sheet, line, column, header, text, expected }
    return
  }
  const track = trackOf(trackText)
  const { perTrack } = indicatorFacts[indicator]
  if (track === undefined || (track !== '') !== perTrack) {
    const expected = perTrack ? secondaryTracks : ['alle']
    const { column, header } = tracks
    yield { ok: false, reason: 'unknown-word', ...sheet, line, column, header, text: trackText, expected }
  }
}

/** In our own form a row is about one figure; in a mapped file its columns are. Rows whose words can't be read have none. */
function* placesOf(table: ResultsTable): Generator<Place> {
  const [words, tracks] = [partOf(table, 'indicator'), partOf(table, 'track')]
  if (words !== undefined && tracks !== undefined) {
    const named = (is: IndicatorNumber) => {
      const found = table.measures.find(({ measure }) => measure.name === is)
      return found === undefined ? {} : { [is]: found }
    }
    const measures = { ...named('value'), ...named('norm'), ...named('pupils') }
    for (const [row] of table.schools.entries()) {
      const [indicator, track, period] = [indicatorOf(words.at(row)), trackOf(tracks.at(row)), table.periodOf(row)]
      if (indicator === undefined || track === undefined || period === undefined) continue
      if ((track !== '') === indicatorFacts[indicator].perTrack) yield { indicator, track, period, row, measures }
    }
    return
  }
  const places = mappedPlaces(table)
  for (const [row] of table.schools.entries()) {
    for (const { period: ofColumn, ...place } of places) {
      const period = ofColumn ?? table.periodOf(row)
      if (period !== undefined) yield { ...place, period, row }
    }
  }
}

function mappedPlaces(
  table: ResultsTable,
): readonly (Omit<Place, 'row' | 'period'> & { readonly period: string | undefined })[] {
  const periods = new Set(table.measures.map(({ measure }) => measure.period))
  return secondaryIndicators.flatMap((indicator) =>
    (['', ...secondaryTracks] as const).flatMap((track) =>
      [...periods].flatMap((period) => {
        const find = (is: IndicatorNumber) => {
          const found = table.measures.find(
            ({ measure }) =>
              measure.name === indicatorMeasure(indicator, is) && measure.part === track && measure.period === period,
          )
          return found === undefined ? {} : { [is]: found }
        }
        const measures = { ...find('value'), ...find('norm'), ...find('pupils') }
        return 'value' in measures ? [{ indicator, track, period, measures }] : []
      }),
    ),
  )
}

function partOf(table: ResultsTable, name: string) {
  return table.parts.find((part) => part.name === name)
}
