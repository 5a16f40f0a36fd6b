import { createHash } from 'node:crypto'

/**
 * A lottery number a candidate: the first 48 bits of SHA-256 over the seed (lower case), a colon and the id. Whoever knows the
 * seed can work it out again; the order of the file plays no part.
 */
export function lotteryOf(seed: string, ids: readonly string[]): Float64Array {
  return Float64Array.from(ids, (id) =>
    createHash('sha256').update(`${seed.toLowerCase()}:${id}`).digest().readUIntBE(0, 6),
  )
}
