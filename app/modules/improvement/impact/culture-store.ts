import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
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
        .selectFrom('culture_answers')
        .select((inner) => inner.fn.countAll<string>().as('n'))
        .whereRef('culture_answers.organisation_id', '=', 'culture_scans.organisation_id')
        .whereRef('culture_answers.scan_id', '=', 'culture_scans.id')
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

/** Ends the scan: from now on its picture may be seen, and no answer comes in any more. */
export async function closeScan(trx: Trx, record: RecordEntry, key: ScanKey, now: Date): Promise<void> {
  const closed = await trx
    .updateTable('culture_scans')
    .set({ closed_at: now })
    .where('organisation_id', '=', key.organisationId)
    .where('school_year', '=', key.schoolYear)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (closed !== undefined) record({ action: 'culture-scan-closed', subject: `culture-scan:${closed.id}` })
}

export interface ScanAnswer {
  readonly voter: string
  readonly randomId: string
  readonly userId: string
  readonly answers: readonly number[]
}

/** One anonymous answer. Who answered is kept as a keyed hash, what was answered without a name, a time or an order. */
export async function answerScan(
  trx: Trx,
  record: RecordEntry,
  key: ScanKey,
  { voter, randomId, userId, answers }: ScanAnswer,
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
  await trx
    .insertInto('culture_answers')
    .values({
      organisation_id: organisationId,
      id: randomId,
      scan_id: scan.id,
      team_id: team?.id ?? null,
      answers: [...answers],
    })
    .execute()
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
