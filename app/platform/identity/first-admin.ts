import type { Database } from '../database/database.ts'
import { system } from '../database/scope.ts'
import { perform } from '../journal/perform.ts'
import '../organisations/organisations.ts'
import { createAuth, type SignInLetter } from './auth/auth.ts'
import './people.ts'
import { resetSecondSteps } from './second-step/second-step-store.ts'
import { signInAddress } from './sign-in/sign-in-mail.ts'

export interface AdminWish {
  readonly email: string
  readonly name: string
  /** Takes away passkeys, app and recovery codes: for an admin who lost them all. */
  readonly resetSecondStep: boolean
  readonly now: Date
  readonly newId: () => string
}

export interface NewAdmin {
  readonly id: string
  /** False: somebody with this address was here already, and is an admin now if not before. */
  readonly created: boolean
}

/** Makes somebody an admin of the platform, and the platform itself where it is not there yet. */
export async function createAdmin(db: Database, wish: AdminWish): Promise<NewAdmin> {
  const { email, name, now, newId } = wish
  const platform = await db.run(system, async (trx) => {
    const known = await trx.selectFrom('organisations').select('id').where('kind', '=', 'platform').executeTakeFirst()
    if (known !== undefined) return known.id
    const id = newId()
    const row = { id, kind: 'platform', slug: 'kantelpunt', name: 'Kantelpunt' } as const
    await trx
      .insertInto('organisations')
      .values({ ...row, parent_id: null, school_code: null, place: null, holiday_region: null, created_at: now })
      .execute()
    return id
  })
  const operation = {
    organisationId: platform,
    stream: `people:${platform}`,
    actor: 'system',
    id: newId(),
    content: 'admin create',
    at: now,
  }
  const done = await perform(db, system, operation, async (trx, record): Promise<NewAdmin> => {
    const known = await trx.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst()
    const id = known?.id ?? newId()
    if (known === undefined) {
      const person = { id, name, email, email_verified: true, image: null, locale: null }
      await trx
        .insertInto('users')
        .values({ ...person, created_at: now, updated_at: now })
        .execute()
    }
    await trx
      .insertInto('memberships')
      .values({ organisation_id: platform, user_id: id, role: 'admin', created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    record({ action: 'member-joined', subject: `person:${id}`, changes: { roles: [null, ['admin']] } })
    if (wish.resetSecondStep) {
      await resetSecondSteps(trx, id)
      record({ action: 'second-step-reset', subject: `person:${id}` })
    }
    return { id, created: known === undefined }
  })
  return done.result
}

export interface LinkParts {
  readonly db: Database
  readonly origin: string
  readonly secret: string
  readonly newId: () => string
}

/** A one-time link that signs somebody in, for whoever may read it off this machine's screen. */
export async function oneTimeLink({ db, origin, secret, newId }: LinkParts, email: string): Promise<string> {
  const letters: SignInLetter[] = []
  const auth = createAuth({
    db,
    origin,
    secret,
    newId,
    demo: false,
    providers: [],
    deliver: async (letter) => void letters.push(letter),
    admit: () => Promise.reject(new Error('Nobody signs in with a school account here.')),
  })
  await auth.api.signInMagicLink({ body: { email }, headers: new Headers() })
  const [letter] = letters
  if (letter === undefined) throw new Error('No link was made.')
  return signInAddress(origin, letter.token, '/admin')
}
