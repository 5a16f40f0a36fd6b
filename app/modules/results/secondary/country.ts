import {
  codeText,
  type IndicatorFigure,
  indicatorFigures,
  type JudgedIndicator,
  judgeIndicator,
  type SecondaryNormSet,
  secondaryIndicators,
  secondaryTracks,
  type TableKind,
} from '@kantelpunt/school-results'
import type { Trx } from '../../../platform/database/scope.ts'
import type { DateSource } from '../published/publication-day.ts'
import { storedRows, storedTableById } from '../published/published-store.ts'
import { readStoredTable } from '../published/stored-table.ts'
import {
  type ExamYear,
  examsOf,
  type Move,
  moves,
  type Progress,
  progressOf,
  type StoredEnds,
} from './secondary-figures.ts'
import { type CountrySpread, spreadOf } from './spread.ts'
import { secondaryNorms } from './versions-store.ts'

/** All secondary locations together, as pages read them. */
export interface SecondaryCountry {
  /** Names these figures: another file or version, another state. */
  readonly state: string
  /** Of every location of which there is something (`00AH07`), in order. */
  readonly codes: readonly string[]
  readonly indicatorsOf: (code: string) => readonly IndicatorView[]
  readonly progressOf: (code: string) => Progress | undefined
  readonly examsOf: (code: string) => readonly ExamYear[]
  /** Where each part comes from; undefined, or empty, where nothing of it was loaded. */
  readonly sources: {
    readonly indicators: readonly Source[]
    readonly progress: Source | undefined
    readonly exams: Source | undefined
  }
  /** Pass rates by kind of education as the file calls it, in the newest school year that locations have. */
  readonly passed: ReadonlyMap<string, CountrySpread & { readonly period: string }>
  readonly moved: ReadonlyMap<Move, CountrySpread>
}

/** One indicator of a location, with where it comes from and what locations with the same kind of education have. */
export interface IndicatorView {
  readonly judged: JudgedIndicator
  readonly country: CountrySpread | undefined
  readonly sources: readonly Source[]
}

/** The file that a figure comes from. */
export interface Source {
  readonly name: string
  readonly kind: TableKind
  readonly sha256: string
  /** Who published it. */
  readonly by: string
  /** `2025-10-01`, and where that day was taken from. */
  readonly day: string
  readonly dayFrom: DateSource
  /** The last school year that the table is about; null where it does not say. */
  readonly schoolYear: string | null
}

type Sourced = IndicatorFigure & { readonly source: Source }

/** What this process read last. A loaded table and a version of the norms never change, so that their ids say whether it is still so. */
let kept: { readonly key: string; readonly country: Promise<SecondaryCountry> } | undefined

/** The figures of the country, read again where another file or version was loaded. */
export async function secondaryCountry(trx: Trx): Promise<SecondaryCountry> {
  const tables = await newestTables(trx)
  const norms = await secondaryNorms(trx)
  const key = [...tables.map(({ id }) => id), ...norms.map(({ id }) => id)].join(' ')
  if (kept?.key === key) return kept.country
  const country = readCountry(trx, tables, norms).then((read) => ({ ...read, state: key }))
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
    .select(['result_files.file_name', 'result_files.published_on', 'result_files.published_on_source'])
    .select(['result_files.sha256', 'result_files.source', 'result_tables.last_school_year'])
    .where('result_tables.kind', 'in', kinds)
    .where('result_files.status', '=', 'loaded')
    .orderBy('result_tables.last_school_year', (order) => order.desc().nullsLast())
    .orderBy('result_files.published_on', 'desc')
    .orderBy('result_files.loaded_at', 'desc')
    .orderBy('result_tables.place')
    .execute()
}

