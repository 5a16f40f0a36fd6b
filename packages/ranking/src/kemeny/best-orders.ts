export interface BestOrder {
  readonly items: readonly number[]
  readonly order: readonly number[]
  readonly cost: number
  /** For each place in `items` the cost of the best order of all others. */
  readonly without: Float64Array
}

/**
 * The cheapest order of some items, `cost(a, b)` being paid where a stands anywhere above b: the best order of a set begins with one of
 * its items, followed by the best order of the rest (Held & Karp 1962). 2ⁿ numbers of memory, n · 2ⁿ steps.
 */
export function bestOrders(items: readonly number[], cost: (above: number, below: number) => number): BestOrder {
  const n = items.length
  // What item k pays above a set is looked up by halves of the set.
  const low = Math.ceil(n / 2)
  const lowSize = 1 << low
  const highSize = 1 << (n - low)
  const lowCosts = new Float64Array(n * lowSize)
  const highCosts = new Float64Array(n * highSize)
  const costs = items.map((a) => Float64Array.from(items, (b) => (a === b ? 0 : cost(a, b))))
  for (let k = 0; k < n; k++) {
    fillSums(lowCosts, k * lowSize, lowSize, (bit) => costs[k]?.[bit] ?? 0)
    fillSums(highCosts, k * highSize, highSize, (bit) => costs[k]?.[low + bit] ?? 0)
  }
  const best = new Float64Array(2 ** n)
  for (let set = 1; set < best.length; set++) {
    let least = Number.POSITIVE_INFINITY
    const lowPart = set & (lowSize - 1)
    const highPart = set >>> low
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const k = 31 - Math.clz32(rest & -rest)
      // An item costs nothing above itself, so that it need not be taken out of the set here.
      const whole =
        (best[set ^ (1 << k)] ?? 0) + (lowCosts[k * lowSize + lowPart] ?? 0) + (highCosts[k * highSize + highPart] ?? 0)
      if (whole < least) least = whole
    }
    best[set] = least
  }
  const all = best.length - 1
  const order: number[] = []
  for (let set = all; set !== 0; ) {
    let chosen = -1
    let least = Number.POSITIVE_INFINITY
    for (let k = 0; k < n; k++) {
      if ((set & (1 << k)) === 0) continue
      const whole =
        (best[set ^ (1 << k)] ?? 0) +
        (lowCosts[k * lowSize + (set & (lowSize - 1))] ?? 0) +
        (highCosts[k * highSize + (set >>> low)] ?? 0)
      if (whole < least) {
        least = whole
        chosen = k
      }
    }
    order.push(items[chosen] ?? 0)
    set ^= 1 << chosen
  }
  return { items, order, cost: best[all] ?? 0, without: Float64Array.from(items, (_, k) => best[all ^ (1 << k)] ?? 0) }
}

/** Sums over all sets of bits, each from the set without its lowest bit. */
function fillSums(sums: Float64Array, start: number, size: number, of: (bit: number) => number): void {
  for (let set = 1; set < size; set++) {
    const lowest = set & -set
    sums[start + set] = (sums[start + (set ^ lowest)] ?? 0) + of(31 - Math.clz32(lowest))
  }
}
