import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawThresholds, fewestAnswers, type Range, rangeOf, rangesOf } from './range.ts'

const numbers = fc.infiniteStream(fc.nat())
const sizes = fc.integer({ min: fewestAnswers, max: 250 })

/** A count told by chance. */
function tell(count: number, n: number, chance: Iterator<number>): Range {
  return rangeOf(
    count,
    n,
    drawThresholds(n, (limit) => Number(chance.next().value) % limit),
  )
}

interface Comparison {
  readonly n: number
  readonly left: number
  readonly came: number
  readonly one: Range
  readonly two: Range
}

/** The ways (yes among those who left, yes among those who came) in which both ranges can be true, if nobody else changed. */
function waysOf({ n, left, came, one, two }: Comparison): readonly (readonly [left: number, came: number])[] {
  const ways: [number, number][] = []
  for (let leftYes = 0; leftYes <= left; leftYes++)
    for (let cameYes = 0; cameYes <= came; cameYes++) {
      const [least, most] = [Math.max(one.low, leftYes), Math.min(one.high, n - left + leftYes)]
      const change = cameYes - leftYes
      if (Math.max(least, two.low - change) <= Math.min(most, two.high - change)) ways.push([leftYes, cameYes])
    }
  return ways
}

/** Whether somebody can say of one of them what that one answered; also one of them, of the others. */
function tells({ left, came }: Comparison, ways: readonly (readonly [left: number, came: number])[]): boolean {
  const sizes = [left, came]
  /** Of a part all said yes, or all no, in every way that is left. */
  const fixed = (size: number, yes: readonly number[]) =>
    size > 0 && yes.length > 0 && (yes.every((count) => count === size) || yes.every((count) => count === 0))
  return ([0, 1] as const).some((place) => {
    const size = sizes[place] ?? 0
    const other = sizes[1 - place] ?? 0
    const yes = ways.map((way) => way[place])
    return (
      fixed(size, yes) ||
      // An insider in the same part, who said yes, or no.
      (size > 0 &&
        fixed(
          size - 1,
          yes.filter((count) => count > 0).map((count) => count - 1),
        )) ||
      (size > 0 &&
        fixed(
          size - 1,
          yes.filter((count) => count < size),
        )) ||
      // An insider in the other part.
      (other > 0 &&
        fixed(
          size,
          ways.filter((way) => Number(way[1 - place]) > 0).map((way) => way[place]),
        )) ||
      (other > 0 &&
        fixed(
          size,
          ways.filter((way) => Number(way[1 - place]) < other).map((way) => way[place]),
        ))
    )
  })
}

describe('a range', () => {
  it('holds the count, and leaves room for two who answered otherwise', () => {
    fc.assert(
      fc.property(sizes, fc.nat(250), numbers, (n, any, chance) => {
        const count = any % (n + 1)
        const { low, high } = tell(count, n, chance)
        expect(low).toBeLessThanOrEqual(count)
        expect(high).toBeGreaterThanOrEqual(count)
        expect(low).toBeLessThanOrEqual(n - 2)
        expect(high - low).toBeLessThanOrEqual(9)
        // Nobody chose it, or two did: that is not told apart either.
        if (count === 0) expect(high).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  it('beside another tells nothing of fewer than five pupils who came or went: each may have answered anything', () => {
    let compared = 0
    let refuted = 0
    const found: Comparison[] = []
    for (let n = fewestAnswers; n <= 60; n++)
      for (let left = 0; left <= 4; left++)
        for (let came = 0; came + left <= 4; came++) {
          const then = n - left + came
          if (came + left === 0 || then < fewestAnswers) continue
          for (const one of rangesOf(n))
            for (const two of rangesOf(then)) {
              const comparison = { n, left, came, one, two }
              const ways = waysOf(comparison)
              compared++
              if (ways.length === 0) refuted++
              else if (tells(comparison, ways)) found.push(comparison)
            }
        }
    expect(found).toEqual([])
    expect(compared).toBeGreaterThan(10_000)
    expect(refuted).toBeGreaterThan(1000)
  })

  it('keeps the order of counts that are told together', () => {
    fc.assert(
      fc.property(sizes, fc.nat(250), fc.nat(250), numbers, (n, a, b, chance) => {
        const thresholds = drawThresholds(n, (limit) => Number(chance.next().value) % limit)
        const [less, more] = [a % (n + 1), b % (n + 1)].toSorted((one, two) => one - two)
        const [first, second] = [rangeOf(less ?? 0, n, thresholds), rangeOf(more ?? 0, n, thresholds)]
        expect(first.low).toBeLessThanOrEqual(second.low)
        expect(first.high).toBeLessThanOrEqual(second.high)
      }),
    )
  })
})
