import type { Trx } from '../../../platform/database/scope.ts'
import { type IndicatorView, type SecondaryCountry, secondaryCountry } from './country.ts'
import { type ExamYear, examsOf, type Progress, progressOf } from './secondary-figures.ts'

/** What was published last of one secondary school; each part undefined where nothing of it was loaded. */
export interface SecondaryFigures {
  readonly progress: (Progress & { readonly source: Source }) | undefined
  readonly exams: { readonly years: readonly ExamYear[]; readonly source: Source } | undefined
  /** The Inspectorate's four, those that were loaded. */
  readonly indicators: readonly IndicatorView[]
  readonly country: SecondaryCountry
}

export interface Source {
  readonly name: string
  /** `2025-10-01`. */
  readonly publishedOn: string
  /** The last school year that the table is about; null where it does not say. */
  readonly schoolYear: string | null
}

/** The newest figures of a location (`00AH07`); undefined where there are none. */
export async function secondaryFigures(trx: Trx, code: string): Promise<SecondaryFigures | undefined> {
  const [passes, moved] = [
    await newestRows(trx, 'exam-passes', code),
    await newestRows(trx, 'progress-secondary', code),
  ]
  const row = moved?.rows[0]
  const progress = moved === undefined || row === undefined ? undefined : progressOf(moved.measures, row)
  const track = passes?.parts.findIndex(({ name }) => name === 'track') ?? -1
  const years =
    passes === undefined
      ? []
      : examsOf(
          passes.measures,
          passes.rows.map((each) => ({ ...each, track: each.parts[track] ?? '' })),
        )
  const country = await secondaryCountry(trx)
  const figures: SecondaryFigures = {
    indicators: country.indicatorsOf(code),
    country,
    progress: progress === undefined || moved === undefined ? undefined : { ...progress, source: moved.source },
    exams: years.length === 0 || passes === undefined ? undefined : { years, source: passes.source },
  }
  const { progress: moves, exams, indicators } = figures
  return moves === undefined && exams === undefined && indicators.length === 0 ? undefined : figures
}

async function newestRows(trx: Trx, kind: 'progress-secondary' | 'exam-passes', code: string) {
  const table = await trx
    .selectFrom('result_tables')
    .innerJoin('result_files', 'result_files.id', 'result_tables.file_id')
    .select([
      'result_tables.id',
      'result_tables.measures',
      'result_tables.parts',
      'result_tables.last_school_year',
      'result_files.file_name',
      'result_files.published_on',
    ])
    .where('result_tables.kind', '=', kind)
    .where('result_files.status', '=', 'loaded')
    .orderBy('result_tables.last_school_year', (order) => order.desc().nullsLast())
    .orderBy('result_files.published_on', 'desc')
    .orderBy('result_files.loaded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (table === undefined) return undefined
  const rows = await trx
    .selectFrom('result_rows')
    .select(['parts', 'low', 'high'])
    .where('table_id', '=', table.id)
    .where('brin', '=', code.slice(0, 4))
    .where('location', '=', code.slice(4))
    .orderBy('school_year', (order) => order.desc().nullsLast())
    .orderBy('place')
    .execute()
  const { measures, parts } = table
  const source: Source = {
    name: table.file_name,
    publishedOn: table.published_on,
    schoolYear: table.last_school_year,
  }
  return { measures, parts, rows, source }
}