async function readCountry(
  trx: Trx,
  tables: Tables,
  norms: readonly SecondaryNormSet[],
): Promise<Omit<SecondaryCountry, 'state'>> {
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
  const [passTable, moveTable] = [firstOf(tables, 'exam-passes'), firstOf(tables, 'progress-secondary')]
  const exams = passTable === undefined ? new Map<string, readonly ExamYear[]>() : await examsIn(trx, passTable)
  const progress = moveTable === undefined ? new Map<string, Progress>() : await progressIn(trx, moveTable)
  return {
    codes: [...new Set([...bySchool.keys(), ...progress.keys(), ...exams.keys()])].toSorted(),
    progressOf: (code) => progress.get(code),
    examsOf: (code) => exams.get(code) ?? [],
    sources: {
      indicators: tables.filter(({ kind }) => kind === 'secondary-indicators').map(sourceOf),
      progress: moveTable && sourceOf(moveTable),
      exams: passTable && sourceOf(passTable),
    },
    indicatorsOf: (code) =>
      judgedOf(bySchool.get(code) ?? [])
        .filter(({ judged }) => judged.years.length > 0)
        .map(({ judged, years }) => ({ ...viewOf(judged, years), country: spreads.get(keyOf(judged)) }))
        .toSorted((one, other) => order.indexOf(keyOf(one.judged)) - order.indexOf(keyOf(other.judged))),
    passed: passedOf([...exams.values()].flat()),
    moved: movedOf([...progress.values()]),
  }
}

/** For every school, indicator, kind of education and school year what was published last. */
async function newestFigures(trx: Trx, tables: Tables): Promise<readonly Sourced[]> {
  const found = new Map<string, Sourced>()
  const newest = tables
    .filter(({ kind }) => kind === 'secondary-indicators')
    .toSorted((one, other) => other.published_on.localeCompare(one.published_on))
  for (const one of newest) {
    const { id } = one
    const table = await storedTableById(trx, id)
    if (table === undefined) continue
    const rows = await storedRows(trx, id, 0, table.row_count)
    for (const figure of indicatorFigures(readStoredTable(table, rows))) {
      const key = [codeText(figure.school), figure.indicator, figure.track, figure.period].join(' ')
      if (!found.has(key)) found.set(key, { ...figure, source: sourceOf(one) })
    }
  }
  return [...found.values()]
}

function viewOf(judged: JudgedIndicator, years: readonly Sourced[]): Omit<IndicatorView, 'country'> {
  const used = years.filter(({ period }) => judged.years.some((each) => each.period === period))
  return {
    judged,
    sources: [...new Map(used.map(({ source }) => [`${source.name} ${source.day}`, source])).values()],
  }
}

function keyOf({ indicator, track }: JudgedIndicator): string {
  return `${indicator} ${track}`
}

function firstOf(tables: Tables, wanted: (typeof kinds)[number]) {
  return tables.find(({ kind }) => kind === wanted)
}

function sourceOf(table: Tables[number]): Source {
  return {
    name: table.file_name,
    kind: table.kind,
    sha256: table.sha256,
    by: table.source,
    day: table.published_on,
    dayFrom: table.published_on_source,
    schoolYear: table.last_school_year,
  }
}

async function examsIn(trx: Trx, table: Tables[number]): Promise<ReadonlyMap<string, readonly ExamYear[]>> {
  const track = table.parts.findIndex(({ name }) => name === 'track')
  const schools = await rowsBySchool(trx, table.id)
  return new Map(
    [...schools].map(([code, rows]) => {
      const own = rows.map((row) => ({ ...row, track: row.parts[track] ?? '' }))
      return [code, examsOf(table.measures, own)]
    }),
  )
}

async function progressIn(trx: Trx, table: Tables[number]): Promise<ReadonlyMap<string, Progress>> {
  const schools = await rowsBySchool(trx, table.id)
  return new Map(
    [...schools].flatMap(([code, [row]]) => {
      const progress = row && progressOf(table.measures, row)
      return progress === undefined ? [] : [[code, progress] as const]
    }),
  )
}

function passedOf(years: readonly ExamYear[]): SecondaryCountry['passed'] {
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

function movedOf(locations: readonly Progress[]): SecondaryCountry['moved'] {
  const all = locations.flatMap((progress) => progress.moves)
  return new Map(
    moves.flatMap((move) => {
      const spread = spreadOf(all.flatMap(({ move: of, share }) => (of === move && share !== undefined ? [share] : [])))
      return spread === undefined ? [] : [[move, spread] as const]
    }),
  )
}

/** Rows by the code of their location, the newest school year first. */
async function rowsBySchool(
  trx: Trx,
  table: string,
): Promise<ReadonlyMap<string, readonly (StoredEnds & { readonly parts: readonly string[] })[]>> {
  const rows = await trx
    .selectFrom('result_rows')
    .select(['brin', 'location', 'parts', 'low', 'high'])
    .where('table_id', '=', table)
    .orderBy('school_year', (order) => order.desc().nullsLast())
    .orderBy('place')
    .execute()
  return Map.groupBy(rows, ({ brin, location }) => brin + location)
}
