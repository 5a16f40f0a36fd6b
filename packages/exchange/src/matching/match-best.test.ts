import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestByBruteForce, graphOf, randomGraph } from '../testing.ts'
import { matchBest } from './match-best.ts'
import { verifyMatching } from './verify-matching.ts'

describe('matchBest', () => {
  it('finds what trying everything finds', () => {
    fc.assert(
      fc.property(randomGraph(10), (graph) => {
        const matching = matchBest(graph)
        expect(verifyMatching(graph, matching)).toEqual({ sound: true })
        expect(matching.objective).toBe(bestByBruteForce(graph))
      }),
      { numRuns: 100 },
    )
  })

  it('proves what it finds on larger graphs', () => {
    fc.assert(
      fc.property(randomGraph(120), (graph) => {
        expect(verifyMatching(graph, matchBest(graph))).toEqual({ sound: true })
      }),
      { numRuns: 100 },
    )
  })

  it('matches nobody where nothing is worth it', () => {
    expect(matchBest(graphOf(0, []))).toMatchObject({ objective: 0 })
    const poor = graphOf(4, [
      [0, 1, 0],
      [2, 3, -5],
    ])
    expect([...matchBest(poor).mate]).toEqual([-1, -1, -1, -1])
  })

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 49])(
    'throws on a weight of %d, which sums could not hold',
    (weight) => {
      expect(() => matchBest(graphOf(2, [[0, 1, weight]]))).toThrow(/adds up/)
    },
  )

  it('may match fewer for more', () => {
    const path = graphOf(4, [
      [0, 1, 2],
      [1, 2, 5],
      [2, 3, 2],
    ])
    expect([...matchBest(path).mate]).toEqual([-1, 2, 1, -1])
  })

  it('keeps the blossoms that prove an odd circle', () => {
    const triangle = graphOf(3, [
      [0, 1, 4],
      [1, 2, 4],
      [0, 2, 4],
    ])
    const { objective, duals } = matchBest(triangle)
    expect(objective).toBe(4)
    expect([...duals.innermost]).toEqual([0, 0, 0])
    expect([...duals.sets]).toEqual([8 - 2 * (duals.vertices[0] ?? 0)])
  })

  it('takes a path of 20,000 with weights that pull it along', () => {
    const rows = Array.from({ length: 19_999 }, (_, v) => [v, v + 1, 1 + ((v * 7919) % 13)] as const)
    const path = graphOf(20_000, rows)
    expect(verifyMatching(path, matchBest(path))).toEqual({ sound: true })
  })
})
