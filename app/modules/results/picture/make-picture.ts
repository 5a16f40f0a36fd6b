import { figuresOfSchools, type NormSet, type ResultsTable, type SchoolFigures } from '@kantelpunt/school-results'
import type { Trx } from '../../../platform/database/scope.ts'
import { tableById } from '../published/published-store.ts'
import { allNorms } from './norms-store.ts'
import { packFigures } from './pack.ts'
import type { Recipe, RecipeFile } from './tables.ts'

export type MadePicture =
  | { readonly made: true; readonly id: string; readonly schools: number }
  /** The newest picture was made of the same files and norms, or nothing here can be judged yet. */
  | { readonly made: false; readonly reason: 'unchanged' | 'nothing-to-judge' | 'no-norms' }

/** What a picture is made of, of all that was published. */
const kinds = ['inspectorate-results', 'reference-levels', 'school-weighting'] as const

/**
 * Makes the picture of the country from the newest files and norms, in a transaction of the system. Of two files of one
 * kind about the same school years the one that was published last counts.
 */
export async function makePicture(
  trx: Trx,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): Promise<MadePicture> {
  const norms = await allNorms(trx)
  const tables = await newestTables(trx)
  const together = chooseTogether(norms, tables)
  if (tables.length === 0) return { made: false, reason: 'nothing-to-judge' }
  if (together === undefined) return { made: false, reason: 'no-norms' }
  const perDomain = choosePerDomain(norms, together)
  const recipe: Recipe = {
    files: tables.map(({ file }) => file),
    together: together.id,
    perDomain: perDomain?.id ?? null,
  }
  const newest = await trx
    .selectFrom('result_pictures')
    .select('recipe')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest !== undefined && sameRecipe(newest.recipe, recipe)) return { made: false, reason: 'unchanged' }
  const read: ResultsTable[] = []
  for (const { id } of tables) {
    const table = await tableById(trx, id)
    if (table !== undefined) read.push(table)
  }
  const figures = figuresOfSchools(read, together)
  if (!figures.ok) {
    if (figures.reason === 'nothing-to-judge') return { made: false, reason: 'nothing-to-judge' }
    throw new Error(`The kept tables give no figures: ${figures.reason}.`)
  }
  const id = newId()
  await keepPicture(trx, { id, recipe, schoolYears: together.schoolYears, schools: figures.schools, now })
  return { made: true, id, schools: figures.schools.length }
}

interface NewestTable {
  readonly id: string
  readonly file: RecipeFile
  readonly firstYear: string | null
  readonly lastYear: string | null
}

/**
 * Of each kind the newest tables. Reference levels may be a file of several years or one a year, and weightings have a sheet
 * for each year: of these all that say of a school year what no newer file says.
 */
async function newestTables(trx: Trx): Promise<readonly NewestTable[]> {
  const rows = await trx
    .selectFrom('result_tables')
    .innerJoin('result_files', 'result_files.id', 'result_tables.file_id')
    .select([
      'result_tables.id',
      'result_tables.kind',
      'result_tables.first_school_year',
      'result_tables.last_school_year',
      'result_files.id as file_id',
      'result_files.file_name',
      'result_files.sha256',
      'result_files.published_on',
      'result_files.source',
    ])
    .where('result_tables.kind', 'in', kinds)
    .where('result_files.status', '=', 'loaded')
    .orderBy('result_tables.last_school_year', (order) => order.desc().nullsLast())
    .orderBy('result_files.published_on', 'desc')
    .orderBy('result_files.loaded_at', 'desc')
    .orderBy('result_tables.place')
    .execute()
  const chosen: NewestTable[] = []
  for (const row of rows) {
    const { kind } = row
    const ofKind = chosen.filter(({ file }) => file.kind === kind)
    const ofFile = ofKind.some(({ file }) => file.id === row.file_id)
    const wanted =
      kind === 'inspectorate-results'
        ? ofKind.length === 0
        : kind === 'school-weighting'
          ? ofKind.length === 0 || ofFile
          : ofKind.every(
              ({ firstYear }) =>
                firstYear !== null && row.last_school_year !== null && row.last_school_year < firstYear,
            )
    if (!wanted) continue
    chosen.push({
      id: row.id,
      file: {
        id: row.file_id,
        kind,
        name: row.file_name,
        sha256: row.sha256,
        publishedOn: row.published_on,
        source: row.source,
      },
      firstYear: row.first_school_year,
      lastYear: row.last_school_year,
    })
  }
  return chosen
}

/** The newest norms on the domains together all of whose school years the files have; of equal ones those that were loaded. */
function chooseTogether(norms: readonly NormSet[], tables: readonly NewestTable[]): NormSet | undefined {
  return norms
    .filter(({ tables: own }) => own.some(({ aspect }) => aspect === 'together'))
    .filter(({ schoolYears }) => schoolYears.every((year) => tables.some((table) => covers(table, year))))
    .toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))[0]
}

/** The norms per domain that are as strict as these; else others for the same school years. */
function choosePerDomain(norms: readonly NormSet[], together: NormSet): NormSet | undefined {
  const perDomain = norms.filter(({ tables }) => tables.every(({ aspect }) => aspect !== 'together'))
  const years = together.schoolYears.join()
  return (
    perDomain.find(({ basedOn }) => basedOn === together.id) ??
    perDomain.find(({ schoolYears }) => schoolYears.join() === years)
  )
}

function covers({ firstYear, lastYear }: NewestTable, year: string): boolean {
  return firstYear !== null && lastYear !== null && firstYear <= year && year <= lastYear
}

function sameRecipe(one: Recipe, other: Recipe): boolean {
  const key = ({ files, together, perDomain }: Recipe) =>
    JSON.stringify([files.map(({ sha256, kind }) => [sha256, kind]), together, perDomain])
  return key(one) === key(other)
}

async function keepPicture(
  trx: Trx,
  picture: {
    readonly id: string
    readonly recipe: Recipe
    readonly schoolYears: readonly string[]
    readonly schools: readonly SchoolFigures[]
    readonly now: Date
  },
): Promise<void> {
  await trx
    .insertInto('result_pictures')
    .values({
      id: picture.id,
      school_years: picture.schoolYears,
      recipe: JSON.stringify(picture.recipe),
      schools: picture.schools.length,
      body: packFigures(picture.schools),
      made_at: picture.now,
    })
    .execute()
}
