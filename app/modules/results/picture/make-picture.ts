import type { NormSet } from '@kantelpunt/school-results'
import { bytesIn } from '../../../platform/database/bytes.ts'
import type { Database } from '../../../platform/database/database.ts'
import { system, type Trx } from '../../../platform/database/scope.ts'
import { inThisThread, type Thread } from '../../../platform/threads/thread.ts'
import { type ResultsWork, resultsWork } from '../aside/results-work.ts'
import { lockLoading, rowsAtOnce, storedRows, storedTableById } from '../published/published-store.ts'
import { lookAgain } from './current-figures.ts'
import { allNorms } from './norms-store.ts'
import type { Recipe, RecipeFile } from './tables.ts'

export type MadePicture =
  | { readonly made: true; readonly id: string; readonly schools: number }
  /** The newest picture was made of the same files and norms, or nothing here can be judged yet. */
  | { readonly made: false; readonly reason: 'unchanged' | 'nothing-to-judge' | 'no-norms' }

/** What a picture is made of, of all that was published. */
const kinds = ['inspectorate-results', 'reference-levels', 'school-weighting'] as const

/**
 * Makes the picture of the country from the newest files and norms. Of two files of one kind about the same school years the
 * one that was published last counts. Rows are read piece by piece and the figures worked out between transactions, so that
 * nobody waits for it; what was loaded never changes. Throws ThreadEndedError where the reader died; then there is no picture.
 */
export async function makePicture(
  db: Database,
  {
    now,
    newId,
    reader = inThisThread(resultsWork()),
  }: { readonly now: Date; readonly newId: () => string; readonly reader?: Thread<ResultsWork> },
): Promise<MadePicture> {
  const planned = await db.run(system, planPicture)
  if ('made' in planned) return planned
  const { tables, together, recipe } = planned
  for (const { id } of tables) {
    const table = await db.run(system, (trx) => storedTableById(trx, id))
    if (table === undefined) continue
    await reader.ask('takeTable', table)
    for (let from = 0; from < table.row_count; from += rowsAtOnce) {
      await reader.ask('takeRows', await db.run(system, (trx) => storedRows(trx, id, from, rowsAtOnce)))
    }
  }
  const figures = await reader.ask('figures', together)
  if (!figures.ok) {
    if (figures.reason === 'nothing-to-judge') return { made: false, reason: 'nothing-to-judge' }
    throw new Error(`The kept tables give no figures: ${figures.reason}.`)
  }
  const { body, schools } = figures
  const id = newId()
  const made = await db.run(system, async (trx): Promise<MadePicture> => {
    // Two who made it at once: one of them was first.
    await lockLoading(trx)
    if (await isNewest(trx, recipe)) return { made: false, reason: 'unchanged' }
    await trx
      .insertInto('result_pictures')
      .values({
        id,
        school_years: together.schoolYears,
        recipe: JSON.stringify(recipe),
        schools,
        body: bytesIn(body),
        made_at: now,
      })
      .execute()
    return { made: true, id, schools }
  })
  lookAgain(db)
  return made
}

interface PlannedPicture {
  readonly tables: readonly NewestTable[]
  readonly together: NormSet
  readonly recipe: Recipe
}

async function planPicture(trx: Trx): Promise<PlannedPicture | Extract<MadePicture, { made: false }>> {
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
  return (await isNewest(trx, recipe)) ? { made: false, reason: 'unchanged' } : { tables, together, recipe }
}

/** Whether the newest picture was made of just this. */
async function isNewest(trx: Trx, recipe: Recipe): Promise<boolean> {
  const newest = await trx
    .selectFrom('result_pictures')
    .select('recipe')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest !== undefined && sameRecipe(newest.recipe, recipe)
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

/**
 * The norms on the domains together all of whose school years the files have: those that are valid last, and of these the
 * version that was loaded last. So a correction, under an id of its own, counts from then on.
 */
function chooseTogether(norms: readonly NormSet[], tables: readonly NewestTable[]): NormSet | undefined {
  return norms
    .filter(({ tables: own }) => own.some(({ aspect }) => aspect === 'together'))
    .filter(({ schoolYears }) => schoolYears.every((year) => tables.some((table) => covers(table, year))))
    .toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))[0]
}

/** The norms per domain that are as strict as these, else others for the same school years; of each the version loaded last. */
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
