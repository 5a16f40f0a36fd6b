import type { Column } from './column.ts'
import type { Part } from './parts.ts'
import { priceCycles, type SeeCycle } from './price.ts'

/** Exchanges among n vertices to choose from, however many: only those that matter are ever looked at. */
export interface Offer {
  readonly n: number
  readonly weights: Iterable<number>
  /** Sees every exchange whose weight, times `times`, is at least `least` more than the values of who takes part. */
  price(values: Float64Array, least: number, see: SeeCycle, times?: number): void
}

export function offerOf(part: Part): Offer {
  return {
    n: part.n,
    weights: part.weight,
    price: (values, least, see, times = 1) => priceCycles(part, values, least, see, times),
  }
}

/** Only these. */
export function offerOnly(n: number, columns: readonly Column[]): Offer {
  return {
    n,
    weights: columns.map(({ weight }) => weight),
    price(values, least, see, times = 1) {
      for (const { a, b, c, weight } of columns) {
        const own = (values[a] ?? 0) + (values[b] ?? 0) + (c < 0 ? 0 : (values[c] ?? 0))
        if (weight * times - own >= least) see(a, b, c, weight)
      }
    },
  }
}
