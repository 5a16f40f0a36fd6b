import { readFile } from 'node:fs/promises'
import type { JudgeRefusal, ResultsTable } from '@kantelpunt/school-results'
import type { Outcome } from '../command.ts'
import { describeRefusal } from './describe-refusal.ts'

export interface OpenedFile {
  readonly path: string
  readonly tables: readonly ResultsTable[]
}

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

/**
 * Reads files of school results; of the first that can't be read the sentence that says why, and
 * every place that is wrong.
 */
export async function openResults(paths: readonly string[]): Promise<readonly OpenedFile[] | BadInput> {
  const { readResults, refusedRows } = await import('@kantelpunt/school-results')
  if (paths.length === 0) return badInput('Name at least one file.')
  const opened: OpenedFile[] = []
  for (const path of paths) {
    let bytes: Uint8Array
    try {
      bytes = await readFile(path)
    } catch (error) {
      return badInput(`${path}: ${isMissing(error) ? 'there is no such file' : 'the file could not be opened'}.`)
    }
    const read = readResults(bytes)
    if (!read.ok) {
      const refused = refusedRows(bytes)
      const message = `${path}: ${describeRefusal(read)}`
      if (refused.total === 0) return badInput(message)
      const others = refused.total > 1 ? ` ${refused.total} places are wrong; the answer names them.` : ''
      return { ...badInput(message + others), answer: { file: path, refused } }
    }
    opened.push({ path, tables: read.tables })
  }
  return opened
}

/** A refusal that names its file, where it is about one. */
export function describeWithFile(refusal: JudgeRefusal, opened: readonly OpenedFile[]): string {
  const table = 'table' in refusal ? refusal.table : undefined
  const file = table === undefined ? undefined : opened.find(({ tables }) => tables.includes(table))
  return file === undefined ? describeRefusal(refusal) : `${file.path}: ${describeRefusal(refusal)}`
}

export function badInput(message: string): BadInput {
  return { kind: 'bad-input', message }
}

export function isBadInput(opened: readonly OpenedFile[] | BadInput): opened is BadInput {
  return 'kind' in opened
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
