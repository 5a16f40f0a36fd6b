import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command, Outcome, Shell } from '@kantelpunt/cli'
import { v7 as uuidv7 } from 'uuid'
import { migrations } from '../migrations.ts'
import { makePicture } from '../modules/results/picture/make-picture.ts'
import { describeFileRefusal } from '../modules/results/published/describe-refusal.ts'
import { loadPublished, type PublishedAnswer, readPublishedFile } from '../modules/results/published/load-published.ts'
import { mostBytes } from '../modules/results/published/prepare-results.ts'
import { type Database, openDatabase } from '../platform/database/database.ts'
import { DatabaseInUseError } from '../platform/database/folder-lock.ts'
import { migrate } from '../platform/database/migrate.ts'
import { describeFileRefusal as describeListRefusal } from '../platform/organisations/register/describe-refusal.ts'
import type { Locale } from '../platform/text/dictionary.ts'

const help = `
FILE is what DUO or the Inspectorate of Education publishes about schools (.csv or .ods), known by its columns: results of the
Inspectorate, schoolweging, reference levels, final test scores, advice, enrolment, progress, exams, early leavers. A list of all
locations goes into the register of schools. JSON is a version of the norms; a correction of it needs an "id" of its own, and counts from then on. Of a damaged file the answer names every place that is wrong, up to 1,000 of them.

  --published 2025-10-01   the day of publication. Without it: a day in the name of the file, else the end of the last school
                           year in it. Of two files about the same school year the one published last counts.
  --source TEXT            where the files came from, such as an address.
  --accept-closures        take a list of locations also when it closes more than a quarter of the open schools.

Each file is kept whole or not at all; a file that is here already changes nothing. Afterwards the picture of the country is
made anew where anything in it changed. The database is DATABASE_URL, or else the folder KANTELPUNT_DATA (data): stop the
server first in that case, or upload the files at /admin/results.

  npx kantelpunt results load leerresultaten.ods schoolweging.ods referentieniveaus.csv
`

/** `kantelpunt results load`: puts published files into the database. */
export const resultsLoad: Command = {
  name: 'results load',
  usage: 'FILE… [--published YYYY-MM-DD] [--source TEXT] [--accept-closures]',
  summary: 'Loads published school results, lists of schools and norms into the database.',
  help,
  async run(args, shell) {
    const asked = readArguments(args)
    if (typeof asked === 'string') return { kind: 'bad-input', message: asked }
    const { env } = shell
    const folder = resolve(env.KANTELPUNT_DATA || 'data')
    try {
      const db = await openDatabase({ url: env.DATABASE_URL, folder, poolSize: 1 })
      try {
        await migrate(db.kysely, migrations, (text) => createHash('sha256').update(text).digest('hex'))
        return await loadAll(db, asked, shell)
      } finally {
        await db.close()
      }
    } catch (error) {
      if (error instanceof DatabaseInUseError) return { kind: 'bad-input', message: error.message }
      throw error
    }
  },
}

interface Asked {
  readonly files: readonly string[]
  readonly published: string | undefined
  readonly source: string | undefined
  readonly acceptClosures: boolean
}

