import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import type { View } from './release.ts'
import type { Question } from './round.ts'
import './tables.ts'

export interface Round {
  readonly id: string
  readonly teamId: string
  readonly teamName: string
  readonly kind: 'questions' | 'arena'
  readonly title: string
  /** The actor who opened it. */
  readonly openedBy: string
  readonly set: string
  readonly questions: readonly Question[]
  readonly subgroups: readonly string[]
  readonly code: string
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly answered: number
  readonly wordsShownAt: Date | null
  readonly doneWords: string
  readonly doneAt: Date | null
}

function rounds(trx: Trx, organisationId: string) {
  return trx
    .selectFrom('voice_rounds')
    .innerJoin('teams', (join) =>
      join
        .onRef('teams.organisation_id', '=', 'voice_rounds.organisation_id')
        .onRef('teams.id', '=', 'voice_rounds.team_id'),
    )
    .select([
      'voice_rounds.id',
      'team_id as teamId',
      'teams.name as teamName',
      'voice_rounds.kind',
      'title',
      'question_set as set',
      'questions',
      'subgroups',
      'code',
      'voice_rounds.created_by as openedBy',
      'opened_at as openedAt',
      'closed_at as closedAt',
      'answered',
      'words_shown_at as wordsShownAt',
      'done_words as doneWords',
      'done_at as doneAt',
    ])
    .where('voice_rounds.organisation_id', '=', organisationId)
}

/** The newest rounds and arenas of a school, of all its teams. */
export function roundsOf(trx: Trx, organisationId: string, most = 60): Promise<readonly Round[]> {
  return rounds(trx, organisationId).orderBy('opened_at', 'desc').orderBy('voice_rounds.id').limit(most).execute()
}

export async function findRound(trx: Trx, organisationId: string, id: string): Promise<Round | null> {
  return (await rounds(trx, organisationId).where('voice_rounds.id', '=', id).executeTakeFirst()) ?? null
}

/** The round before this one of the same group with the same ready set and steps (faces or a scale), that was closed. */
export async function roundBefore(trx: Trx, organisationId: string, round: Round): Promise<Round | null> {
  if (round.set === 'own') return null
  const row = await rounds(trx, organisationId)
    .where('team_id', '=', round.teamId)
    .where('question_set', '=', round.set)
    .where(sql<string>`lower(title)`, '=', round.title.toLowerCase())
    .where(sql<string>`questions->0->>'kind'`, '=', round.questions[0]?.kind ?? '')
    .where('opened_at', '<', round.openedAt)
    .where('closed_at', 'is not', null)
    .orderBy('opened_at', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** What was released of some rounds. */
export async function viewsOf(
  trx: Trx,
  organisationId: string,
  roundIds: readonly string[],
): Promise<readonly (View & { readonly roundId: string })[]> {
  if (roundIds.length === 0) return []
  const rows = await trx
    .selectFrom('voice_views')
    .select(['round_id as roundId', 'question', 'subgroup', 'n', 'cuts'])
    .where('organisation_id', '=', organisationId)
    .where('round_id', 'in', roundIds)
    .orderBy('question')
    .orderBy('subgroup')
    .execute()
  return rows.map((row) => ({ ...row, subgroup: row.subgroup === -1 ? null : row.subgroup }))
}

export interface NewRound {
  readonly id: string
  readonly organisationId: string
  readonly teamId: string
  readonly kind: Round['kind']
  readonly title: string
  readonly set: string
  readonly questions: readonly Question[]
  readonly subgroups: readonly string[]
  readonly createdBy: string
  /** Gives a code that can't be foretold; asked again where it is in use. */
  readonly newCode: () => string
  readonly now: Date
}

/** Opens a round: from now on its code lets pupils in. */
export async function openRound(trx: Trx, record: RecordEntry, round: NewRound): Promise<string> {
  let code = round.newCode()
  while ((await roundByCode(trx, code)) !== null) code = round.newCode()
  await trx
    .insertInto('voice_rounds')
    .values({
      organisation_id: round.organisationId,
      id: round.id,
      team_id: round.teamId,
      kind: round.kind,
      title: round.title,
      question_set: round.set,
      questions: JSON.stringify(round.questions),
      subgroups: [...round.subgroups],
      code,
      created_by: round.createdBy,
      opened_at: round.now,
    })
    .execute()
  record({ action: 'round-opened', subject: `round:${round.id}`, changes: { title: [null, round.title] } })
  return code
}

export interface CodedRound {
  readonly organisationId: string
  readonly roundId: string
}

/** Whose round a code is; null for a code of none. Needs no scope. */
async function roundByCode(trx: Trx, code: string): Promise<CodedRound | null> {
  const { rows } = await sql<{ organisation_id: string; round_id: string }>`
    select * from voice_round_by_code(${code})`.execute(trx)
  const [row] = rows
  return row === undefined ? null : { organisationId: row.organisation_id, roundId: row.round_id }
}

export async function findByCode(db: Database, code: string): Promise<CodedRound | null> {
  const { rows } = await db.query('select * from voice_round_by_code($1)', [code])
  const [row] = rows
  return row === undefined ? null : { organisationId: String(row.organisation_id), roundId: String(row.round_id) }
}

/** How many devices have answered an open round. */
export async function answeredSoFar(trx: Trx, organisationId: string, roundId: string): Promise<number> {
  const { rows } = await sql<{ answered: number }>`
    select voice_answered(${organisationId}, ${roundId}) as answered`.execute(trx)
  return rows[0]?.answered ?? 0
}

/** Of each group the last closed round of each ready set since a moment. */
export async function latestRounds(
  trx: Trx,
  organisationId: string,
  since: Date,
): Promise<readonly { readonly id: string; readonly set: string; readonly questions: readonly Question[] }[]> {
  return trx
    .selectFrom('voice_rounds')
    .select(['id', 'question_set as set', 'questions'])
    .distinctOn(['team_id', sql`lower(title)`, 'question_set'])
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is not', null)
    .where('question_set', '<>', 'own')
    .where('opened_at', '>=', since)
    .orderBy('team_id')
    .orderBy(sql`lower(title)`)
    .orderBy('question_set')
    .orderBy('opened_at', 'desc')
    .execute()
}
