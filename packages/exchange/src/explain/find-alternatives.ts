import type { TeacherMarket } from '../market/market.ts'
import { openTrial } from './trial.ts'

export interface Alternative {
  /** The vertex of the other teacher; undefined: this teacher does not take part. */
  readonly partner?: number
  /** The points of this exchange. */
  readonly weight: number
  /** The greatest weight of all exchanges together where this one is made. */
  readonly total: number
  /** What it costs against the best, in points and as a share of the best. */
  readonly cost: number
  readonly share: number
}

/**
 * Whom a teacher could exchange with in twos so that all exchanges together lose at most a share (0 … 1) of the best: cheapest first, with
 * who is matched in the best at cost 0. For a person who chooses: it names other teachers.
 */
export function findAlternatives(market: TeacherMarket, vertex: number, share: number): readonly Alternative[] {
  const teacher = market.teachers[vertex]
  if (teacher === undefined) throw new Error(`There is no teacher ${vertex}`)
  const trial = openTrial(market, vertex)
  const { best, rest } = trial
  const least = best * (1 - share)
  const found = (total: number, weight: number, partner?: number): Alternative => ({
    ...(partner === undefined ? {} : { partner }),
    weight,
    total,
    cost: best - total,
    share: best === 0 ? 0 : (best - total) / best,
  })
  const alternatives = trial.edgesOf(teacher).flatMap((edge) => {
    const total = trial.worthForced(edge, least)
    return total === undefined ? [] : [found(total, edge.weight, edge.to)]
  })
  if (rest >= least) alternatives.push(found(rest, 0))
  return alternatives.toSorted((one, other) => one.cost - other.cost || other.weight - one.weight)
}