function readArguments(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        published: { type: 'string' },
        source: { type: 'string' },
        'accept-closures': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    if (positionals.length === 0) return 'Name one file or more.'
    const { published, source } = values
    return { files: positionals, published, source, acceptClosures: values['accept-closures'] }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function loadAll(db: Database, asked: Asked, { env, progress }: Shell): Promise<Outcome> {
  const locale: Locale = (env.LC_ALL || env.LANG || '').startsWith('nl') ? 'nl' : 'en'
  const files: FileAnswer[] = []
  for (const path of asked.files) {
    progress.write(`${path} …\n`)
    const shown = await loadOne(db, path, asked, locale, (done, of) => progress.write(`  ${done} of ${of} rows\n`))
    files.push(shown)
    progress.write(`  ${shown.message}\n`)
  }
  const picture = await makePicture(db, { now: new Date(), newId: uuidv7 })
  progress.write(picture.made ? `picture of ${picture.schools} schools made\n` : `no new picture: ${picture.reason}\n`)
  const failed = files.filter(({ outcome }) => outcome === 'refused')
  const answer = { files, picture }
  if (failed.length === 0) return { kind: 'done', answer }
  const message = `${failed.length} of ${files.length} files not loaded: ${failed.map(({ file }) => file).join(', ')}.`
  return { kind: 'bad-input', message, answer }
}

interface FileAnswer {
  readonly file: string
  readonly outcome: 'loaded' | 'again' | 'refused'
  readonly message: string
  readonly details?: unknown
}

async function loadOne(
  db: Database,
  path: string,
  { published, source, acceptClosures }: Asked,
  locale: Locale,
  progress: (done: number, of: number) => void,
): Promise<FileAnswer> {
  const file = await readPublishedFile(path)
  if (file === 'missing') return { file: path, outcome: 'refused', message: 'There is no such file.' }
  if (file === 'too-large') {
    const refusal = { ok: false, reason: 'too-large', limitBytes: mostBytes } as const
    return { file: path, outcome: 'refused', message: describeFileRefusal(locale, refusal) }
  }
  const options = { publishedOn: published, source, acceptClosures, by: null, clock: () => new Date(), newId: uuidv7 }
  return { file: path, ...shownAnswer(locale, await loadPublished(db, file, { ...options, progress })) }
}

function shownAnswer(locale: Locale, answer: PublishedAnswer): Omit<FileAnswer, 'file'> {
  if (answer.is === 'norms') {
    return answer.outcome === 'refused'
      ? { outcome: 'refused', message: describeFileRefusal(locale, answer.refusal), details: answer.refusal }
      : { outcome: answer.outcome, message: `norms ${answer.id}: ${answer.outcome}` }
  }
  if (answer.is === 'schools') return schoolsAnswer(locale, answer.import)
  if (answer.outcome === 'refused') {
    const { refusal, refused } = answer
    const others = refused.total > 1 ? ` (${refused.total} places are wrong)` : ''
    const details = { ...refusal, ...(refused.total > 0 ? { refused } : {}) }
    return { outcome: 'refused', message: `${describeFileRefusal(locale, refusal)}${others}`, details }
  }
  const { file } = answer
  const details = { id: file.id, publishedOn: file.published_on, publishedOnFrom: file.published_on_source }
  if (answer.outcome === 'busy') {
    const at = answer.free.toISOString()
    const message = `somebody else is loading this file, or stopped halfway. Nothing of it counts yet. Try again from ${at} on`
    return { outcome: 'refused', message, details: { ...details, free: at } }
  }
  if (answer.outcome === 'again') return { outcome: 'again', message: 'is here already: nothing changed', details }
  const tables = answer.tables.map(({ table }) => ({
    kind: table.kind,
    ...(table.sheet === null ? {} : { sheet: table.sheet }),
    rows: table.row_count,
    cells: { known: table.cells_known, masked: table.cells_masked, missing: table.cells_missing },
  }))
  const rows = tables.reduce((sum, each) => sum + each.rows, 0)
  const message = `${[...new Set(tables.map(({ kind }) => kind))].join(', ')}: ${rows} rows, published ${file.published_on}`
  return { outcome: 'loaded', message, details: { ...details, tables } }
}

function schoolsAnswer(
  locale: Locale,
  answer: Extract<PublishedAnswer, { is: 'schools' }>['import'],
): Omit<FileAnswer, 'file'> {
  if (answer.outcome === 'unreadable' || answer.outcome === 'refused') {
    return { outcome: 'refused', message: describeListRefusal(locale, answer.refusal), details: answer.refusal }
  }
  const { rows, added, updated, vintage } = answer.import
  if (answer.outcome === 'again') return { outcome: 'again', message: 'is in the register already: nothing changed' }
  return {
    outcome: 'loaded',
    message: `list of ${rows} schools of ${vintage}: ${added} added, ${updated} updated`,
  }
}
