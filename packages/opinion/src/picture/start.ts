import { type Center, nearestCenters } from '../groups/points.ts'
import type { OpinionMap } from '../map/opinion-map.ts'
import type { Votes } from '../votes/votes.ts'

/** Where k-means begins: groups that were published or made before. */
export interface Start {
  readonly centers: readonly Center[]
  /** Ids of the groups, in the order of the centres. */
  readonly ids: readonly (number | string)[]
  /** By statement: the mean vote and both directions, to turn the map as it was. Agreement may be −1 there. */
  readonly directions?: ReadonlyMap<string, { readonly center: number; readonly comps: Center }> | undefined
  /** By person a base cluster: people who stand together, and go to a group together. Each of them counts. */
  readonly clusters?: ReadonlyMap<string, number> | undefined
  /** Statements that were left out of the map. */
  readonly leftOut?: readonly string[] | undefined
}

export interface PlacedMap {
  readonly map: OpinionMap
  readonly x: Float64Array
  readonly y: Float64Array
}

/** By person the base cluster, or −1. */
export function clustersOf(votes: Votes, { clusters }: Start): Int32Array {
  return Int32Array.from(votes.people, (id) => clusters?.get(id) ?? -1)
}

/**
 * Mirrors the map as the start has it. Where the start says how its directions ran, by those; else as its centres lie
 * nearest to where people are.
 */
export function turnToStart(votes: Votes, placed: PlacedMap, start: Start): PlacedMap {
  const told = start.directions === undefined ? undefined : mirrorOf(votes, placed.map, start.directions)
  const [across, up] = told ?? nearestMirror(placed, start.centers)
  const mirrored = (values: Float64Array, sign: number) => (sign < 0 ? values.map((value) => 0 - value) : values)
  const [first, second] = placed.map.comps
  return {
    map: { ...placed.map, comps: [mirrored(first, across), mirrored(second, up)] },
    x: mirrored(placed.x, across),
    y: mirrored(placed.y, up),
  }
}

function mirrorOf(
  votes: Votes,
  map: OpinionMap,
  directions: NonNullable<Start['directions']>,
): readonly [number, number] | undefined {
  let [means, first, second] = [0, 0, 0]
  for (const [j, id] of votes.statements.entries()) {
    const there = directions.get(id)
    if (there === undefined) continue
    means += (map.center[j] ?? 0) * there.center
    first += (map.comps[0][j] ?? 0) * there.comps[0]
    second += (map.comps[1][j] ?? 0) * there.comps[1]
  }
  return first === 0 || second === 0 ? undefined : [first * (means < 0 ? -1 : 1), second * (means < 0 ? -1 : 1)]
}

function nearestMirror({ x, y }: PlacedMap, centers: readonly Center[]): readonly [number, number] {
  let best: readonly [number, number] = [1, 1]
  let least = Number.POSITIVE_INFINITY
  for (const across of [1, -1])
    for (const up of [1, -1]) {
      const turned = centers.map(([cx, cy]): Center => [cx * across, cy * up])
      const labels = nearestCenters({ x, y }, turned)
      let sum = 0
      for (let i = 0; i < x.length; i++) {
        const [cx, cy] = turned[labels[i] ?? 0] ?? [0, 0]
        sum += ((x[i] ?? 0) - cx) ** 2 + ((y[i] ?? 0) - cy) ** 2
      }
      if (sum >= least) continue
      least = sum
      best = [across, up]
    }
  return best
}
