import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EdgeGraph } from '../graph/graph.ts'
import { graphOf, randomGraph } from '../testing.ts'
import { matchBest } from './match-best.ts'
import { openMatching } from './rematch.ts'
import { verifyMatching } from './verify-matching.ts'

/** What happens: someone leaves, or joins with edges to some of those who are there. */
const change = fc.oneof(
  fc.record({ leave: fc.nat(1000) }),
  fc.record({ join: fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: -2, max: 30 })), { maxLength: 12 }) }),
)

describe('openMatching', () => {
  it('stays as good as from the start while vertices come and go', () => {
    fc.assert(
      fc.property(randomGraph(40), fc.array(change, { maxLength: 60, size: 'max' }), (graph, changes) => {
        const live = openMatching(graph)
        let rows = rowsOf(graph)
        for (const each of changes) {
          if ('leave' in each) {
            const vertex = each.leave % live.n
            live.leave(vertex)
            rows = rows.filter(([u, v]) => u !== vertex && v !== vertex)
          } else {
            const edges = [...new Map(each.join.map(([to, weight]) => [to % live.n, weight]))]
            const vertex = live.join(edges.map(([to, weight]) => ({ to, weight })))
            rows = [...rows, ...edges.map(([to, weight]) => [vertex, to, weight] as const)]
          }
          const now = graphOf(live.n, rows)
          const matching = live.proven()
          expect(verifyMatching(now, matching)).toEqual({ sound: true })
          expect(matching.objective).toBe(matchBest(now).objective)
          expect(live.matched().objective).toBe(matching.objective)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('refuses an edge to nobody, and the same edge twice', () => {
    const live = openMatching(graphOf(2, [[0, 1, 3]]))
    expect(() => live.join([{ to: 2, weight: 1 }])).toThrow()
    expect(() =>
      live.join([
        { to: 0, weight: 1 },
        { to: 0, weight: 2 },
      ]),
    ).toThrow()
    expect(() => live.join([{ to: 0, weight: 1.5 }])).toThrow()
    expect(() => live.leave(2)).toThrow()
    expect(() => live.leave(0.5)).toThrow()
    expect(() => live.join([{ to: 0.5, weight: 1 }])).toThrow()
    expect(live.matched().objective).toBe(3)
  })
})

function rowsOf({ from, to, weight }: EdgeGraph) {
  return Array.from(from, (u, k) => [u, to[k] ?? 0, weight[k] ?? 0] as const)
}
