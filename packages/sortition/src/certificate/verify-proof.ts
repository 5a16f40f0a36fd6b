import type { Pool } from '../pool/pool.ts'
import { get, integer, integers, list, record, refuse } from './untrusted.ts'

/** No panel weighs more than `most`; weights by place of person. */
export interface PanelBound {
  readonly weights: Float64Array
  readonly most: number
}

/** The side of a split that was taken: low ≤ Σ x ≤ high over these people. */
interface Side {
  readonly holds: Uint8Array
  readonly low: number
  readonly high: number
}

const deepest = 2000

/** Goes through a proof and refuses it where a leaf does not prove that its part of the panels weighs at most `most`. */
export function verifyProof(
  pool: Pool,
  { weights, most }: PanelBound,
  lemmas: readonly PanelBound[],
  proof: unknown,
  places: (ids: unknown) => readonly number[],
  at: string,
): void {
  const fixed = new Int8Array(pool.people.length)
  for (const person of pool.selected) fixed[person] = 1
  for (const person of pool.excluded) fixed[person] = -1
  const limitsOf = pool.people.map((): number[] => [])
  for (const [k, { people }] of pool.limits.entries()) for (const person of people) limitsOf[person]?.push(k)
  // One after another instead of function in function, so that a deep tree costs memory and no stack.
  const open: { readonly node: unknown; readonly path: readonly Side[] }[] = [{ node: proof, path: [] }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path } = next
    const node = record(next.node)
    if (!Object.hasOwn(node, 'people')) {
      verifyLeaf(path, node)
      continue
    }
    if (path.length > deepest) refuse('too-deep', at)
    const people = places(get(node, 'people'))
    const atMost = integer(get(node, 'atMost'))
    const holds = new Uint8Array(pool.people.length)
    for (const person of people) holds[person] = 1
    open.push({ node: get(node, 'fewer'), path: [...path, { holds, low: 0, high: atMost }] })
    open.push({ node: get(node, 'more'), path: [...path, { holds, low: atMost + 1, high: people.length }] })
  }

  function verifyLeaf(path: readonly Side[], leaf: Readonly<Record<string, unknown>>): void {
    const scale = integer(get(leaf, 'scale'))
    const seats = integer(get(leaf, 'seats'))
    const quotas = list(get(leaf, 'quotas')).map(integers)
    const limits = integers(get(leaf, 'limits'))
    const splits = integers(get(leaf, 'splits'))
    const usedLemmas = integers(get(leaf, 'lemmas'))
    const tooMany =
      quotas.length > pool.features.length ||
      quotas.some((row, f) => row.length > (pool.features[f]?.values.length ?? 0)) ||
      limits.length > pool.limits.length ||
      splits.length > path.length ||
      usedLemmas.length > lemmas.length
    if (scale <= 0 || tooMany || usedLemmas.some((y) => y < 0)) refuse('proof', at)
    let total = 0n
    const rule = (y: number | undefined, low: number, high: number) => {
      if (y !== undefined && y !== 0) total += BigInt(y) * BigInt(y > 0 ? high : low)
    }
    rule(seats, pool.seats, pool.seats)
    for (const [f, row] of quotas.entries())
      for (const [v, y] of row.entries()) {
        const quota = pool.features[f]?.values[v]
        rule(y, quota?.min ?? 0, quota?.max ?? 0)
      }
    for (const [k, y] of limits.entries()) rule(y, 0, pool.limits[k]?.most ?? 0)
    for (const [k, y] of splits.entries()) rule(y, path[k]?.low ?? 0, path[k]?.high ?? 0)
    for (const [k, y] of usedLemmas.entries()) rule(y, 0, lemmas[k]?.most ?? 0)
    for (const [person, { answers }] of pool.people.entries()) {
      if (fixed[person] === -1) continue
      // What remains of this person's weight: pairs whose products are added up, exactly.
      const pairs = [scale, weights[person] ?? 0, -1, seats]
      for (const [f, row] of quotas.entries()) pairs.push(-1, row[answers[f] ?? 0] ?? 0)
      for (const k of limitsOf[person] ?? []) pairs.push(-1, limits[k] ?? 0)
      for (const [k, y] of splits.entries()) if (path[k]?.holds[person] === 1) pairs.push(-1, y)
      for (const [k, y] of usedLemmas.entries()) pairs.push(-y, lemmas[k]?.weights[person] ?? 0)
      const rest = sumOfProducts(pairs)
      if (rest > 0 || fixed[person] === 1) total += BigInt(rest)
    }
    if (total >= BigInt(scale) * (BigInt(most) + 1n)) refuse('proof', at)
  }
}

/** In doubles as long as nothing can be lost, which is below 2⁵³. */
function sumOfProducts(pairs: readonly number[]): number | bigint {
  let sum = 0
  let size = 0
  for (let k = 0; k < pairs.length; k += 2) {
    const product = (pairs[k] ?? 0) * (pairs[k + 1] ?? 0)
    sum += product
    size += Math.abs(product)
  }
  if (size < 2 ** 52) return sum
  let exact = 0n
  for (let k = 0; k < pairs.length; k += 2) exact += BigInt(pairs[k] ?? 0) * BigInt(pairs[k + 1] ?? 0)
  return exact
}
