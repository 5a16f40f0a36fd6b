import type { CountedCut, Proof } from './certificate.ts'
import type { Column } from './column.ts'
import { type Cut, type CutIndex, openCutIndex, rightSide } from './cut.ts'
import type { Offer } from './offer.ts'

/** A proof in whole numbers, and what it leaves room for. */
export interface Proven {
  readonly proof: Proof
  /** times × what may still be chosen is at most this. */
  readonly worth: number
}

interface Values {
  readonly values: ArrayLike<number>
  readonly cuts: readonly Cut[]
  readonly cutValues: ArrayLike<number>
}

/** Proves for all exchanges of an offer; see `proveFor`. */
export function proveOffer(offer: Offer, times: number, found: Values): Proven {
  const draft = openDraft(offer.n, times, found)
  offer.price(draft.values.slice(), 0.5, (a, b, c, weight) => draft.cover({ a, b, c, weight }), times)
  return draft.prove()
}

/**
 * Rounds values up to whole numbers and raises them where one of the columns is still worth more: a proof whatever the values
 * were, and a tight one where they came from a relaxed packing.
 */
export function proveFor(n: number, times: number, columns: Iterable<Column>, found: Values): Proven {
  const draft = openDraft(n, times, found)
  for (const column of columns) draft.cover(column)
  return draft.prove()
}

/** By how much a column's cover is more than times × its weight: never under 0 where it is proven. */
export function openSpare(n: number, times: number, { values, cuts }: Proof): (column: Column) => number {
  const index = openCutIndex(n)
  for (const cut of cuts) index.add(cut)
  const cutValues = cuts.map(({ value }) => value)
  return (column) => -shortOf(column, times, values, index, cutValues)
}

function openDraft(n: number, times: number, found: Values) {
  // What the solver left within its tolerance is not rounded up to a whole one.
  const up = (value: number) => Math.max(0, Math.ceil(value * times - 1e-3))
  const values = Float64Array.from({ length: n }, (_, v) => up(found.values[v] ?? 0))
  const cuts: CountedCut[] = found.cuts
    .map((cut, i) => ({ ...cut, value: up(found.cutValues[i] ?? 0) }))
    .filter(({ value }) => value > 0)
  const index = openCutIndex(n)
  for (const cut of cuts) index.add(cut)
  const cutValues = cuts.map(({ value }) => value)
  return {
    values,
    cover(column: Column) {
      const short = shortOf(column, times, values, index, cutValues)
      if (short > 0) values[column.a] = (values[column.a] ?? 0) + short
    },
    prove(): Proven {
      const ofCuts = cuts.reduce((sum, cut) => sum + cut.value * rightSide(cut), 0)
      return { proof: { values: [...values], cuts }, worth: values.reduce((sum, value) => sum + value, ofCuts) }
    },
  }
}

function shortOf(
  column: Column,
  times: number,
  values: ArrayLike<number>,
  index: CutIndex,
  cutValues: ArrayLike<number>,
): number {
  const { a, b, c, weight } = column
  let short = weight * times - (values[a] ?? 0) - (values[b] ?? 0) - (c < 0 ? 0 : (values[c] ?? 0))
  // Most are covered already, and cuts only cover more.
  if (short <= 0 && index.cuts.length === 0) return short
  index.count(column, (cut, count) => {
    short -= count * (cutValues[cut] ?? 0)
  })
  return short
}
