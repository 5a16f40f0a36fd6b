import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustedRand, randomFrom } from '../testing.ts'
import { bestDivisions } from './best-divisions.ts'
import { findGroups } from './find-groups.ts'
import { dissolveSmall, divide, kMeans } from './k-means.ts'
import { nearestCenters, type Points, weightsByLabel } from './points.ts'
import { silhouettes } from './silhouette.ts'

/** In thousandths: squares of what is smaller than 1e-160 are 0, and nobody stands that near to another. */
const place = fc.integer({ min: -5000, max: 5000 }).map((value) => value / 1000)
const somePoints = fc
  .array(fc.tuple(place, place, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 40 })
  .map((all): Points => pointsOf(all))

describe('k-means', () => {
  it('ends where each point is at its nearest centre, and each centre in the middle of its points', () => {
    fc.assert(
      fc.property(somePoints, fc.integer({ min: 1, max: 6 }), (points, count) => {
        const { centers, labels, spread } = divide(points, count)
        expect(labels).toEqual(nearestCenters(points, centers))
        for (const [k, [cx, cy]] of centers.entries()) {
          const own = [...labels.keys()].filter((i) => labels[i] === k)
          const weight = own.reduce((sum, i) => sum + (points.weight[i] ?? 0), 0)
          if (weight === 0) continue
          expect(own.reduce((sum, i) => sum + (points.weight[i] ?? 0) * (points.x[i] ?? 0), 0) / weight).toBeCloseTo(
            cx,
            9,
          )
          expect(own.reduce((sum, i) => sum + (points.weight[i] ?? 0) * (points.y[i] ?? 0), 0) / weight).toBeCloseTo(
            cy,
            9,
          )
        }
        expect(spread).toBeLessThanOrEqual(divide(points, 1).spread + 1e-9)
      }),
    )
  })

  it('dissolves groups of fewer than five, and no others', () => {
    fc.assert(
      fc.property(somePoints, fc.integer({ min: 2, max: 5 }), (points, count) => {
        const people = points.weight.reduce((sum, weight) => sum + weight, 0)
        const { centers, labels } = dissolveSmall(points, divide(points, count), 5)
        const sizes = weightsByLabel(points, labels, centers.length)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people)
        if (centers.length > 1) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})

describe('the best divisions', () => {
  it('are at rest, leave no group under five, and lie at least as clearly apart as from the farthest points alone', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const best = bestDivisions(points, { most: 5, least: 5, beginners: 8 })
        for (const [count, { centers, labels }] of best) {
          expect(centers).toHaveLength(count)
          expect(labels).toEqual(nearestCenters(points, centers))
          expect(Math.min(...weightsByLabel(points, labels, count))).toBeGreaterThanOrEqual(5)
          const plain = dissolveSmall(points, divide(points, count), 5)
          if (plain.centers.length !== count) continue
          const [ours = 0, theirs = 0] = silhouettes(points, [centers, plain.centers])
          expect(ours).toBeGreaterThanOrEqual(theirs - 1e-9)
        }
      }),
    )
  })

  it('are clearer from people as starts than from the farthest points and cuts alone, in one cloud as well', () => {
    const clearer = Array.from({ length: 20 }, (_, seed) => {
      const random = randomFrom(seed)
      const points = pointsOf(Array.from({ length: 60 }, () => [random() + random(), random() + random(), 1]))
      const [few = 0, many = 0] = [0, 64].map((beginners) => {
        const best = bestDivisions(points, { most: 4, least: 5, beginners }).get(4)
        return best === undefined ? 0 : (silhouettes(points, [best.centers])[0] ?? 0)
      })
      expect(many).toBeGreaterThanOrEqual(few - 1e-9)
      const found = findGroups(points, { groups: 4 })
      expect(found.tried[0]?.mean).toBeGreaterThanOrEqual(many - 1e-9)
      return many > few + 1e-3
    })
    expect(clearer.filter(Boolean).length).toBeGreaterThan(5)
  })

  it('find camps past a few who stand far out, of any number of people', () => {
    for (const people of [120, 3000]) {
      const random = randomFrom(people)
      const all = Array.from({ length: people }, (_, i): [number, number, number] => {
        const far = i % (people / 3) === 0 ? 12 + i / people : 0
        return [(i % 2) * 5 + random() + far, (i % 4 < 2 ? 0 : 5) + random() - far, 1]
      })
      const points = pointsOf(all)
      const camps = all.flatMap((_, i) => (i % (people / 3) === 0 ? [] : [i]))
      const likeness = (labels: Int32Array) =>
        adjustedRand(
          camps.map((i) => labels[i]),
          camps.map((i) => i % 4),
        )
      expect(likeness(findGroups(points, { groups: 4 }).labels)).toBe(1)
      expect(likeness(findGroups(points).labels)).toBe(1)
    }
  })
})

