import { sql } from 'kysely'
import { z } from 'zod'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { openSealed, sealAnswer } from '../sealed-answers.ts'
import type { CultureAnswer } from './culture-scan.ts'
import './tables.ts'

export interface CultureScan {
  readonly id: string
  readonly schoolYear: number
  readonly closed: boolean
  readonly n: number
}

interface ScanKey {
  readonly organisationId: string
  readonly schoolYear: number
}

/** The scan of a school year, with how many answers came in; null where nobody started it. */
export async function findScan(trx: Trx, { organisationId, schoolYear }: ScanKey): Promise<CultureScan | null> {
  const scan = await trx
    .selectFrom('culture_scans')
    .select((eb) => [
      'id',
      'closed_at',
      eb
        .selectFrom('culture_voters')
        .select((inner) => inner.fn.countAll<string>().as('n'))
        .whereRef('culture_voters.organisation_id', '=', 'culture_scans.organisation_id')
        .whereRef('culture_voters.scan_id', '=', 'culture_scans.id')
        .as('n'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('school_year', '=', schoolYear)
    .executeTakeFirst()
  if (scan === undefined) return null
  return { id: scan.id, schoolYear, closed: scan.closed_at !== null, n: Number(scan.n ?? 0) }
}

/** The answers of a scan; call it only for one that is closed. */
export async function answersTo(trx: Trx, organisationId: string, scanId: string): Promise<readonly CultureAnswer[]> {
  return trx
    .selectFrom('culture_answers')
    .select(['team_id as teamId', 'answers'])
    .where('organisation_id', '=', organisationId)
    .where('scan_id', '=', scanId)
    .execute()
}

/** Starts the scan of a school year; where it was started already, that one stands. */
export async function openScan(
  trx: Trx,
  record: RecordEntry,
  { organisationId, schoolYear }: ScanKey,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  const made = await trx
    .insertInto('culture_scans')
    .values({ organisation_id: organisationId, id, school_year: schoolYear, opened_at: now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'school_year']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made !== undefined) record({ action: 'culture-scan-opened', subject: `culture-scan:${id}` })
}

/**
 * Ends the scan: from now on its picture may be seen, and no answer comes in any more. One that nobody answered is gone as if it
 * was never begun, so that it can be begun again in the same year.
 */
export async function closeScan(trx: Trx, record: RecordEntry, key: ScanKey, now: Date): Promise<void> {
  const closed = await trx
    .updateTable('culture_scans')
    .set({ closed_at: now })
    .where('organisation_id', '=', key.organisationId)
    .where('school_year', '=', key.schoolYear)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (closed === undefined) return
  const answered = await trx
    .selectFrom('culture_voters')
    .select('voter')
    .where('organisation_id', '=', key.organisationId)
    .where('scan_id', '=', closed.id)
    .limit(1)
    .executeTakeFirst()
  if (answered !== undefined) await keepAnswers(trx, key.organisationId, closed.id)
  else {
    await trx
      .deleteFrom('culture_scans')
      .where('organisation_id', '=', key.organisationId)
      .where('id', '=', closed.id)
      .execute()
  }
  record({ action: 'culture-scan-closed', subject: `culture-scan:${closed.id}` })
}

const sealed = z.object({ team: z.uuid().nullable(), answers: z.array(z.int().min(1).max(5)) })

/** All answers at once and in an order of chance, so that nothing of a row says whose it is. */
async function keepAnswers(trx: Trx, organisationId: string, scanId: string): Promise<void> {
  const given = (await openSealed(trx, { organisationId, scanId })).map((answer) => sealed.parse(answer))
  if (given.length === 0) return
  const teams = await trx.selectFrom('teams').select('id').where('organisation_id', '=', organisationId).execute()
  const known = new Set(teams.map(({ id }) => id))
  await trx
    .insertInto('culture_answers')
    .values(
      given.map(({ team, answers }) => ({
        organisation_id: organisationId,
        id: sql<string>`gen_random_uuid()`,
        scan_id: scanId,
        team_id: team !== null && known.has(team) ? team : null,
        answers,
      })),
    )
    .execute()
}

export interface ScanAnswer {
  readonly voter: string
  readonly userId: string
  readonly answers: readonly number[]
}

/** One anonymous answer. Who answered is kept as a keyed hash, what was answered without a name, a time or an order. */
export async function answerScan(
  trx: Trx,
  record: RecordEntry,
  key: ScanKey,
  { voter, userId, answers }: ScanAnswer,
): Promise<'done' | 'no-scan' | 'closed' | 'answered-before'> {
  const { organisationId, schoolYear } = key
  // Shared with other answers, but not with closing: an answer is in before it, or not at all.
  const scan = await trx
    .selectFrom('culture_scans')
    .select(['id', 'closed_at'])
    .where('organisation_id', '=', organisationId)
    .where('school_year', '=', schoolYear)
    .forShare()
    .executeTakeFirst()
  if (scan === undefined) return 'no-scan'
  if (scan.closed_at !== null) return 'closed'
  const voted = await trx
    .insertInto('culture_voters')
    .values({ organisation_id: organisationId, scan_id: scan.id, voter })
    .onConflict((conflict) => conflict.doNothing())
    .returning('voter')
    .executeTakeFirst()
  if (voted === undefined) return 'answered-before'
  const team = await trx
    .selectFrom('team_members')
    .innerJoin('teams', (join) =>
      join
        .onRef('teams.organisation_id', '=', 'team_members.organisation_id')
        .onRef('teams.id', '=', 'team_members.team_id'),
    )
    .select('teams.id')
    .where('team_members.organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .where('teams.archived_at', 'is', null)
    .orderBy('teams.name')
    .executeTakeFirst()
  await sealAnswer(trx, { organisationId, scanId: scan.id }, { team: team?.id ?? null, answers })
  record({ action: 'culture-scan-answered', subject: `culture-scan:${scan.id}` })
  return 'done'
}

export async function hasAnsweredScan(
  trx: Trx,
  organisationId: string,
  scanId: string,
  voter: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('culture_voters')
    .select('voter')
    .where('organisation_id', '=', organisationId)
    .where('scan_id', '=', scanId)
    .where('voter', '=', voter)
    .executeTakeFirst()
  return row !== undefined
}
