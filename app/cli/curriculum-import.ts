import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from '@kantelpunt/cli'
import { migrations } from '../migrations.ts'
import { type CurriculumFile, readCurriculum } from '../modules/improvement/library/curriculum-file.ts'
import { importCurriculum } from '../modules/improvement/library/curriculum-store.ts'
import { openDatabase } from '../platform/database/database.ts'
import { DatabaseInUseError } from '../platform/database/folder-lock.ts'
import { migrate } from '../platform/database/migrate.ts'
import { system } from '../platform/database/scope.ts'

const help = `
FILE is a curriculum, such as the kerndoelen of SLO, with the official address (URI) of each thing in it:

  CSV      columns uri and label, and as far as there are code, subject, level, broader, scheme; any separator, any order.
  JSON-LD  SKOS concepts: @id, skos:prefLabel (the Dutch one where there are several), skos:notation, skos:broader,
           skos:inScheme, dcterms:subject, dcterms:educationLevel.

It is imported whole or not at all, and takes the place of what there was of the same scheme; lessons keep tags that are
gone. The database is DATABASE_URL, or else the folder KANTELPUNT_DATA (data): stop the server first in that case.

  npx kantelpunt curriculum import kerndoelen.csv
`

/** `kantelpunt curriculum import`: what lessons in the library can be tagged with. */
export const curriculumImport: Command = {
  name: 'curriculum import',
  usage: 'FILE',
  summary: 'Imports a curriculum with official addresses, to tag shared lessons with.',
  help,
  async run(args, { env, progress }) {
    const path = fileIn(args)
    if (path === undefined) return { kind: 'bad-input', message: 'Name one file.' }
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes === undefined) return { kind: 'bad-input', message: `There is no file ${path}.` }
    const read = readCurriculum(bytes)
    if (!read.ok) return { kind: 'bad-input', message: `${path}: ${describe(read)}` }
    progress.write(`${path}: ${read.terms.length} terms …\n`)
    try {
      const db = await openDatabase({
        url: env.DATABASE_URL,
        folder: resolve(env.KANTELPUNT_DATA || 'data'),
        poolSize: 1,
      })
      try {
        await migrate(db.kysely, migrations, (text) => createHash('sha256').update(text).digest('hex'))
        const counts = await db.run(system, (trx) => importCurriculum(trx, read.terms, new Date()))
        return { kind: 'done', answer: { file: path, terms: read.terms.length, ...counts } }
      } finally {
        await db.close()
      }
    } catch (error) {
      if (error instanceof DatabaseInUseError) return { kind: 'bad-input', message: error.message }
      throw error
    }
  },
}

function fileIn(args: readonly string[]): string | undefined {
  try {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true })
    return positionals.length === 1 ? positionals[0] : undefined
  } catch {
    return undefined
  }
}

function describe(refused: Extract<CurriculumFile, { ok: false }>): string {
  const where = refused.line === undefined ? '' : `line ${refused.line}: `
  const what = refused.what === undefined ? '' : ` (${refused.what.slice(0, 80)})`
  switch (refused.reason) {
    case 'unreadable':
      return `${where}it can’t be read as CSV or JSON-LD.`
    case 'no-column':
      return `there is no column ${refused.what ?? ''}.`
    case 'no-address':
      return `${where}an address must begin with http:// or https://${what}.`
    case 'no-label':
      return `${where}a label must have 1 to 1,000 characters${what}.`
    case 'twice':
      return `${where}this address stands there twice${what}.`
    case 'no-terms':
      return 'there is nothing of a curriculum in it.'
  }
}
