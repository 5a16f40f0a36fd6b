import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOf, randomGraph } from '../testing.ts'
import { matchBest } from './match-best.ts'
import type { Matching } from './matching.ts'
import { verifyMatching } from './verify-matching.ts'

const house = graphOf(6, [
  [0, 1, 4],
  [1, 2, 4],
  [0, 2, 4],
  [2, 3, 3],
  [3, 4, 5],
  [4, 5, 1],
])
const best = matchBest(house)
const forged = (change: Partial<Matching>) => verifyMatching(house, { ...best, ...change })
/** Duals with the sets given as lists of vertices and of inner sets, written as `s0`, `s1`… */
const duals = (vertices: readonly number[], ...sets: (readonly [readonly (number | string)[], number])[]) => {
  const innermost = new Int32Array(6).fill(-1)
  const around = new Int32Array(sets.length).fill(-1)
  for (const [set, [members]] of sets.entries()) {
    for (const member of members)
      if (typeof member === 'number') innermost[member] = set
      else around[Number(member.slice(1))] = set
  }
  const values = Float64Array.from(sets, ([, value]) => value)
  return { duals: { vertices: Float64Array.from(vertices), innermost, sets: values, around } }
}

describe('verifyMatching', () => {
  it('believes a proof', () => {
    expect(verifyMatching(house, best)).toEqual({ sound: true })
    expect(best.objective).toBe(9)
  })

  it.each<[string, Partial<Matching>]>([
    ['wrong-length', { mate: new Int32Array(5).fill(-1) }],
    ['not-mutual', { mate: Int32Array.of(1, -1, -1, 4, 3, -1) }],
    ['not-mutual', { mate: Int32Array.of(0, -1, -1, 4, 3, -1) }],
    ['not-mutual', { mate: Int32Array.of(9, -1, -1, 4, 3, -1) }],
    ['not-an-edge', { mate: Int32Array.of(5, 2, 1, 4, 3, 0) }],
    ['wrong-objective', { objective: 10 }],
    ['wrong-objective', { objective: 8.5 }],
    ['wrong-length', duals([4, 4, 4, 5, 5])],
    ['no-dual-value', duals([4, 4, 4, 5, 5, -1])],
    ['no-dual-value', duals([4, 4, 4, 5, Number.NaN, 0])],
    ['no-dual-value', duals([4, 4, 4, 5, 5.5, 0])],
    ['no-dual-value', duals([4, 4, 4, 5, 2 ** 52, 0])],
    ['no-dual-value', duals([4, 4, 4, 5, 5, 0], [[0, 1, 2], -2])],
    ['no-dual-value', duals([4, 4, 4, 5, 5, 0], [[0, 1, 2], 2 ** 50], [['s0', 3, 4], 2 ** 50])],
    ['not-odd', duals([4, 4, 4, 5, 5, 0], [[0, 1], 2])],
    ['not-odd', duals([4, 4, 4, 5, 5, 0], [[0, 1, 2], 2], [['s0', 3], 2])],
    ['not-odd', duals([4, 4, 4, 5, 5, 0], [[], 2])],
    ['not-nested', duals([4, 4, 4, 5, 5, 0], [['s1', 0], 2], [[2, 3, 4], 2])],
    ['not-nested', duals([4, 4, 4, 5, 5, 0], [['s0', 0, 1], 2])],
    ['edge-not-covered', duals([0, 0, 0, 5, 5, 0], [[0, 1, 2], 7])],
    ['edge-not-covered', duals([0, 4, 4, 5, 5, 0], [[0, 1, 2], 3])],
    ['edge-not-covered', duals([4, 4, 4, 0, 5, 0], [[2, 3, 4], 2], [['s0', 0, 1], 2])],
    ['not-the-best', duals([4, 4, 4, 5, 5, 0])],
    ['not-the-best', { mate: Int32Array.of(-1, -1, -1, 4, 3, -1), objective: 5 }],
  ])('refuses a forged one: %s', (why, change) => {
    expect(forged(change)).toEqual({ sound: false, why })
  })

  it('refuses the proof of one graph for another in which an edge weighs more', () => {
    fc.assert(
      fc.property(randomGraph(12), fc.nat(), (graph, pick) => {
        const matching = matchBest(graph)
        const k = graph.from.length === 0 ? -1 : pick % graph.from.length
        fc.pre(k >= 0)
        const heavier = {
          ...graph,
          weight: graph.weight.map((w, at) => (at === k ? Math.abs(w) * 3 + 1 + 2 * matching.objective : w)),
        }
        expect(verifyMatching(heavier, matching).sound).toBe(false)
      }),
    )
  })
})
