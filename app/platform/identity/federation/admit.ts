import { system, type Trx } from '../../database/scope.ts'
import { perform } from '../../journal/perform.ts'
import type { Services } from '../../web/services.ts'
import '../auth/auth-tables.ts'
import '../people.ts'
import { readClaims, type SchoolAccount } from './claims.ts'
import type { Admit, Provider } from './provider.ts'

export type NotAdmittedReason =
  | 'unclear-account'
  | 'pupil'
  | 'no-employee'
  | 'no-school-named'
  | 'unknown-school'
  | 'several-locations'
  | 'email-unverified'
  | 'email-in-use'

/** A school account that does not open the door, and why. Thrown through better-auth, caught by the callback's route. */
export class NotAdmitted extends Error {
  readonly reason: NotAdmittedReason
  readonly school: string | null
  constructor(reason: NotAdmittedReason, school: string | null = null) {
    super(`A school account was not admitted: ${reason}.`)
    this.reason = reason
    this.school = school
  }
}

/**
 * Decides who comes in with a school account. An employee of a school that is here becomes a teacher there; somebody who
 * has a role there already keeps it, higher or not. Accounts are joined by a verified address only.
 */
export function admitter({ db, clock, newId }: Services): Admit {
  return async (provider, claims) => {
    const account = readClaims(provider, claims)
    if (account === null) throw new NotAdmitted('unclear-account')
    if (account.affiliation === 'pupil') throw new NotAdmitted('pupil')
    if (account.affiliation === 'none') throw new NotAdmitted('no-employee')
    const now = clock()
    const school = await db.run(system, (trx) => findSchool(trx, account))
    const operation = {
      organisationId: school,
      stream: `people:${school}`,
      actor: 'system',
      id: newId(),
      content: { provider: provider.id },
      at: now,
    }
    await perform(db, system, operation, async (trx, record) => {
      const userId = await findPerson(trx, provider, account, { now, newId })
      const roles = await trx
        .selectFrom('memberships')
        .select('role')
        .where('user_id', '=', userId)
        .where('organisation_id', '=', school)
        .execute()
      if (roles.length > 0) return
      await trx
        .insertInto('memberships')
        .values({ organisation_id: school, user_id: userId, role: 'teacher', created_at: now })
        .execute()
      await trx
        .deleteFrom('former_members')
        .where('organisation_id', '=', school)
        .where('user_id', '=', userId)
        .execute()
      record({ action: 'member-joined', subject: `person:${userId}`, changes: { role: [null, 'teacher'] } })
    })
    return { subject: account.subject, email: account.email, name: account.name }
  }
}

async function findSchool(trx: Trx, { brin, branch }: SchoolAccount): Promise<string> {
  if (brin === null) throw new NotAdmitted('no-school-named')
  const found = await trx
    .selectFrom('organisations')
    .select(['id', 'school_code'])
    .where('kind', '=', 'school')
    .where('school_code', 'like', `${brin}%`)
    .execute()
  const exact = found.find(({ school_code }) => school_code === branch)
  if (exact !== undefined) return exact.id
  const [only, ...others] = found
  if (only === undefined || branch !== null) throw new NotAdmitted('unknown-school', branch ?? brin)
  if (others.length > 0) throw new NotAdmitted('several-locations', brin)
  return only.id
}

interface Making {
  readonly now: Date
  readonly newId: () => string
}

async function findPerson(
  trx: Trx,
  provider: Provider,
  account: SchoolAccount,
  { now, newId }: Making,
): Promise<string> {
  const { subject, email, emailVerified, name } = account
  const known = await trx
    .selectFrom('accounts')
    .select('user_id')
    .where('provider_id', '=', provider.id)
    .where('account_id', '=', subject)
    .executeTakeFirst()
  if (known !== undefined) return known.user_id
  if (!emailVerified) throw new NotAdmitted('email-unverified')
  const times = { created_at: now, updated_at: now }
  const byEmail = await trx
    .selectFrom('users')
    .select(['id', 'email_verified'])
    .where('email', '=', email)
    .executeTakeFirst()
  // Nobody has proved to own this address here, so whoever typed it in does not get the school account's session.
  if (byEmail?.email_verified === false) throw new NotAdmitted('email-in-use')
  if (byEmail !== undefined && !(await mayJoin(trx, provider, byEmail.id))) throw new NotAdmitted('email-in-use')
  const userId = byEmail?.id ?? newId()
  if (byEmail === undefined) {
    const person = { id: userId, name, email, email_verified: true, image: null, locale: null, ...times }
    await trx.insertInto('users').values(person).execute()
  }
  const link = { id: newId(), provider_id: provider.id, account_id: subject, user_id: userId, ...times }
  await trx.insertInto('accounts').values(link).execute()
  return userId
}

/** A provider of some schools must not open the accounts of people elsewhere by naming their address. */
async function mayJoin(trx: Trx, { brins }: Provider, userId: string): Promise<boolean> {
  if (brins === undefined) return true
  const places = await trx
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .select('organisations.school_code')
    .where('memberships.user_id', '=', userId)
    .execute()
  return places.every(({ school_code }) => school_code !== null && brins.includes(school_code.slice(0, 4)))
}
