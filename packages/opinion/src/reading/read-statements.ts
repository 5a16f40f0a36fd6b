import { readDelimited } from '@kantelpunt/delimited-text'
import type { StatementNotes } from '../picture/picture.ts'
import { countAnswers, type Votes } from '../votes/votes.ts'
import { badJson, idOf, isObject, looksLikeJson, readJson } from './json.ts'
import { columnTwice, type ReadingRefusal } from './refusal.ts'

export interface StatementFile {
  readonly ok: true
  /** By id: whether it is left out, and whether it asks about the person. Texts are not read: nothing here shows them. */
  readonly statements: ReadonlyMap<string, { readonly isLeftOut: boolean; readonly isAboutPeople: boolean }>
}

/**
 * Reads what who keeps a conversation says of its statements: `comments.csv` (`comment-id`, `moderated`) or `comments.json`
 * (`statement_id`, `moderated`, `is_meta`). −1 is refused, 0 not looked at, 1 accepted; questions about the person are
 * left out of the map too.
 */
export function readStatements(bytes: Uint8Array): StatementFile | ReadingRefusal {
  if (looksLikeJson(bytes)) {
    const json = readJson(bytes)
    return json.ok ? statementsOfJson(json.value) : json
  }
  const table = readDelimited(bytes)
  if (!table.ok) return table
  const missing = ['comment-id', 'moderated'].find((name) => !table.header.includes(name))
  if (missing !== undefined) return { ok: false, reason: 'missing-column', name: missing, have: table.header }
  const twice = columnTwice(table.header, ['comment-id', 'moderated', 'is-meta'])
  if (twice !== undefined) return twice
  const [id, moderated, about] = ['comment-id', 'moderated', 'is-meta'].map((name) => table.header.indexOf(name))
  const statements = new Map<string, { isLeftOut: boolean; isAboutPeople: boolean }>()
  for (let row = 0; row < table.rowCount; row++) {
    const own = table.cell(row, id ?? 0).trim()
    if (own === '')
      return { ok: false, reason: 'blank', line: table.lineOf(row), column: (id ?? 0) + 1, name: 'comment-id' }
    const text = table.cell(row, moderated ?? 0).trim()
    if (!['-1', '0', '1', ''].includes(text))
      return {
        ok: false,
        reason: 'bad-vote',
        line: table.lineOf(row),
        column: (moderated ?? 0) + 1,
        name: 'moderated',
        text,
      }
    const isAboutPeople = about !== undefined && about >= 0 && /^(1|t|true)$/i.test(table.cell(row, about).trim())
    statements.set(own, { isLeftOut: text === '-1' || isAboutPeople, isAboutPeople })
  }
  return { ok: true, statements }
}

function statementsOfJson(value: unknown): StatementFile | ReadingRefusal {
  if (!Array.isArray(value)) return badJson('.', 'list-of-statements', value)
  const statements = new Map<string, { isLeftOut: boolean; isAboutPeople: boolean }>()
  for (const [k, entry] of value.entries()) {
    if (!isObject(entry)) return badJson(`[${k}]`, 'list-of-statements', entry)
    const id = idOf(entry.statement_id)
    if (id === undefined) return badJson(`[${k}].statement_id`, 'id', entry.statement_id)
    const { moderated = 0, is_meta } = entry
    if (moderated !== -1 && moderated !== 0 && moderated !== 1)
      return badJson(`[${k}].moderated`, 'moderated', moderated)
    const isAboutPeople = is_meta === true
    statements.set(id, { isLeftOut: moderated === -1 || isAboutPeople, isAboutPeople })
  }
  return { ok: true, statements }
}

/** The same by statement of the votes; `unknown` are the statements with votes that the file does not have. */
export function notesOf(
  votes: Votes,
  { statements }: StatementFile,
): { readonly notes: StatementNotes; readonly unknown: readonly string[] } {
  const answers = countAnswers(votes)
  const mark = (isMarked: boolean | undefined) => (isMarked === true ? 1 : 0)
  return {
    notes: {
      leftOut: Uint8Array.from(votes.statements, (id) => mark(statements.get(id)?.isLeftOut)),
      aboutPeople: Uint8Array.from(votes.statements, (id) => mark(statements.get(id)?.isAboutPeople)),
    },
    unknown: votes.statements.filter((id, j) => !statements.has(id) && (answers[j] ?? 0) > 0),
  }
}