describe('silhouettes', () => {
  it('are those of the definition, person by person', () => {
    fc.assert(
      fc.property(somePoints, fc.integer({ min: 2, max: 4 }), (points, count) => {
        const { centers, labels } = divide(points, count)
        const [ours] = silhouettes(points, [centers])
        expect(ours).toBeCloseTo(byDefinition(points, labels), 9)
      }),
    )
  })

  it('are nearly those of all people where those are gathered in cells', () => {
    const random = randomFrom(4)
    const all = Array.from({ length: 900 }, (_, i): [number, number, number] => [
      (i % 3) * 3 + random(),
      2 * random(),
      1,
    ])
    const points = pointsOf(all)
    const { centers, labels } = divide(points, 3)
    expect(silhouettes(points, [centers])[0]).toBeCloseTo(byDefinition(points, labels), 1)
  })
})

describe('opinion groups', () => {
  it.each([2, 3, 4, 5])('are as many as there are camps: %i', (camps) => {
    const random = randomFrom(camps)
    const middles = [
      [0, 0],
      [8, 1],
      [1, 9],
      [9, 10],
      [-9, 5],
    ]
    const all = Array.from({ length: 40 * camps }, (_, i): [number, number, number] => {
      const [mx = 0, my = 0] = middles[i % camps] ?? []
      return [mx + 2 * random(), my + 2 * random(), 1]
    })
    const found = findGroups(pointsOf(all))
    expect(
      adjustedRand(
        [...found.labels],
        all.map((_, i) => i % camps),
      ),
    ).toBe(1)
  })

  it('are one where people are too few for two of five', () => {
    expect(findGroups(pointsOf([0, 1, 2, 3, 10, 11, 12, 13].map((x) => [x, 0, 1]))).centers).toHaveLength(1)
  })

  it('are the fewest of those that can not be told apart, and stay what they were by the same rule', () => {
    // Two clouds, each of two that nearly touch: for some distance between those, two and four groups are about as good.
    const found = Array.from({ length: 40 }, (_, step) => {
      const random = randomFrom(9)
      const all = Array.from({ length: 60 }, (_, i): [number, number, number] => [
        (i % 2) * 7 + (i % 4 < 2 ? 0 : 1 + step / 20) + random(),
        random(),
        1,
      ])
      const points = pointsOf(all)
      const free = findGroups(points)
      const best = free.tried.reduce((one, other) => (other.mean > one.mean ? other : one))
      const enough = free.tried.filter(({ mean }) => mean >= best.mean - best.error).map(({ groups }) => groups)
      expect(free.centers).toHaveLength(Math.min(...enough))
      for (const { groups } of free.tried) {
        const before = { ...free, centers: free.begun.get(groups) ?? [] }
        const stays = findGroups(points, { previous: before }).centers.length === groups
        expect(stays).toBe(enough.includes(groups))
      }
      return enough.length
    })
    expect(found).toContain(1)
    expect(found).toContain(2)
  })

  it('begin at given centres', () => {
    const points = pointsOf([0, 1, 2, 10, 11, 12].map((x) => [x, 0, 1]))
    const start = [
      [11, 0],
      [1, 0],
    ] as const
    expect([...findGroups(points, { start }).labels]).toEqual([1, 1, 1, 0, 0, 0])
    expect([...kMeans(points, start).labels]).toEqual([1, 1, 1, 0, 0, 0])
  })
})

function pointsOf(all: readonly (readonly [number, number, number])[]): Points {
  return {
    x: Float64Array.from(all, ([x]) => x),
    y: Float64Array.from(all, ([, y]) => y),
    weight: Float64Array.from(all, ([, , weight]) => weight),
  }
}

/** Rousseeuw's definition, with each person apart. */
function byDefinition({ x, y, weight }: Points, labels: Int32Array): number {
  const people = [...labels.keys()].flatMap((i) => Array.from({ length: weight[i] ?? 0 }, () => i))
  const distance = (i: number, k: number) => Math.hypot((x[i] ?? 0) - (x[k] ?? 0), (y[i] ?? 0) - (y[k] ?? 0))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const groups = [...new Set(labels)]
  return mean(
    people.map((i, at) => {
      const own = people.filter((k, other) => other !== at && labels[k] === labels[i])
      const others = groups.filter((group) => group !== labels[i])
      if (own.length === 0 || others.length === 0) return 0
      const a = mean(own.map((k) => distance(i, k)))
      const b = Math.min(
        ...others.map((group) => mean(people.filter((k) => labels[k] === group).map((k) => distance(i, k)))),
      )
      return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b)
    }),
  )
}
