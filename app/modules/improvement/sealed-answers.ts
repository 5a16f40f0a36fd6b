import { sql } from 'kysely'
import type { Trx } from '../../platform/database/scope.ts'

/** The questions that are answered: a scan of the school's culture, or the pulse of a team at the end of a period. */
export type Ballot = { readonly organisationId: string } & (
  | { readonly scanId: string }
  | { readonly periodId: string; readonly teamId: string }
)

/**
 * Puts an anonymous answer with the others to the same questions, where the role of pages can't read it and no row,
 * transaction or order leads to who gave it (see the table `sealed_answers`). The answer must survive JSON.
 */
export async function sealAnswer(trx: Trx, ballot: Ballot, answer: unknown): Promise<void> {
  await sql`select seal_answer(${keys(ballot)}, ${JSON.stringify(answer)}::jsonb)`.execute(trx)
}

/** All answers, in an order of chance, once: call it after the questions were closed; before that there are none. */
export async function openSealed(trx: Trx, ballot: Ballot): Promise<readonly unknown[]> {
  const { rows } = await sql<{ given: unknown }>`
    select given from open_sealed(${keys(ballot)}) as given`.execute(trx)
  return rows.map(({ given }) => given)
}

function keys(ballot: Ballot) {
  const { organisationId } = ballot
  const [scan, period, team] = 'scanId' in ballot ? [ballot.scanId, null, null] : [null, ballot.periodId, ballot.teamId]
  return sql`${organisationId}::uuid, ${scan}::uuid, ${period}::uuid, ${team}::uuid`
}
