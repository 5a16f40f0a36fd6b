import { readFile } from 'node:fs/promises'
import type { LongTable } from '@kantelpunt/disclosure'
import type { Outcome } from '../command.ts'
import { describeTableRefusal } from './describe-refusal.ts'
import type { TableOptions } from './table-options.ts'

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

export interface OpenedTable {
  readonly path: string
  readonly bytes: Uint8Array
  readonly table: LongTable
}

/** Reads the tables that the options name; `suppressed` is the sign that may stand for a count. */
export async function openTables(
  options: TableOptions,
  suppressed: string | undefined,
): Promise<readonly OpenedTable[] | BadInput> {
  const { readLongTable } = await import('@kantelpunt/disclosure')
  const hierarchies = new Map<string, readonly (readonly [string, string])[]>()
  for (const [dimension, path] of options.hierarchies) {
    const pairs = await readHierarchy(path)
    if ('kind' in pairs) return pairs
    hierarchies.set(dimension, pairs)
  }
  const opened: OpenedTable[] = []
  for (const { path, dimensions, count } of options.files) {
    const bytes = await readWhole(path)
    if ('kind' in bytes) return bytes
    const table = readLongTable(bytes, { dimensions, count, total: options.total, hierarchies, suppressed })
    if (!table.ok) return badInput(`${path}: ${describeTableRefusal(table)}`)
    opened.push({ path, bytes, table })
  }
  return opened
}

/** Who belongs to whom: a file with the columns child and parent. */
async function readHierarchy(path: string): Promise<readonly (readonly [string, string])[] | BadInput> {
  const { readDelimited } = await import('@kantelpunt/delimited-text')
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  const file = readDelimited(bytes)
  if (!file.ok) return badInput(`${path}: ${describeTableRefusal(file)}`)
  const [child, parent] = [file.column('child'), file.column('parent')]
  if (child === undefined || parent === undefined)
    return badInput(
      `${path}: line 1: a hierarchy has the columns child and parent; here are ${file.header.join(', ')}.`,
    )
  return Array.from({ length: file.rowCount }, (_, row) => [
    (child.levels[child.codes[row] ?? 0] ?? '').trim(),
    (parent.levels[parent.codes[row] ?? 0] ?? '').trim(),
  ])
}

/** The bytes of a file, or why not. */
export async function readWhole(path: string): Promise<Uint8Array | BadInput> {
  try {
    return await readFile(path)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return badInput(`${path}: ${isMissing ? 'there is no such file' : 'the file could not be opened'}.`)
  }
}

export function badInput(message: string): BadInput {
  return { kind: 'bad-input', message }
}
