import { describe, expect, it } from 'vitest'
import { fewestAnswers, type Range, rangesOf, tellCounts } from './range.ts'

const sizes = Array.from({ length: 56 }, (_, more) => fewestAnswers + more)
const upTo = (most: number) => Array.from({ length: most + 1 }, (_, each) => each)

/** Tosses that move a count by so much: as many heads and then a tail, first up and then down. */
function tossesFor(moved: number): (limit: number) => number {
  const up = Math.max(0, moved)
  const down = Math.max(0, -moved)
  const tosses = [...Array<number>(up).fill(1), 0, ...Array<number>(down).fill(1), 0]
  return (limit) => {
    if (limit !== 2) throw new Error('A coin has two sides.')
    return tosses.shift() ?? 0
  }
}

const farthest = 70
/** How often fair tosses move a count by so much, added up over all pairs of so many heads up and so many down. */
const chanceOfMoving = new Map(
  upTo(2 * farthest).map((each) => {
    const moved = each - farthest
    const ways = upTo(100).map((down) => (moved + down < 0 ? 0 : 2 ** -(moved + down + 1) * 2 ** -(down + 1)))
    return [moved, ways.reduce((sum, chance) => sum + chance, 0)]
  }),
)

const isIn = ({ low, high }: Range, count: number) => count >= low && count <= high

/** By range of n (by its low end) how often a count is told so, by trying everything that chance can do. */
function toldAs(count: number, n: number): ReadonlyMap<number, number> {
  const chances = new Map(rangesOf(n).map(({ low }) => [low, 0]))
  for (const [moved, chance] of chanceOfMoving) {
    const [range] = tellCounts([count], n, tossesFor(moved))
    if (range === undefined) throw new Error('One count, one range.')
    chances.set(range.low, (chances.get(range.low) ?? Number.NaN) + chance)
  }
  return chances
}

describe('a range, whatever chance does, for every count out of up to 60', () => {
  it('is never impossible for any count, and at most twice as likely for one pupil more or less', () => {
    for (const n of sizes) {
      const told = upTo(n).map((count) => toldAs(count, n))
      for (const [count, chances] of told.entries()) {
        const sum = [...chances.values()].reduce((all, chance) => all + chance, 0)
        expect(sum).toBeCloseTo(1, 12)
        for (const [low, chance] of chances) {
          expect(chance).toBeGreaterThan(0)
          const other = told[count + 1]?.get(low)
          if (other === undefined) continue
          expect(Math.max(other / chance, chance / other)).toBeLessThan(2.001)
        }
      }
    }
  })

  it('holds the count nineteen times of twenty', () => {
    for (const n of sizes) {
      const ranges = rangesOf(n)
      const held = upTo(n).map((count) => {
        const chances = toldAs(count, n)
        return ranges.filter((range) => isIn(range, count)).reduce((sum, { low }) => sum + (chances.get(low) ?? 0), 0)
      })
      expect(held.reduce((sum, each) => sum + each, 0) / held.length).toBeGreaterThan(0.95)
      expect(Math.min(...held)).toBeGreaterThan(0.89)
      for (const { low, high } of ranges) expect(high - low).toBeLessThanOrEqual(10)
    }
  })

  it('leaves open, to who knows up to four answers, that some of the others said yes and some said no', () => {
    for (const n of sizes)
      for (const range of rangesOf(n))
        for (const known of upTo(Math.min(4, n - 1)))
          for (const knownYes of upTo(known)) {
            const rest = n - known
            const left = upTo(rest).filter((yes) => isIn(range, yes + knownYes))
            // Of ranges that can't be true with what is known, nothing is believed.
            if (left.length === 0) continue
            expect(left.some((yes) => yes > 0) && left.some((yes) => yes < rest)).toBe(true)
            if (rest > 1) expect(left.some((yes) => yes > 0 && yes < rest)).toBe(true)
          }
  })
})

/** All ways in which so many can choose among so many steps: how many chose each. */
function waysToChoose(people: number, steps: number): readonly (readonly number[])[] {
  if (steps === 1) return [[people]]
  return upTo(people).flatMap((first) => waysToChoose(people - first, steps - 1).map((rest) => [first, ...rest]))
}

function cumulative(chosen: readonly number[]): readonly number[] {
  return chosen.slice(0, -1).map((_, cut) => chosen.slice(0, cut + 1).reduce((sum, each) => sum + each, 0))
}

describe('ranges of several steps that are told together', () => {
  it('leave open what each of the others chose, to who knows up to four answers', () => {
    let told = 0
    for (const steps of [3, 4])
      for (const n of [5, 6, 7, 8, 10, 13, 14, 17])
        for (const cuts of orderedRanges(n, steps - 1))
          for (const known of upTo(Math.min(4, n - 1)))
            for (const others of waysToChoose(known, steps)) {
              const rest = n - known
              const fits = (chosen: readonly number[]) =>
                cumulative(chosen.map((count, step) => count + (others[step] ?? 0))).every((count, cut) => {
                  const range = cuts[cut]
                  return range !== undefined && isIn(range, count)
                })
              const left = waysToChoose(rest, steps).filter(fits)
              if (left.length === 0) continue
              told++
              for (const step of upTo(steps - 1)) {
                // Neither did they all choose it, nor is there a step below which, or up to which, they all stayed.
                expect(left.some((chosen) => (chosen[step] ?? 0) < rest)).toBe(true)
                if (step === steps - 1) continue
                expect(left.some((chosen) => (cumulative(chosen)[step] ?? 0) < rest)).toBe(true)
                expect(left.some((chosen) => (cumulative(chosen)[step] ?? 0) > 0)).toBe(true)
              }
            }
    expect(told).toBeGreaterThan(2500)
  }, 60_000)

  it('stand in order, and the middle one is as chance told it', () => {
    for (const n of [9, 24, 31])
      for (const counts of [[2, 3, 4], [0, 0, n], [n, n, n], [4, 11, 18].map((count) => Math.min(n, count))])
        for (const first of [-9, -4, 0, 4, 9])
          for (const second of [-9, -3, 0, 3, 9]) {
            const tosses = [tossesFor(first), tossesFor(second), tossesFor(-first)]
            let [tails, at] = [0, 0]
            const inTurn = (limit: number) => {
              const toss = tosses[at]?.(limit) ?? 0
              if (toss === 0 && ++tails % 2 === 0) at++
              return toss
            }
            const ranges = tellCounts(counts, n, inTurn)
            expect(ranges.map(({ low }) => low)).toEqual(ranges.map(({ low }) => low).toSorted((a, b) => a - b))
            expect(ranges[1]).toEqual(tellCounts([counts[1] ?? 0], n, tossesFor(second))[0])
          }
  })
})

/** All ranges for so many cuts that can stand side by side. */
function orderedRanges(n: number, cuts: number): readonly (readonly Range[])[] {
  if (cuts === 0) return [[]]
  return orderedRanges(n, cuts - 1).flatMap((before) =>
    rangesOf(n)
      .filter(({ low }) => low >= (before.at(-1)?.low ?? 0))
      .map((range) => [...before, range]),
  )
}
