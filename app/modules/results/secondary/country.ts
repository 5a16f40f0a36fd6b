import {
  codeText,
  type IndicatorFigure,
  indicatorFigures,
  type JudgedIndicator,
  judgeIndicator,
  type SecondaryNormSet,
  secondaryIndicators,
  secondaryTracks,
} from '@kantelpunt/school-results'
import type { Trx } from '../../../platform/database/scope.ts'
import { storedRows, storedTableById } from '../published/published-store.ts'
import { readStoredTable } from '../published/stored-table.ts'
import type { StoredMeasure } from '../published/tables.ts'
import { examsOf, type Move, moves, progressOf, type StoredEnds } from './secondary-figures.ts'
import { type CountrySpread, spreadOf } from './spread.ts'
import { secondaryNorms } from './versions-store.ts'

/** All secondary locations together, as pages read them. */
export interface SecondaryCountry {
  readonly indicatorsOf: (code: string) => readonly IndicatorView[]
  /** Pass rates by kind of education as the file calls it, in the newest school year that locations have. */
  readonly passed: ReadonlyMap<string, CountrySpread & { readonly period: string }>
  readonly moved: ReadonlyMap<Move, CountrySpread>
}

/** One indicator of a location, with where it comes from and what locations with the same kind of education have. */
export interface IndicatorView {
  readonly judged: JudgedIndicator
  readonly country: CountrySpread | undefined
  readonly sources: readonly IndicatorSource[]
}

export interface IndicatorSource {
  readonly name: string
  readonly publishedOn: string
}

type Sourced = IndicatorFigure & { readonly source: IndicatorSource }

/** What this process read last. A loaded table and a version of the norms never change, so that their ids say whether it is still so. */
let kept: { readonly key: string; readonly country: Promise<SecondaryCountry> } | undefined

/** The figures of the country, read again where another file or version was loaded. */
export async function secondaryCountry(trx: Trx): Promise<SecondaryCountry> {
  const tables = await newestTables(trx)
  const norms = await secondaryNorms(trx)
  const key = [...tables.map(({ id }) => id), ...norms.map(({ id }) => id)].join(' ')
  if (kept?.key === key) return kept.country
  const country = readCountry(trx, tables, norms)
  kept = { key, country }
  // What failed is asked again.
  country.catch(() => {
    if (kept?.country === country) kept = undefined
  })
  return country
}

const kinds = ['secondary-indicators', 'exam-passes', 'progress-secondary'] as const
type Tables = Awaited<ReturnType<typeof newestTables>>

function newestTables(trx: Trx) {
  return trx
    .selectFrom('result_tables')
    .innerJoin('result_files', 'result_files.id', 'result_tables.file_id')
    .select(['result_tables.id', 'result_tables.kind', 'result_tables.measures', 'result_tables.parts'])
    .select(['result_files.file_name', 'result_files.published_on'])
    .where('result_tables.kind', 'in', kinds)
    .where('result_files.status', '=', 'loaded')
    .orderBy('result_tables.last_school_year', (order) => order.desc().nullsLast())
    .orderBy('result_files.published_on', 'desc')
    .orderBy('result_files.loaded_at', 'desc')
    .orderBy('result_tables.place')
    .execute()
}

async function readCountry(trx: Trx, tables: Tables, norms: readonly SecondaryNormSet[]): Promise<SecondaryCountry> {
  const figures = await newestFigures(trx, tables)
  const last = figures.reduce((newest, { period }) => (period > newest ? period : newest), '')
  const bySchool = Map.groupBy(figures, ({ school }) => codeText(school))
  const judgedOf = (own: readonly Sourced[]) =>
    [...Map.groupBy(own, ({ indicator, track }) => `${indicator} ${track}`).values()].flatMap((years) => {
      const [first] = years
      if (first === undefined) return []
      const { indicator, track } = first
      return [{ judged: judgeIndicator({ indicator, track, years, last }, norms), years }]
    })
  const means = Map.groupBy(
    [...bySchool.values()].flatMap((own) =>
      judgedOf(own).flatMap(({ judged: { indicator, track, mean, years } }) =>
        mean === undefined || years.length < 3 ? [] : [{ key: `${indicator} ${track}`, mean }],
      ),
    ),
    ({ key }) => key,
  )
  const spreads = new Map([...means].map(([key, all]) => [key, spreadOf(all.map(({ mean }) => mean))]))
  const order = secondaryIndicators.flatMap((indicator) =>
    ['', ...secondaryTracks].map((track) => `${indicator} ${track}`),
  )
  const [exams, progress] = [firstOf(tables, 'exam-passes'), firstOf(tables, 'progress-secondary')]
  return {
    indicatorsOf: (code) =>
      judgedOf(bySchool.get(code) ?? [])
        .filter(({ judged }) => judged.years.length > 0)
        .map(({ judged, years }) => ({ ...viewOf(judged, years), country: spreads.get(keyOf(judged)) }))
        .toSorted((one, other) => order.indexOf(keyOf(one.judged)) - order.indexOf(keyOf(other.judged))),
    passed: exams === undefined ? new Map() : await passedOf(trx, exams),
    moved: progress === undefined ? new Map() : await movedOf(trx, progress),
  }
}

