import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command, Outcome } from '@kantelpunt/cli'
import { migrations } from '../migrations.ts'
import { type CurriculumFile, type FileTerm, readCurriculum } from '../modules/improvement/library/curriculum-file.ts'
import { compareCurriculum, importCurriculum } from '../modules/improvement/library/curriculum-store.ts'
import { libraryText } from '../modules/improvement/library/text.ts'
import { type Database, openDatabase } from '../platform/database/database.ts'
import { DatabaseInUseError } from '../platform/database/folder-lock.ts'
import { migrate } from '../platform/database/migrate.ts'
import { system } from '../platform/database/scope.ts'

const help = `
FILE is a curriculum, such as the kerndoelen of SLO, with the official address (URI) of each thing in it:

  CSV      columns uri and label, and as far as there are code, subject, level, broader, scheme; any separator, any order.
  JSON-LD  SKOS concepts: @id, skos:prefLabel (the Dutch one where there are several), skos:notation, skos:broader,
           skos:inScheme, dcterms:subject, dcterms:educationLevel.

scheme is the address of the list that a thing stands in; --list gives it for things that name none. The file takes the place of
what there was of its lists and leaves other lists alone. It is imported whole or not at all; lessons keep tags that are
gone. --look only says what would change. The database is DATABASE_URL, or else the folder KANTELPUNT_DATA (data): stop
the server first in that case, or upload the file at /admin/curriculum.

  npx kantelpunt curriculum import kerndoelen.csv --list https://voorbeeld.example/kerndoelen --look
`

interface Asked {
  readonly path: string
  readonly list: string
  readonly look: boolean
}

/** `kantelpunt curriculum import`: what lessons in the library can be tagged with. */
export const curriculumImport: Command = {
  name: 'curriculum import',
  usage: 'FILE [--list ADDRESS] [--look]',
  summary: 'Imports a curriculum with official addresses, to tag shared lessons with.',
  help,
  async run(args, { env, progress }) {
    const asked = askedIn(args)
    if (asked === undefined) return { kind: 'bad-input', message: 'Name one file.' }
    const bytes = await readFile(asked.path).catch(() => undefined)
    if (bytes === undefined) return { kind: 'bad-input', message: `There is no file ${asked.path}.` }
    const read = readCurriculum(bytes, asked.list)
    if (!read.ok) return { kind: 'bad-input', message: `${asked.path}: ${describe(read)}` }
    progress.write(`${asked.path}: ${read.terms.length} terms …\n`)
    try {
      const db = await openDatabase({
        url: env.DATABASE_URL,
        folder: resolve(env.KANTELPUNT_DATA || 'data'),
        poolSize: 1,
      })
      try {
        await migrate(db.kysely, migrations, (text) => createHash('sha256').update(text).digest('hex'))
        return await put(db, read.terms, asked)
      } finally {
        await db.close()
      }
    } catch (error) {
      if (error instanceof DatabaseInUseError) return { kind: 'bad-input', message: error.message }
      throw error
    }
  },
}

async function put(db: Database, terms: readonly FileTerm[], { path, look }: Asked): Promise<Outcome> {
  const done = { file: path, terms: terms.length }
  if (look) {
    const { elsewhere, ...counts } = await db.run(system, (trx) => compareCurriculum(trx, terms))
    return { kind: 'done', answer: { ...done, ...counts, elsewhere: elsewhere.length, imported: false } }
  }
  const imported = await db.run(system, (trx) => importCurriculum(trx, terms, new Date()))
  if (imported.ok) {
    const { ok: _, ...counts } = imported
    return { kind: 'done', answer: { ...done, ...counts, imported: true } }
  }
  const [first] = imported.elsewhere
  const message = `${path}: ${imported.elsewhere.length} addresses are in another list already, such as ${first?.uri} in ${first?.scheme}.`
  return { kind: 'bad-input', message }
}

function askedIn(args: readonly string[]): Asked | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { list: { type: 'string', default: '' }, look: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [path] = positionals
    return path === undefined || positionals.length > 1 ? undefined : { path, list: values.list, look: values.look }
  } catch {
    return undefined
  }
}

/** At most so many wrong rows are named. */
const named = 20

function describe(refused: Extract<CurriculumFile, { ok: false }>): string {
  const words = libraryText('en').curriculumAdmin
  const rows = refused.rows ?? []
  const lines = rows
    .slice(0, named)
    .map(({ line, reason, what }) => `\n  line ${line}: ${words.rows[reason]} ${what.slice(0, 80)}`)
  const more = rows.length > named ? `\n  … and ${rows.length - named} more` : ''
  return `${words.file[refused.reason](refused.what ?? '')}${lines.join('')}${more}`
}
