import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyVotes, randomFrom, votesOf } from '../testing.ts'
import { pairTable } from '../votes/pair-table.ts'
import { againstOf, kemenyRanking } from './kemeny.ts'
import { drawKemenyRanks, improved } from './kemeny-draws.ts'

describe('Kemeny', () => {
  it('agrees with trying all orders, also with each item first', () => {
    fc.assert(
      fc.property(anyVotes(6), (list) => {
        const table = pairTable(votesOf(6, list), 'half', false)
        const against = againstOf(table)
        const found = kemenyRanking(table)
        if (!found.ok) throw new Error('six items are few')
        expect(costOf(found.order, against)).toBeCloseTo(found.against, 9)
        const bestWith = new Array<number>(6).fill(Number.POSITIVE_INFINITY)
        for (const order of ordersOf([0, 1, 2, 3, 4, 5])) {
          const first = order[0] ?? 0
          bestWith[first] = Math.min(bestWith[first] ?? 0, costOf(order, against))
        }
        const best = Math.min(...bestWith)
        expect(found.against).toBeCloseTo(best, 9)
        for (const [item, behind] of found.behind.entries()) expect(behind).toBeCloseTo((bestWith[item] ?? 0) - best, 9)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps a circle of many items in one piece, and finds no less than moving items about', () => {
    const random = randomFrom(5)
    const list = Array.from({ length: 600 }, () => {
      const one = Math.floor(random() * 15)
      return [one, (one + 1 + Math.floor(random() * 14)) % 15, false, 0] as const
    })
    const table = pairTable(votesOf(15, list), 'half', false)
    const found = kemenyRanking(table)
    if (!found.ok) throw new Error('fifteen items are few')
    const against = againstOf(table)
    for (let start = 0; start < 20; start++) {
      const shuffled = Array.from({ length: 15 }, (_, item) => ({ item, lot: random() })).toSorted(
        (a, b) => a.lot - b.lot,
      )
      const moved = improved(
        shuffled.map(({ item }) => item),
        against,
        15,
      )
      expect(costOf(moved, against)).toBeGreaterThanOrEqual(found.against - 1e-9)
    }
    expect(improved([...found.order], against, 15)).toEqual(found.order)
  })

  it('puts the item with more wins first where both can be', () => {
    const even = [
      [0, 1, false, 0],
      [1, 0, false, 0],
      [1, 2, false, 0],
      [2, 3, false, 0],
      [3, 2, false, 0],
      [3, 0, false, 0],
    ] as const
    const found = kemenyRanking(pairTable(votesOf(5, even), 'half', false))
    // 1 won two of three, 4 half of none.
    expect(found.ok && [found.order[0], found.behind[1]]).toEqual([1, 0])
    const apart = kemenyRanking(
      pairTable(
        votesOf(4, [
          [0, 1, false, 0],
          [2, 3, false, 0],
          [2, 3, false, 0],
        ]),
        'half',
        false,
      ),
    )
    expect(apart.ok && apart.order).toEqual([2, 0, 1, 3])
  })

  it('orders any number of items without circles, and names a circle that is too long', () => {
    const chain = Array.from({ length: 59 }, (_, k) => [k, k + 1, false, 0] as const)
    const found = kemenyRanking(pairTable(votesOf(60, chain), 'half', false))
    expect(found.ok && found.order).toEqual(Array.from({ length: 60 }, (_, k) => k))
    const circle = Array.from({ length: 26 }, (_, k) => [k, (k + 1) % 26, false, 0] as const)
    const refused = kemenyRanking(pairTable(votesOf(26, circle), 'half', false))
    expect(!refused.ok && refused.cycle).toHaveLength(26)
  })

  it('lets ranks vary as much as votes leave open', () => {
    const list = Array.from({ length: 40 }, (_, k) =>
      k % 8 < 5 ? ([0, 1, false, k] as const) : ([1, 0, false, k] as const),
    )
    const { ranks: drawn } = drawKemenyRanks(votesOf(2, list, { people: true }), 400, randomFrom(2))
    const firsts = Array.from({ length: 400 }, (_, draw) => drawn[draw * 2]).filter((rank) => rank === 1).length
    expect(firsts).toBeGreaterThan(300)
    expect(firsts).toBeLessThan(400)
  })
})

function costOf(order: readonly number[], against: Float64Array): number {
  const n = Math.sqrt(against.length)
  return order.reduce(
    (sum, above, k) => sum + order.slice(k + 1).reduce((part, below) => part + (against[above * n + below] ?? 0), 0),
    0,
  )
}

function ordersOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]]
  return items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]))
}
