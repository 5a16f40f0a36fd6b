import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** What a person gets to find himself or herself in a list that doesn't say who signed up. */
export interface PersonalKey {
  readonly id: string
  /** Only for this person: 16 signs. Who has the id and the key can work out the pseudonym; the id alone is not enough. */
  readonly key: string
  /** What stands in the list: 12 signs. */
  readonly pseudonym: string
}

/** Letters and digits that are not mistaken for one another when read out (Crockford's base 32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A key and a pseudonym for everyone, from one secret of at least 16 random bytes that only the organiser keeps: HMAC-SHA256
 * of the id under the secret is the key (80 bits), HMAC-SHA256 of the id under the key is the pseudonym (60 bits).
 */
export function personalKeys(ids: readonly string[], secret: Uint8Array): readonly PersonalKey[] {
  if (secret.length < 16) throw new Error('A secret has at least 16 bytes.')
  const keys = ids.map((id) => {
    const key = inSigns(hmac(sha256, secret, utf8ToBytes(`kantelpunt-panel-key/1\n${id}`)), 16)
    return { id, key, pseudonym: pseudonymOf(id, key) }
  })
  // With 60 bits a chance of one in a million million for 1,700 people; a list with two of one name would be wrong.
  if (new Set(keys.map(({ pseudonym }) => pseudonym)).size < new Set(ids).size)
    throw new Error('Two people got the same pseudonym: take another secret.')
  return keys
}

/** The pseudonym of a person, by id and key; keys may be typed in lower case, with spaces and hyphens. */
export function pseudonymOf(id: string, key: string): string {
  const typed = key.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const read = typed.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return inSigns(hmac(sha256, utf8ToBytes(read), utf8ToBytes(`kantelpunt-panel-pseudonym/1\n${id}`)), 12)
}

/** The first bits of a hash, five a sign. */
function inSigns(hash: Uint8Array, length: number): string {
  let [text, held, bits] = ['', 0, 0]
  for (const byte of hash) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += signs[(held >> bits) & 31] ?? ''
    }
    held &= (1 << bits) - 1
  }
  return text
}
