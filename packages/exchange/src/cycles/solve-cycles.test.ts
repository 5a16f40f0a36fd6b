import { loadSolver } from '@kantelpunt/solver'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArcGraph } from '../graph/graph.ts'
import { solveCycles } from './solve-cycles.ts'
import { verifyCycles } from './verify-cycles.ts'

const solver = await loadSolver()
const unhurried = { clock: () => performance.now(), timeLimit: 15_000 }

function graphOf(n: number, rows: readonly (readonly [number, number, number])[]): ArcGraph {
  const all = new Map(rows.filter(([u, v]) => u !== v).map((row) => [`${row[0]} ${row[1]}`, row]))
  const arcs = [...all.values()]
  return {
    n,
    from: Int32Array.from(arcs, ([u]) => u),
    to: Int32Array.from(arcs, ([, v]) => v),
    weight: Float64Array.from(arcs, ([, , weight]) => weight),
  }
}

const weights = fc.constantFrom(
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 1000 }),
  fc.constant(7),
  fc.integer({ min: -20, max: 40 }),
  fc.integer({ min: 1, max: 2 ** 36 }),
)

function randomGraph(most: number, degree: number): fc.Arbitrary<ArcGraph> {
  return fc.tuple(fc.integer({ min: 1, max: most }), weights).chain(([n, weight]) => {
    const vertex = fc.integer({ min: 0, max: n - 1 })
    return fc
      .array(fc.tuple(vertex, vertex, weight), { maxLength: n * degree, size: 'max' })
      .map((rows) => graphOf(n, rows))
  })
}

/** Every exchange of two and three, by its vertices as bits. */
function everyCycle({ n, from, to, weight }: ArcGraph) {
  const arcs = new Map(Array.from(from, (u, k) => [u * n + (to[k] ?? 0), weight[k] ?? 0]))
  const cycles: { seats: number[]; worth: number }[] = []
  for (let u = 0; u < n; u++)
    for (let v = u + 1; v < n; v++) {
      const one = arcs.get(u * n + v)
      const back = arcs.get(v * n + u)
      if (one !== undefined && back !== undefined) cycles.push({ seats: [u, v], worth: one + back })
      for (let x = v + 1; x < n; x++)
        for (const [b, c] of [
          [v, x],
          [x, v],
        ] as const) {
          const [first, second, third] = [arcs.get(u * n + b), arcs.get(b * n + c), arcs.get(c * n + u)]
          if (first === undefined || second === undefined || third === undefined) continue
          cycles.push({ seats: [u, b, c], worth: first + second + third })
        }
    }
  return cycles
}

function bestByBruteForce(graph: ArcGraph): number {
  const cycles = everyCycle(graph)
  const known = new Map<number, number>()
  const best = (free: number): number => {
    if (free === 0) return 0
    const before = known.get(free)
    if (before !== undefined) return before
    const v = 31 - Math.clz32(free)
    let most = best(free & ~(1 << v))
    for (const { seats, worth } of cycles) {
      if (!seats.includes(v) || seats.some((u) => ((free >> u) & 1) === 0)) continue
      most = Math.max(most, worth + best(seats.reduce((left, u) => left & ~(1 << u), free)))
    }
    known.set(free, most)
    return most
  }
  return best(2 ** graph.n - 1)
}

/** The plain integer programme over all exchanges. */
function bestByProgramme(graph: ArcGraph): number {
  const cycles = everyCycle(graph)
  if (cycles.length === 0) return 0
  const indices = cycles.flatMap(({ seats }) => seats)
  const starts = [0]
  for (const { seats } of cycles) starts.push((starts.at(-1) ?? 0) + seats.length)
  using model = solver.createModel({
    numCols: cycles.length,
    numRows: graph.n,
    colCost: cycles.map(({ worth }) => -worth),
    colLower: cycles.map(() => 0),
    colUpper: cycles.map(() => 1),
    rowLower: new Float64Array(graph.n).fill(Number.NEGATIVE_INFINITY),
    rowUpper: new Float64Array(graph.n).fill(1),
    integrality: new Int32Array(cycles.length).fill(1),
    matrix: { format: 'csc', numRows: graph.n, numCols: cycles.length, starts, indices, values: indices.map(() => 1) },
  })
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 })
  model.run()
  expect(model.getModelStatus()).toBe(solver.constants.modelStatus.optimal)
  return 0 + Math.round(0 - model.getObjectiveValue())
}

describe('solveCycles', () => {
  it('finds the best in twos and threes, with a proof that holds', () => {
    fc.assert(
      fc.property(randomGraph(9, 6), (graph) => {
        const solved = JSON.parse(JSON.stringify(solveCycles(solver, graph, unhurried)))
        expect(solved).toMatchObject({ objective: bestByBruteForce(graph), optimal: true, gap: 0 })
        expect(verifyCycles(graph, solved)).toEqual({ sound: true, bound: solved.objective })
      }),
    )
  })

  it('agrees with the plain programme on larger graphs', () => {
    fc.assert(
      fc.property(randomGraph(40, 8), (graph) => {
        const solved = solveCycles(solver, graph, unhurried)
        expect(solved).toMatchObject({ objective: bestByProgramme(graph), optimal: true })
        expect(verifyCycles(graph, solved)).toEqual({ sound: true, bound: solved.objective })
      }),
      { numRuns: 25 },
    )
  })

  it('ends in time with a bound that holds', () => {
    fc.assert(
      fc.property(randomGraph(12, 8), fc.nat(60), (graph, ticks) => {
        let now = 0
        const solved = solveCycles(solver, graph, { clock: () => now++, timeLimit: ticks })
        expect(verifyCycles(graph, solved)).toEqual({ sound: true, bound: solved.bound })
        expect(solved.bound).toBeGreaterThanOrEqual(solved.objective)
        expect(solved.optimal).toBe(solved.bound === solved.objective)
      }),
      { numRuns: 50 },
    )
  })
})
