import { createHash } from 'node:crypto'

/**
 * Numbers on [0, 1) of 53 bits from a text, the same on every machine, and quick enough for a search that asks for millions: the
 * generator sfc32 (Doty-Humphrey, PractRand), begun with SHA-256 of the text. Not for a draw that nobody may foresee.
 */
export function quickRandom(text: string): () => number {
  const seed = createHash('sha256').update(text).digest()
  let [a, b, c, counter] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), seed.readInt32LE(12)]
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let k = 0; k < 16; k++) next()
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53
}
