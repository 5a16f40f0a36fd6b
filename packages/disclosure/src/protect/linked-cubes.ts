import { plainSumsOf } from '../table/count-table.ts'
import type { Dimension } from '../table/dimension.ts'
import { packSums, sumsOfCells } from '../table/sums.ts'
import { protectByCubes } from './cubes.ts'
import type { Clock } from './exact.ts'
import { fixedCellsOf, type Problem } from './problem.ts'
import type { Witness } from './witness.ts'

/** Where the cells of one of several linked tables lie in the problem. */
export interface TablePart {
  readonly dimensions: readonly Dimension[]
  readonly places: Int32Array
}

/**
 * A choice for linked tables from cubes in each: counts that tables share are dear, so that most proofs stay within one
 * table; those that are suppressed nevertheless are protected in every other table as if they were small. A witness
 * that stays within its table is a proof for the whole (ask `proves`); for the others an attacker with all tables must be
 * asked.
 */
export function chooseByTables(
  problem: Problem,
  tables: readonly TablePart[],
  { clock, deadline }: { readonly clock: Clock; readonly deadline: number },
): { readonly chosen: Uint8Array; readonly witnesses: ReadonlyMap<number, Witness> } {
  const witnesses = new Map<number, Witness>()
  const chosen = fixedCellsOf(problem)
  const primary = new Set(problem.primary)
  const seen = new Int32Array(problem.rooms.length)
  for (const { places } of tables) for (const place of places) seen[place] = (seen[place] ?? 0) + 1
  for (let round = 0; round < 4; round++) {
    let news = false
    for (const { dimensions, places } of tables) {
      const sums = packSums(plainSumsOf(dimensions))
      const weights = Float64Array.from(places, (place) => {
        const weight = problem.weights[place] ?? 0
        if (chosen[place] === 1) return 0
        return (seen[place] ?? 0) > 1 ? 1000 * Math.max(1, weight) : weight
      })
      const isFixed = (place: number) => chosen[place] === 1 && ((seen[place] ?? 0) > 1 || primary.has(place))
      const own: Problem = {
        rooms: Float64Array.from(places, (place) => problem.rooms[place] ?? 0),
        sums,
        ofCells: sumsOfCells(sums, places.length),
        weights,
        primary: [...places.keys()].filter((cell) => isFixed(places[cell] ?? 0)),
        hidden: [...places.keys()].filter((cell) => problem.hidden.includes(places[cell] ?? 0)),
        width: problem.width,
      }
      const { suppressed, witnesses: found } = protectByCubes(own, dimensions, { clock, deadline })
      for (const [at, cell] of own.primary.entries()) {
        const witness = found[at]
        const place = places[cell] ?? 0
        if (witness === undefined || !primary.has(place)) continue
        witnesses.set(place, { ...witness, cells: witness.cells.map((each) => places[each] ?? 0) })
      }
      for (const [cell, place] of places.entries()) {
        if (suppressed[cell] !== 1 || chosen[place] === 1) continue
        chosen[place] = 1
        news ||= (seen[place] ?? 0) > 1
      }
    }
    if (!news) break
  }
  return { chosen, witnesses }
}
