import type { Cycles } from '../graph/graph.ts'
import type { TeacherMarket, WeightParts } from '../market/market.ts'
import { comparerOf, isComplete, type Side } from '../market/side.ts'

/** One coming into the place of another: points that add up to the weight, and what they rest on. */
export interface Step {
  readonly from: string
  readonly to: string
  readonly school: string
  readonly subject: string
  /** As the crow flies, to the school of the other, and how far the teacher would go. */
  readonly kilometres: number
  readonly radius: number
  readonly periods: readonly string[]
  /** Part-time factors of the own job and of the other. */
  readonly partTime: readonly [number, number]
  readonly qualification: string
  readonly parts: WeightParts
  readonly weight: number
}

export type MatchExplanation =
  /** `goes` where this teacher goes, `comes` who takes the own place; `choices`: how many could exchange with this teacher in twos. */
  | {
      readonly matched: true
      readonly size: number
      readonly goes: Step
      readonly comes: Step
      readonly weight: number
    }
  | {
      readonly matched: false
      readonly because: 'trio' | 'no-profile' | 'no-partner' | 'others-worth-more'
      readonly partners: number
    }

/** Why a teacher has this exchange, or none. `partners` counts with how many an exchange in twos is possible. */
export function explainMatch(market: TeacherMarket, cycles: Cycles, vertex: number): MatchExplanation {
  const { teachers, graph } = market
  const teacher = teachers[vertex]
  if (teacher === undefined) throw new Error(`There is no teacher ${vertex}`)
  const cycle = cycles.find((each) => each.includes(vertex))
  const comparer = comparerOf(market, market.rules)
  const sideOf = (v: number | undefined): Side => {
    const found = teachers[v ?? -1]
    if (found === undefined) throw new Error(`There is no teacher ${v}`)
    return comparer.sideOf(found)
  }
  const step = (from: Side, to: Side): Step => {
    const parts = comparer.parts(from, to)
    return {
      from: from.teacher.id,
      to: to.teacher.id,
      school: to.school.id,
      subject: to.teacher.subject,
      kilometres: comparer.distance(from, to),
      radius: from.teacher.radius,
      periods: from.teacher.periods.filter((period) => to.teacher.periods.includes(period)),
      partTime: [from.teacher.partTime, to.teacher.partTime],
      qualification: to.teacher.requires,
      parts,
      weight: parts.brings + parts.learns + parts.near,
    }
  }
  if (cycle !== undefined) {
    const at = cycle.indexOf(vertex)
    const steps = cycle.map((v, k) => step(sideOf(v), sideOf(cycle[(k + 1) % cycle.length])))
    const [goes, comes] = [steps[at], steps[(at + cycle.length - 1) % cycle.length]]
    if (goes === undefined || comes === undefined) throw new Error('An exchange of nobody')
    const weight = steps.reduce((sum, each) => sum + each.weight, 0)
    return { matched: true, size: cycle.length, goes, comes, weight }
  }
  const out = new Set<number>()
  for (const [k, from] of graph.from.entries()) if (from === vertex) out.add(graph.to[k] ?? -1)
  let partners = 0
  for (const [k, to] of graph.to.entries()) if (to === vertex && out.has(graph.from[k] ?? -1)) partners++
  return { matched: false, because: becauseOf(sideOf(vertex), partners), partners }
}

function becauseOf({ teacher, school }: Side, partners: number) {
  if (!isComplete(teacher)) return 'trio'
  if (partners > 0) return 'others-worth-more'
  // A school that neither knows nor seeks anything fits no other, whatever the teacher changes.
  const levels = [...Object.values(school.expertise), ...Object.values(school.goals)]
  return levels.some((level) => level > 0) ? 'no-partner' : 'no-profile'
}
