import type { Domain } from '@kantelpunt/school-results'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import './tables.ts'

/** A school that may be asked about a domain. */
export interface Willing {
  readonly organisationId: string
  readonly domain: Domain
  readonly name: string
  /** In the register. */
  readonly code: string
}

/** Every school that may be asked about one of those domains. */
export async function willingFor(trx: Trx, domains: readonly Domain[]): Promise<readonly Willing[]> {
  return trx
    .selectFrom('result_willing')
    .select(['organisation_id as organisationId', 'subject as domain', 'school_name as name', 'school_code as code'])
    .where('subject', 'in', domains)
    .orderBy('organisation_id')
    .execute()
}

/** For which domains a school may be asked. */
export async function ownWilling(trx: Trx, organisationId: string): Promise<readonly Domain[]> {
  const rows = await trx
    .selectFrom('result_willing')
    .select('subject')
    .where('organisation_id', '=', organisationId)
    .execute()
  return rows.map(({ subject }) => subject)
}

/** How often schools may be asked, a domain counted by itself. */
export async function countWilling(trx: Trx, organisationIds: readonly string[]): Promise<number> {
  if (organisationIds.length === 0) return 0
  const rows = await trx
    .selectFrom('result_willing')
    .select('subject')
    .where('organisation_id', 'in', organisationIds)
    .execute()
  return rows.length
}

interface Choice {
  readonly organisationId: string
  readonly domain: Domain
  readonly willing: boolean
  readonly now: Date
}

/** A school lets itself be asked about a domain, or no longer. False where it is not tied to the register. */
export async function chooseWilling(trx: Trx, record: RecordEntry, choice: Choice): Promise<boolean> {
  const { organisationId, domain, willing, now } = choice
  const before = await ownWilling(trx, organisationId)
  if (before.includes(domain) === willing) return true
  if (willing) {
    const { name, school_code: code } = await trx
      .selectFrom('organisations')
      .select(['name', 'school_code'])
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow()
    if (code === null) return false
    await trx
      .insertInto('result_willing')
      .values({ organisation_id: organisationId, subject: domain, school_name: name, school_code: code, since: now })
      .execute()
  } else {
    await trx
      .deleteFrom('result_willing')
      .where('organisation_id', '=', organisationId)
      .where('subject', '=', domain)
      .execute()
  }
  record({
    action: 'willing-chosen',
    subject: `willing:${organisationId}`,
    changes: { [domain]: [!willing, willing] },
  })
  return true
}
