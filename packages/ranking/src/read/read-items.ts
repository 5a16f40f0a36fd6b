import { readDelimited } from '@kantelpunt/delimited-text'
import type { ReadProblem } from './problem.ts'
import { problemList } from './problem-list.ts'
import { problemOf } from './table-problem.ts'

/** Reads the ids of items, a row each, from a column (the first where left out); a blank one or one that is there twice is refused. */
export function readItems(
  bytes: Uint8Array,
  idColumn?: string,
):
  | { readonly ok: true; readonly ids: readonly string[] }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] } {
  const table = readDelimited(bytes)
  if (!table.ok) return { ok: false, problems: [problemOf(table)] }
  const asked = idColumn ?? table.header[0] ?? ''
  const column = table.header.indexOf(asked)
  if (column === -1) return { ok: false, problems: [{ line: 1, reason: 'missing-column', asked, known: table.header }] }
  const problems = problemList()
  const ids = new Set<string>()
  for (let row = 0; row < table.rowCount; row++) {
    const item = table.cell(row, column).trim()
    const place = { line: table.lineOf(row), column: column + 1 }
    if (item === '') problems.add({ ...place, reason: 'blank-item' })
    else if (ids.has(item)) problems.add({ ...place, reason: 'item-twice', item })
    else ids.add(item)
  }
  if (problems.count === 0) return { ok: true, ids: [...ids] }
  const all = problems.list()
  const mayBeAnother =
    idColumn === undefined && table.header.length > 1 && all.some(({ reason }) => reason === 'item-twice')
  const which: ReadProblem = { line: 1, column: 1, reason: 'which-column', taken: asked, known: table.header }
  return { ok: false, problems: mayBeAnother ? [which, ...all] : all }
}