/** For every school, indicator, kind of education and school year what was published last. */
async function newestFigures(trx: Trx, tables: Tables): Promise<readonly Sourced[]> {
  const found = new Map<string, Sourced>()
  const newest = tables
    .filter(({ kind }) => kind === 'secondary-indicators')
    .toSorted((one, other) => other.published_on.localeCompare(one.published_on))
  for (const { id, file_name: name, published_on: publishedOn } of newest) {
    const table = await storedTableById(trx, id)
    if (table === undefined) continue
    const rows = await storedRows(trx, id, 0, table.row_count)
    for (const figure of indicatorFigures(readStoredTable(table, rows))) {
      const key = [codeText(figure.school), figure.indicator, figure.track, figure.period].join(' ')
      if (!found.has(key)) found.set(key, { ...figure, source: { name, publishedOn } })
    }
  }
  return [...found.values()]
}

function viewOf(judged: JudgedIndicator, years: readonly Sourced[]): Omit<IndicatorView, 'country'> {
  const used = years.filter(({ period }) => judged.years.some((each) => each.period === period))
  return {
    judged,
    sources: [...new Map(used.map(({ source }) => [`${source.name} ${source.publishedOn}`, source])).values()],
  }
}

function keyOf({ indicator, track }: JudgedIndicator): string {
  return `${indicator} ${track}`
}

function firstOf(tables: Tables, wanted: (typeof kinds)[number]) {
  return tables.find(({ kind }) => kind === wanted)
}

async function passedOf(trx: Trx, table: Tables[number]): Promise<SecondaryCountry['passed']> {
  const track = table.parts.findIndex(({ name }) => name === 'track')
  const years = (await rowsBySchool(trx, table.id)).flatMap((rows) =>
    examsOf(
      table.measures,
      rows.map((row) => ({ ...row, track: row.parts[track] ?? '' })),
    ),
  )
  const tracks = Map.groupBy(years, (year) => year.track)
  return new Map(
    [...tracks].flatMap(([name, own]) => {
      const period = own.reduce((newest, each) => (each.period > newest ? each.period : newest), '')
      const spread = spreadOf(
        own.flatMap(({ period: of, share }) => (of === period && share !== undefined ? [share] : [])),
      )
      return spread === undefined ? [] : [[name, { ...spread, period }] as const]
    }),
  )
}

async function movedOf(trx: Trx, table: Tables[number]): Promise<SecondaryCountry['moved']> {
  const measures: readonly StoredMeasure[] = table.measures
  const all = (await rowsBySchool(trx, table.id)).flatMap(([row]) =>
    row === undefined ? [] : (progressOf(measures, row)?.moves ?? []),
  )
  return new Map(
    moves.flatMap((move) => {
      const spread = spreadOf(all.flatMap(({ move: of, share }) => (of === move && share !== undefined ? [share] : [])))
      return spread === undefined ? [] : [[move, spread] as const]
    }),
  )
}

async function rowsBySchool(
  trx: Trx,
  table: string,
): Promise<readonly (readonly (StoredEnds & { readonly parts: readonly string[] })[])[]> {
  const rows = await trx
    .selectFrom('result_rows')
    .select(['brin', 'location', 'parts', 'low', 'high'])
    .where('table_id', '=', table)
    .orderBy('school_year', (order) => order.desc().nullsLast())
    .orderBy('place')
    .execute()
  return [...Map.groupBy(rows, ({ brin, location }) => brin + location).values()]
}
