import { stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { OpinionText, StatementNotes, VotesFile, VotesFormat } from '@kantelpunt/opinion'
import type { Outcome } from '../command.ts'
import { badInput, readWhole } from '../tables/open-tables.ts'

type BadInput = Extract<Outcome, { readonly kind: 'bad-input' }>

export interface Conversation {
  readonly file: VotesFile
  /** Undefined where nothing is known of the statements. */
  readonly notes: StatementNotes | undefined
  /** What to know of it, a sentence each. */
  readonly told: readonly string[]
}

/** What `--help` says about files. */
export const conversationHelp = `
  --format votes-csv      columns comment-id, voter-id and vote: 1 agree, -1 disagree, 0 pass; of two votes the last row counts
  --format matrix-csv     a row a person: participant, then a column a statement; group-id, n-comments, n-votes, n-agree
                          and n-disagree are not used; a blank cell is no vote
  --format votes-json     [{ "participant_id": 1, "statement_id": 2, "vote": -1 }, …]
                          without --format: found out by content
  --statements FILE       comments.csv (comment-id, moderated) or comments.json (statement_id, moderated, is_meta): statements
                          that were refused, or ask about the person, play no part in the map and in lists; without it
                          such a file beside VOTES is used, and told; "none" to use none. Where nothing is known,
                          statements that fewer than 5 people answered play no part
  --language nl|en        of what is said on standard error (nl)`

/** Reads votes and what is known of the statements. */
export async function openConversation(
  path: string,
  { format, statements }: { readonly format: VotesFormat | undefined; readonly statements: string | undefined },
  text: OpinionText,
): Promise<Conversation | BadInput> {
  const { notesOf, readStatements, readVotes, tellRefusal } = await import('@kantelpunt/opinion')
  const bytes = await readWhole(path)
  if ('kind' in bytes) return bytes
  const file = readVotes(bytes, format)
  if (!file.ok) return badInput(`${path}: ${tellRefusal(file, text)}`)
  const told = file.replaced > 0 ? [`${path}: ${text.replaced(file.replaced)}`] : []
  const beside = statements === undefined ? await statementsBeside(path) : undefined
  const from = statements === 'none' ? undefined : (statements ?? beside)
  if (from === undefined) return { file, notes: undefined, told }
  const content = await readWhole(from)
  if ('kind' in content) return content
  const read = readStatements(content)
  if (!read.ok) {
    if (beside === undefined) return badInput(`${from}: ${tellRefusal(read, text)}`)
    return { file, notes: undefined, told: [...told, text.unusableStatements(from)] }
  }
  const { notes, unknown } = notesOf(file.votes, read)
  if (unknown.length > 0) {
    const refusal = {
      ok: false,
      reason: 'unknown-statement',
      file: from,
      ids: unknown.slice(0, 8),
      count: unknown.length,
    } as const
    return badInput(`${path}: ${tellRefusal(refusal, text)}`)
  }
  const leftOut = notes.leftOut.reduce((count, out) => count + out, 0)
  return { file, notes, told: [...told, text.statementsFrom(from, leftOut)] }
}

/** The file of statements that lies beside the votes, as such conversations are published. */
async function statementsBeside(path: string): Promise<string | undefined> {
  for (const name of ['comments.csv', 'comments.json']) {
    const beside = join(dirname(path), name)
    if (resolve(beside) === resolve(path)) continue
    const isThere = await stat(beside).then(
      (entry) => entry.isFile(),
      () => false,
    )
    if (isThere) return beside
  }
  return undefined
}
