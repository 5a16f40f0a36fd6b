import { createHash } from 'node:crypto'

/** Numbers on [0, 1) of 53 bits from a text, the same on every machine: SHA-256 of the text and a counter. */
export function randomFrom(text: string): () => number {
  let counter = 0
  return () => {
    const hash = createHash('sha256').update(`${text}\n${counter++}`).digest()
    return Number(hash.readBigUInt64BE() >> 11n) / 2 ** 53
  }
}
