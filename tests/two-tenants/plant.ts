import { createHash } from 'node:crypto'
import type { Database } from '../../app/platform/database/database.ts'
import type { Column, Table } from './tables.ts'

/** A tenant to fill: its school, and the word that is in every text of it. */
export interface Planting {
  readonly organisationId: string
  readonly canary: string
}

export type Row = Readonly<Record<string, unknown>>

/** The same for the same words, and another for others. */
export function idFrom(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join(' ')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * Inserts one row of a tenant into a table. Starts from a likely value for each column that must have one; where a check
 * refuses it, takes the next likely value for the columns of that check. Then puts the canary into every other text
 * that takes it. `rows` are those planted before, for what refers to them. Throws where nothing likely is accepted.
 */
export async function plantRow(
  db: Database,
  table: Table,
  { organisationId, canary }: Planting,
  rows: ReadonlyMap<string, Row>,
): Promise<Row> {
  const references = referencesOf(table, rows)
  const needed = table.columns.filter((column) => column.required || column.name in references)
  const turns = new Map<string, number>()
  for (let attempt = 0; attempt < 60; attempt++) {
    const row = Object.fromEntries(
      needed.map((column) => {
        const options = candidates(table, column, { organisationId, canary })
        return [column.name, references[column.name] ?? options[(turns.get(column.name) ?? 0) % options.length]]
      }),
    )
    try {
      await insert(db, table.name, row)
      await spread(db, table, row, canary)
      return row
    } catch (error) {
      // A check that takes JSON for a list fails on anything else before it can refuse it.
      const ofJson = codeOf(error) === '22023' && {
        columns: needed.flatMap(({ name, type }) => (type === 'jsonb' ? [name] : [])),
      }
      const check = ofJson || table.checks.get(constraintOf(error))
      if (check === undefined) throw new Error(`Table ${table.name} could not be filled.`, { cause: error })
      for (const name of check.columns) turns.set(name, (turns.get(name) ?? 0) + 1)
    }
  }
  throw new Error(`Table ${table.name} could not be filled: give a likely value in tests/two-tenants/plant.ts.`)
}

function referencesOf(table: Table, rows: ReadonlyMap<string, Row>): Record<string, unknown> {
  const references: Record<string, unknown> = {}
  for (const key of table.foreignKeys) {
    const target = rows.get(key.table)
    if (target === undefined || key.table === table.name) continue
    for (const [i, name] of key.columns.entries()) references[name] = target[key.targets[i] ?? '']
  }
  return references
}

function candidates(table: Table, { name, type }: Column, { organisationId, canary }: Planting): readonly unknown[] {
  if (name === 'organisation_id') return [organisationId]
  const id = idFrom(organisationId, table.name, name)
  switch (type) {
    case 'uuid':
      return [id]
    case 'text':
      return textsFor(table, name, canary, id)
    case 'timestamp with time zone':
      return [/expires|until|ends/.test(name) ? '2099-01-01T00:00:00Z' : '2026-11-01T10:00:00Z']
    case 'date':
      // The second begins a half school year.
      return [/ends|until/.test(name) ? '2026-12-18' : '2026-11-02', '2026-02-01']
    case 'boolean':
      return [false]
    case 'jsonb':
      return [JSON.stringify({ words: canary }), '[]', JSON.stringify([canary])]
    case 'integer[]':
      return Array.from({ length: 20 }, (_, more) => Array.from({ length: 1 + more }, () => 1))
    case 'text[]':
      return [[canary], []]
    case 'uuid[]':
      return [[]]
    default:
      return name === 'school_year' ? [2026] : [1, 0, 2, 3, 10, 100]
  }
}

function textsFor(table: Table, name: string, canary: string, id: string): readonly unknown[] {
  const chosen = [...table.checks.values()]
    .filter((check) => check.columns.includes(name))
    .flatMap((check) => [...check.text.matchAll(/'([^']+)'::text/g)].map((match) => match[1]))
  // A code as people type it: letters that can't be taken for a digit.
  const code = id.replaceAll('-', '').replace(/./g, (digit) => 'ABCDEFGHJKMNPQRS'[Number.parseInt(digit, 16)] ?? 'A')
  const forms = [`${name}:${id}`, code.slice(0, 6), id.slice(0, 6), id.replace(/\D/g, '').slice(0, 6)]
  // What is compared as a name or a secret must differ between tenants and hold no space.
  if (name === 'email') return [`x${id}@kantelpunt.example`]
  if (/token|hash|slug|identifier/.test(name)) return [`x${id}`]
  return [canary, ...chosen, ...forms]
}

async function insert(db: Database, table: string, row: Row): Promise<void> {
  const names = Object.keys(row)
  const places = names.map((_, i) => `$${i + 1}`)
  await db.query(`insert into ${table} (${names.join()}) values (${places.join()})`, Object.values(row))
}

/** Puts the canary into the texts that need no value, as far as their checks allow. */
async function spread(db: Database, table: Table, row: Row, canary: string): Promise<void> {
  const keys = Object.entries(row).filter(([name, value]) => typeof value === 'string' && isName(table, name))
  const where = keys.map(([name], i) => `${name}::text = $${i + 2}`).join(' and ')
  const values = [canary, ...keys.map(([, value]) => value)]
  for (const column of freeTexts(table, row)) {
    const value = column.type === 'text[]' ? 'array[$1::text]' : '$1::text'
    await db.query(`update ${table.name} set ${column.name} = ${value} where ${where}`, values).catch(ignoreChecks)
  }
}

function freeTexts(table: Table, row: Row): readonly Column[] {
  return table.columns.filter(({ name, type }) => ['text', 'text[]'].includes(type) && !(name in row))
}

/** Whether a column finds a row again as it was written; times and JSON are written in more than one way. */
function isName(table: Table, name: string): boolean {
  return ['uuid', 'text'].includes(table.columns.find((column) => column.name === name)?.type ?? '')
}

function constraintOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : ''
}

/** A text that only takes certain words, or only from certain people, keeps its own. */
function ignoreChecks(error: unknown): void {
  const code = codeOf(error)
  if (code !== '23514' && code !== '23503' && code !== '23505' && code !== '42501') throw error
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
