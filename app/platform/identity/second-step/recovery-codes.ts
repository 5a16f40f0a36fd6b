import { randomBytes } from 'node:crypto'
import type { Trx } from '../../database/scope.ts'
import { keyedHash } from '../token.ts'
import './second-step-tables.ts'

const amount = 10
/** Without 0, 1, I, L, O: what is copied from paper must be read one way only. 31 ** 10 codes are 50 bits. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Ten new codes such as `K7QF2-9XWMB`; the old ones end. They are shown once: only keyed hashes are kept. */
export async function renewRecoveryCodes(trx: Trx, userId: string, secret: string): Promise<readonly string[]> {
  const codes = Array.from({ length: amount }, newCode)
  await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute()
  await trx
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ user_id: userId, code_hash: hashOf(code, userId, secret) })))
    .execute()
  return codes
}

/** Uses a code up. False: it is none of this person's, or it was used. */
export async function useRecoveryCode(trx: Trx, userId: string, code: string, secret: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('recovery_codes')
    .where('user_id', '=', userId)
    .where('code_hash', '=', hashOf(code, userId, secret))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

function hashOf(code: string, userId: string, secret: string): string {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return keyedHash(secret, `recovery code ${userId}`, plain)
}

function newCode(): string {
  let code = ''
  while (code.length < 10) {
    // Bytes beyond the last whole multiple of the alphabet would favour its first letters.
    for (const byte of randomBytes(16)) {
      if (byte < 248 && code.length < 10) code += letters[byte % letters.length]
    }
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`
}
