import type { Votes } from '../votes/votes.ts'

/**
 * Of each pair of statements, over the people who voted on both: sums of products, of the votes on the first, and their
 * number, at `first × size + second`. Whole numbers, so that a vote more or less changes them exactly, however often.
 */
export interface Moments {
  readonly size: number
  readonly products: Int32Array
  readonly sums: Int32Array
  readonly both: Int32Array
}

/** Beyond this, going through the votes for each step is cheaper than keeping account of pairs. */
const mostStatements = 512
const mostPairs = 5e7

/** The moments of votes; from those of before, by what changed. Undefined where the conversation is too large for them. */
export function momentsOf(
  votes: Votes,
  before: { readonly votes: Votes; readonly moments: Moments | undefined } | undefined,
): Moments | undefined {
  const size = votes.statements.length
  if (size > mostStatements) return undefined
  const old = before?.moments
  if (before !== undefined && old !== undefined && old.size === size && isContinued(before.votes, votes)) {
    const next = { size, products: old.products.slice(), sums: old.sums.slice(), both: old.both.slice() }
    for (let i = 0; i < votes.people.length; i++) {
      const [from, to] = boundsOf(before.votes, i)
      const [first, end] = boundsOf(votes, i)
      if (isSame(before.votes, from, to, votes, first, end)) continue
      addPerson(next, before.votes, from, to, -1)
      addPerson(next, votes, first, end, 1)
    }
    return next
  }
  let pairs = 0
  for (let i = 0; i < votes.people.length; i++) pairs += ((votes.starts[i + 1] ?? 0) - (votes.starts[i] ?? 0)) ** 2
  if (pairs > mostPairs) return undefined
  const cells = size * size
  const made = { size, products: new Int32Array(cells), sums: new Int32Array(cells), both: new Int32Array(cells) }
  for (let i = 0; i < votes.people.length; i++) addPerson(made, votes, ...boundsOf(votes, i), 1)
  return made
}

/** Sums of products of distances from the means: what the map is made of. 0 for statements that are left out. */
export function scatterOf({ size, products, sums, both }: Moments, center: Float64Array, leftOut: Uint8Array) {
  const scatter = new Float64Array(size * size)
  for (let j = 0; j < size; j++) {
    if (leftOut[j] === 1) continue
    const mine = center[j] ?? 0
    for (let k = 0; k < size; k++) {
      if (leftOut[k] === 1) continue
      const at = j * size + k
      const other = center[k] ?? 0
      scatter[at] =
        (products[at] ?? 0) -
        other * (sums[at] ?? 0) -
        mine * (sums[k * size + j] ?? 0) +
        mine * other * (both[at] ?? 0)
    }
  }
  return scatter
}

function addPerson(
  { size, products, sums, both }: Moments,
  { columns, values }: Votes,
  first: number,
  end: number,
  sign: number,
) {
  for (let at = first; at < end; at++) {
    const row = (columns[at] ?? 0) * size
    const value = sign * (values[at] ?? 0)
    for (let other = first; other < end; other++) {
      const cell = row + (columns[other] ?? 0)
      products[cell] = (products[cell] ?? 0) + value * (values[other] ?? 0)
      sums[cell] = (sums[cell] ?? 0) + value
      both[cell] = (both[cell] ?? 0) + sign
    }
  }
}

/** Whether the same people stand at the same places, with perhaps others after them. */
function isContinued(before: Votes, votes: Votes): boolean {
  if (before.statements !== votes.statements && before.statements.some((id, j) => id !== votes.statements[j]))
    return false
  return before.people === votes.people || before.people.every((id, i) => id === votes.people[i])
}

function boundsOf({ starts, people }: Votes, i: number): readonly [number, number] {
  return i < people.length ? [starts[i] ?? 0, starts[i + 1] ?? 0] : [0, 0]
}

function isSame(one: Votes, from: number, to: number, other: Votes, first: number, end: number): boolean {
  if (to - from !== end - first) return false
  for (let k = 0; k < to - from; k++)
    if (one.columns[from + k] !== other.columns[first + k] || one.values[from + k] !== other.values[first + k])
      return false
  return true
}
