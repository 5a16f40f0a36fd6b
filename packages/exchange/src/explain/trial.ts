import { mutualEdges } from '../graph/mutual-edges.ts'
import type { MarketTeacher, TeacherMarket } from '../market/market.ts'
import { comparerOf, isComplete } from '../market/side.ts'
import { openMatching } from '../matching/rematch.ts'

export interface TrialEdge {
  readonly to: number
  readonly weight: number
}

/** The best exchanges in twos without one teacher, from which it is tried what they are with that teacher in another way. */
export interface Trial {
  /** The greatest weight with the teacher as is; that without. */
  readonly best: number
  readonly rest: number
  /** With whom the teacher could exchange, if this were the record; the weights are of both directions together. */
  edgesOf(teacher: MarketTeacher): readonly TrialEdge[]
  /** The greatest weight with such a teacher. More than `rest`: matched in every best set of exchanges. */
  worthWith(teacher: MarketTeacher): number
  /** The greatest weight where the teacher is matched over this edge; undefined where the duals show that it is below `least`. */
  worthForced(edge: TrialEdge, least: number): number | undefined
}

/**
 * Opens the market, and takes the teacher out. Duals without the teacher bound what any edge could bring: an edge of weight w
 * to v at most w − y(v), because what is left covers everything without v for y(v) less. Only what gets past that is solved.
 */
export function openTrial(market: TeacherMarket, vertex: number): Trial {
  const comparer = comparerOf(market, market.rules)
  const sides = market.teachers.map((teacher) => comparer.sideOf(teacher))
  const { n, from, to, weight } = mutualEdges(market.graph)
  const around = Array.from({ length: n }, (): TrialEdge[] => [])
  for (const [k, u] of from.entries()) {
    const v = to[k] ?? 0
    around[u]?.push({ to: v, weight: weight[k] ?? 0 })
    around[v]?.push({ to: u, weight: weight[k] ?? 0 })
  }
  const live = openMatching({ n, from, to, weight })
  const best = live.matched().objective
  live.leave(vertex)
  const { objective: rest, duals } = live.proven()
  // Who leaves and comes back has another number there.
  const number = Int32Array.from({ length: n }, (_, v) => v)
  const named = (edges: readonly TrialEdge[]) => edges.map((edge) => ({ ...edge, to: number[edge.to] ?? 0 }))
  const dualOf = (v: number) => (duals.vertices[v] ?? 0) / 2

  const edgesOf: Trial['edgesOf'] = (teacher) => {
    if (!isComplete(teacher)) return []
    const own = comparer.sideOf(teacher)
    const worth = (one: typeof own, other: typeof own) => {
      const { brings, learns, near } = comparer.parts(one, other)
      return brings + learns + near
    }
    return sides.flatMap((other, v) => {
      if (v === vertex || !isComplete(other.teacher)) return []
      if (comparer.obstacle(own, other) !== undefined || comparer.obstacle(other, own) !== undefined) return []
      return [{ to: v, weight: worth(own, other) + worth(other, own) }]
    })
  }
  return {
    best,
    rest,
    edgesOf,
    worthWith(teacher) {
      const edges = edgesOf(teacher)
      if (edges.every((edge) => edge.weight <= dualOf(edge.to))) return rest
      const there = live.join(named(edges))
      const { objective } = live.matched()
      live.leave(there)
      return objective
    },
    worthForced(edge, least) {
      if (rest - dualOf(edge.to) + edge.weight < least) return undefined
      live.leave(number[edge.to] ?? 0)
      const total = live.matched().objective + edge.weight
      number[edge.to] = live.join(named((around[edge.to] ?? []).filter(({ to: other }) => other !== vertex)))
      return total < least ? undefined : total
    },
  }
}
