import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Trx } from '../../database/scope.ts'
import './second-step-tables.ts'
import { matchingStep, newTotpSecret } from './totp.ts'

export interface Passkey {
  readonly id: string
  readonly name: string | null
  readonly createdAt: Date | null
}

/** What somebody has set up besides the mail link. */
export interface SecondSteps {
  readonly passkeys: readonly Passkey[]
  readonly app: boolean
  readonly recoveryCodes: number
}

/** Wrong codes in a row after which the app is not believed for a while: a code has a million values. */
const mostFailures = 5
const lockMs = 15 * 60_000

/** All of these run under the system scope: nobody else may touch these tables. */
export async function findSecondSteps(trx: Trx, userId: string): Promise<SecondSteps> {
  const passkeys = await trx
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute()
  const app = await trx
    .selectFrom('two_factors')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  const { left } = await trx
    .selectFrom('recovery_codes')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  return {
    passkeys: passkeys.map(({ id, name, created_at }) => ({ id, name, createdAt: created_at })),
    app: app !== undefined,
    recoveryCodes: left,
  }
}

export const hasSecondStep = ({ passkeys, app }: SecondSteps): boolean => app || passkeys.length > 0

interface Asking {
  readonly userId: string
  /** The server's secret. */
  readonly secret: string
  readonly now: Date
}

/** The secret of the app that is being set up, made when there is none yet. Null: an app works already. */
export async function secretBeingSetUp(trx: Trx, { userId, secret, now }: Asking): Promise<string | null> {
  const known = await trx
    .selectFrom('two_factors')
    .select(['secret', 'confirmed_at'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (known !== undefined) {
    return known.confirmed_at === null ? symmetricDecrypt({ key: secret, data: known.secret }) : null
  }
  const fresh = newTotpSecret()
  await trx
    .insertInto('two_factors')
    .values({
      user_id: userId,
      secret: await symmetricEncrypt({ key: secret, data: fresh }),
      confirmed_at: null,
      created_at: now,
    })
    .execute()
  return fresh
}

export type CodeAnswer = 'right' | 'wrong' | 'locked' | 'none'

interface Trying extends Asking {
  readonly code: string
  /** `set-up` takes the code of an app that was not used before, and confirms it; `confirm` only that of one that was. */
  readonly purpose: 'set-up' | 'confirm'
}

/** Looks at a code of the app. The row is locked meanwhile, so that two requests with one code can't both be right. */
export async function tryCode(trx: Trx, { code, purpose, userId, secret, now }: Trying): Promise<CodeAnswer> {
  const row = await trx
    .selectFrom('two_factors')
    .selectAll()
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || (row.confirmed_at === null) !== (purpose === 'set-up')) return 'none'
  if (row.locked_until !== null && row.locked_until > now) return 'locked'
  const plain = await symmetricDecrypt({ key: secret, data: row.secret })
  const step = await matchingStep(plain, code, now, row.last_step)
  const change =
    step === null
      ? failed(row.failures + 1, now)
      : { last_step: step, failures: 0, locked_until: null, confirmed_at: row.confirmed_at ?? now }
  await trx.updateTable('two_factors').set(change).where('user_id', '=', userId).execute()
  return step === null ? 'wrong' : 'right'
}

function failed(failures: number, now: Date) {
  if (failures < mostFailures) return { failures }
  return { failures: 0, locked_until: new Date(now.getTime() + lockMs) }
}

export async function removeApp(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom('two_factors').where('user_id', '=', userId).execute()
}

export async function removePasskey(trx: Trx, userId: string, id: string): Promise<void> {
  await trx.deleteFrom('passkeys').where('user_id', '=', userId).where('id', '=', id).execute()
}

/** Takes away everything, for somebody who lost it all: they set it up anew, and their sessions end. */
export async function resetSecondSteps(trx: Trx, userId: string): Promise<void> {
  for (const table of ['passkeys', 'two_factors', 'recovery_codes', 'sessions'] as const) {
    await trx.deleteFrom(table).where('user_id', '=', userId).execute()
  }
}
