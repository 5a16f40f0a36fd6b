import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command, Outcome, Shell } from '@kantelpunt/cli'
import { v7 as uuidv7 } from 'uuid'
import { migrations } from '../migrations.ts'
import { openDatabase } from '../platform/database/database.ts'
import { DatabaseInUseError } from '../platform/database/folder-lock.ts'
import { migrate } from '../platform/database/migrate.ts'
import { describeFileRefusal, describeRowRefusal } from '../platform/organisations/register/describe-refusal.ts'
import { type ImportAnswer, importSchools } from '../platform/organisations/register/import-schools.ts'
import type { Locale } from '../platform/text/dictionary.ts'

const help = `
FILE is a list of all school locations (alle vestigingen) of primary or secondary education, as DUO publishes it:
https://duo.nl/open_onderwijsdata/. Which of the two it is, its encoding and its columns are recognised by content.

  --vintage 2025-10-01   the day that the lists describe. Without it: a day or year in the name of the file or its folder
                         (a year is taken as 1 October), else the first day on which all its municipalities existed.
  --accept-closures      import a list also when it closes more than a quarter of the open schools.

Each file is imported whole or not at all. The answer counts each row as added, updated, unchanged or refused, and gives
the line and reason of every refused one. The database is DATABASE_URL, or else the folder KANTELPUNT_DATA (data): stop the
server first in that case, or upload the files at /admin/schools.

  npx kantelpunt schools import duo-2025/vestigingen-bo.csv duo-2025/vestigingen-vo.csv --vintage 2025-10-01
`

/** `kantelpunt schools import`: puts DUO's lists of school locations into the register of schools. */
export const schoolsImport: Command = {
  name: 'schools import',
  usage: 'FILE… [--vintage YYYY-MM-DD] [--accept-closures]',
  summary: "Imports DUO's lists of school locations into the register of schools.",
  help,
  async run(args, shell) {
    const asked = readArguments(args)
    if (typeof asked === 'string') return { kind: 'bad-input', message: asked }
    for (const file of asked.files) {
      if (!(await stat(file).catch(() => undefined))?.isFile()) {
        return { kind: 'bad-input', message: `There is no file ${file}.` }
      }
    }
    try {
      return await importAll(asked, shell)
    } catch (error) {
      if (error instanceof DatabaseInUseError) return { kind: 'bad-input', message: error.message }
      throw error
    }
  },
}

interface Asked {
  readonly files: readonly string[]
  readonly vintage: string | undefined
  readonly acceptClosures: boolean
}

function readArguments(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { vintage: { type: 'string' }, 'accept-closures': { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    if (positionals.length === 0) return 'Name one file or more.'
    return { files: positionals, vintage: values.vintage, acceptClosures: values['accept-closures'] }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function importAll(asked: Asked, { env, progress }: Shell): Promise<Outcome> {
  const locale: Locale = (env.LC_ALL || env.LANG || '').startsWith('nl') ? 'nl' : 'en'
  const folder = resolve(env.KANTELPUNT_DATA || 'data')
  const db = await openDatabase({ url: env.DATABASE_URL, folder, poolSize: 1 })
  try {
    await migrate(db.kysely, migrations, (text) => createHash('sha256').update(text).digest('hex'))
    const files: FileAnswer[] = []
    for (const path of asked.files) {
      progress.write(`${path} …\n`)
      const answer = await importSchools(
        db,
        { path: resolve(path), chunks: createReadStream(path) },
        {
          vintage: asked.vintage,
          acceptClosures: asked.acceptClosures,
          by: null,
          clock: () => new Date(),
          newId: uuidv7,
        },
      )
      const shown = fileAnswer(locale, path, answer)
      files.push(shown)
      progress.write(`  ${summaryOf(shown)}\n`)
    }
    const failed = files.filter((file) => file.outcome === 'refused' || file.outcome === 'unreadable')
    if (failed.length === 0) return { kind: 'done', answer: { files } }
    const message = `${failed.length} of ${files.length} files not imported: ${failed.map((file) => file.file).join(', ')}.`
    return { kind: 'bad-input', message, answer: { files } }
  } finally {
    await db.close()
  }
}

type FileAnswer = ReturnType<typeof fileAnswer>

/** What is written about one file. Counts are left out where it could not be read. */
function fileAnswer(locale: Locale, file: string, answer: ImportAnswer) {
  const { outcome } = answer
  const refusal =
    outcome === 'unreadable' || outcome === 'refused'
      ? { ...answer.refusal, message: describeFileRefusal(locale, answer.refusal) }
      : undefined
  if (outcome === 'unreadable') return { file, outcome, refusal }
  const { sector, encoding, vintage, vintage_source, report, ...row } = answer.import
  const nothingNew = { rows: row.rows, added: 0, updated: 0, unchanged: row.rows, refused: 0 }
  return {
    file,
    outcome,
    refusal,
    sector,
    encoding,
    vintage,
    vintageSource: vintage_source,
    counts:
      outcome === 'again'
        ? { ...nothingNew, closed: 0, reopened: 0, renamed: 0 }
        : {
            rows: row.rows,
            added: row.added,
            updated: row.updated,
            unchanged: row.unchanged,
            refused: row.refused,
            closed: row.closed,
            reopened: row.reopened,
            renamed: row.renamed,
          },
    refusedRows:
      outcome === 'again'
        ? []
        : report.outcomes.flatMap((one) =>
            one.outcome === 'refused'
              ? [{ line: one.line, ...one.refusal, message: describeRowRefusal(locale, one.refusal) }]
              : [],
          ),
  }
}

function summaryOf(file: FileAnswer): string {
  if (file.counts === undefined) return file.refusal?.message ?? file.outcome
  const { rows, added, updated, unchanged, refused, closed } = file.counts
  const counts = `${rows} rows: ${added} added, ${updated} updated, ${unchanged} unchanged, ${refused} refused; ${closed} closed`
  return file.refusal === undefined ? counts : `${file.refusal.message} (${counts})`
}
