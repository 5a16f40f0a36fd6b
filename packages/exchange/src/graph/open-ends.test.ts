import { loadSolver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveCycles } from '../cycles/solve-cycles.ts'
import type { ArcGraph } from './graph.ts'
import { withOpenEnds } from './open-ends.ts'

const solver = await loadSolver()
const people = 6
const vacancies = [6, 7]

const rows = fc.uniqueArray(
  fc.tuple(fc.nat(people - 1), fc.nat(people + vacancies.length - 1), fc.integer({ min: -3, max: 20 })),
  { selector: ([u, v]) => u * 10 + v, maxLength: 24 },
)

function graphOf(arcs: readonly (readonly [number, number, number])[], n = people + vacancies.length): ArcGraph {
  const kept = arcs.filter(([u, v]) => u !== v)
  return {
    n,
    from: Int32Array.from(kept, ([u]) => u),
    to: Int32Array.from(kept, ([, v]) => v),
    weight: Float64Array.from(kept, ([, , weight]) => weight),
  }
}

/** The most that circles of two and three and chains of one and two moves into a vacancy are worth, by trying all. */
function bestByHand({ from, to, weight }: ArcGraph): number {
  const worth = new Map(Array.from(from, (u, k) => [`${u} ${to[k]}`, weight[k] ?? 0]))
  const of = (...path: number[]) =>
    path.slice(1).reduce((sum, v, i) => sum + (worth.get(`${path[i]} ${v}`) ?? Number.NEGATIVE_INFINITY), 0)
  const moves: { readonly seats: readonly number[]; readonly worth: number }[] = []
  for (let a = 0; a < people; a++) {
    for (const w of vacancies) moves.push({ seats: [a, w], worth: of(a, w) })
    for (let b = 0; b < people; b++) {
      if (b === a) continue
      moves.push({ seats: [a, b], worth: of(a, b, a) })
      for (const w of vacancies) moves.push({ seats: [b, a, w], worth: of(b, a, w) })
      for (let c = 0; c < people; c++) if (c !== a && c !== b) moves.push({ seats: [a, b, c], worth: of(a, b, c, a) })
    }
  }
  const good = moves.filter((move) => move.worth > 0)
  const best = (from: number, taken: number): number => {
    let most = 0
    for (let k = from; k < good.length; k++) {
      const { seats, worth } = good[k] ?? { seats: [], worth: 0 }
      const mask = seats.reduce((all, v) => all | (1 << v), 0)
      if ((taken & mask) === 0) most = Math.max(most, worth + best(k + 1, taken | mask))
    }
    return most
  }
  return best(0, 0)
}

describe('withOpenEnds', () => {
  it('makes chains into a vacancy exchanges like others', () => {
    const graph = graphOf(
      [
        [0, 1, 4],
        [1, 2, 5],
      ],
      3,
    )
    const open = withOpenEnds(graph, [2])
    if (!open.ok) throw new Error(open.reason)
    const solved = solveCycles(solver, open.graph, { clock: () => 0, timeLimit: 1000 })
    expect(solved).toMatchObject({ objective: 9, optimal: true })
    expect(
      solved.cycles.map((cycle) => [...cycle.slice(cycle.indexOf(2)), ...cycle.slice(0, cycle.indexOf(2))]),
    ).toEqual([[2, 0, 1]])
  })

  it('comes to the best of all circles and chains', () => {
    fc.assert(
      fc.property(rows, (arcs) => {
        const graph = graphOf(arcs)
        const open = withOpenEnds(graph, vacancies)
        if (!open.ok) throw new Error(open.reason)
        const clock = () => performance.now()
        expect(solveCycles(solver, open.graph, { clock, timeLimit: 10_000 }).objective).toBe(bestByHand(graph))
      }),
    )
  })

  it.each([
    [[9], { ok: false, reason: 'unknown', vacancy: 9 }],
    [[0.5], { ok: false, reason: 'unknown', vacancy: 0.5 }],
    [[2, 2], { ok: false, reason: 'named-twice', vacancy: 2 }],
    [[1], { ok: false, reason: 'gives-a-place', vacancy: 1 }],
  ])('refuses %s', (named, refusal) => {
    expect(withOpenEnds(graphOf([[1, 2, 3]], 3), named)).toEqual(refusal)
  })
})
