import type { Dimension } from '../table/dimension.ts'
import { type Cube, cubeSearch } from './cube-search.ts'
import type { Clock } from './exact.ts'
import { fixedCellsOf, type Problem } from './problem.ts'
import type { Witness } from './witness.ts'

export interface CubeAnswer {
  readonly suppressed: Uint8Array
  /** By place in `problem.primary`; undefined where no cubes protect that cell. */
  readonly witnesses: readonly (Witness | undefined)[]
}

/**
 * Protects the primary cells of one table by cubes. Each takes what the cells that are suppressed already give it, and
 * then the cubes that add least. After that every secondary cell is tried without: its users look for other cubes, and
 * the cheaper stays, until nothing changes or time is up. Deterministic but for the deadline.
 */
export function protectByCubes(
  problem: Problem,
  dimensions: readonly Dimension[],
  { clock, deadline, wish }: { readonly clock: Clock; readonly deadline: number; readonly wish?: Float64Array },
): CubeAnswer {
  const { rooms, weights, primary } = problem
  // Cubes move whole people, and then a width of 2.5 asks for 3.
  const width = Math.ceil(problem.width)
  const fixed = fixedCellsOf(problem)
  const uses = new Int32Array(rooms.length)
  const biggest = rooms.reduce((most, value) => Math.max(most, value), 1)
  const finite = weights.filter((weight) => weight !== Number.POSITIVE_INFINITY)
  const unit = finite.reduce((most, weight) => Math.max(most, weight), 1)
  /** Below this a cube costs nothing that is not suppressed already. */
  const free = unit * 1e-4
  const costs = new Float64Array(rooms.length)
  const upper = rooms.slice()
  const lower = rooms.slice()
  const search = cubeSearch(dimensions, { costs, upper, lower })
  let without = -1
  let discount = wish
  // Of two choices at the same cost: the cells that most others use already, and then the smaller counts.
  const price = (cell: number): void => {
    const weight = weights[cell] ?? 0
    const used = uses[cell] ?? 0
    if (fixed[cell] === 1) costs[cell] = 0
    else if (cell === without) costs[cell] = Number.POSITIVE_INFINITY
    else if (used > 0) costs[cell] = (unit * 1e-6) / used
    else costs[cell] = weight * (1 - 0.9 * (discount?.[cell] ?? 0)) + free * (1 + (rooms[cell] ?? 0) / biggest)
  }
  for (let cell = 0; cell < costs.length; cell++) price(cell)

  /** The witness of a cell that adds least, and what it adds. */
  const cheapest = (cell: number, below: number): { readonly witness: Witness; readonly added: number } | undefined => {
    const once = search(cell, { room: width, below, prefer: 'cheap' })
    if (once !== undefined && once.cost < free) return { witness: witnessOf([[once, width]]), added: 0 }
    const parts: (readonly [Cube, number])[] = []
    const moved = new Set<number>()
    let need = width
    let added = 0
    const push = (cube: Cube): void => {
      const amount = Math.min(need, cube.up + cube.down)
      const up = Math.min(amount, cube.up)
      parts.push([cube, amount])
      cube.cells.forEach((each, at) => {
        moved.add(each)
        upper[each] = (upper[each] ?? 0) + up * (cube.signs[at] ?? 1)
        lower[each] = (lower[each] ?? 0) - (amount - up) * (cube.signs[at] ?? 1)
      })
      need -= amount
      added += cube.cost
    }
    const most = Math.min(below, once?.cost ?? Number.POSITIVE_INFINITY)
    while (need > 0) {
      const cube =
        search(cell, { room: 1, below: free, prefer: 'roomy' }) ??
        search(cell, { room: need, below: most - added, prefer: 'cheap' }) ??
        search(cell, { room: 1, below: most - added, prefer: 'cheap' })
      if (cube === undefined) break
      for (const each of cube.cells) if (costs[each] !== 0) costs[each] = 0
      push(cube)
    }
    for (const each of moved) {
      upper[each] = rooms[each] ?? 0
      lower[each] = rooms[each] ?? 0
      price(each)
    }
    if (need <= 0 && added < most) return { witness: witnessOf(parts), added }
    return once && { witness: witnessOf([[once, width]]), added: once.cost }
  }

  const witnesses: (Witness | undefined)[] = primary.map(() => undefined)
  const usersOf = new Map<number, Set<number>>()
  const put = (index: number, witness: Witness | undefined): void => {
    for (const cell of witness?.cells ?? []) {
      if (fixed[cell] === 1) continue
      uses[cell] = (uses[cell] ?? 0) + 1
      price(cell)
      const users = usersOf.get(cell)
      if (users === undefined) usersOf.set(cell, new Set([index]))
      else users.add(index)
    }
    witnesses[index] = witness
  }
  const take = (index: number): void => {
    for (const cell of witnesses[index]?.cells ?? []) {
      if (fixed[cell] === 1) continue
      uses[cell] = (uses[cell] ?? 0) - 1
      price(cell)
      usersOf.get(cell)?.delete(index)
    }
    witnesses[index] = undefined
  }
  const newCost = (witness: Witness): number =>
    witness.cells.reduce((sum, cell) => sum + (fixed[cell] === 0 && uses[cell] === 0 ? (weights[cell] ?? 0) : 0), 0)

  /**
   * Takes a secondary cell out of every witness that moves it, by adding one cube around it that moves it back: much that
   * no cube does on its own, two together do. Says whether that was cheaper, and then did it.
   */
  const goRound = (cell: number, users: readonly number[]): boolean => {
    const worth = weights[cell] ?? 0
    for (const prefer of ['cheap', 'roomy'] as const) {
      const cube = search(cell, { room: 1, below: worth, prefer })
      if (cube === undefined) return false
      const added = cube.cells.reduce(
        (sum, each) => sum + (each !== cell && fixed[each] === 0 && uses[each] === 0 ? (weights[each] ?? 0) : 0),
        0,
      )
      if (added > worth - 1e-9) continue
      const changed = users.map((index) => movedBack(witnesses[index], cube, cell, rooms, primary[index] ?? 0, width))
      if (changed.some((witness) => witness === undefined)) continue
      for (const index of users) take(index)
      users.forEach((index, at) => {
        put(index, changed[at])
      })
      return true
    }
    return false
  }

  // Hard ones first: small counts have few cubes that are wide enough.
  const order = [...primary.keys()].sort((a, b) => (rooms[primary[a] ?? 0] ?? 0) - (rooms[primary[b] ?? 0] ?? 0))
  for (const index of order) put(index, cheapest(primary[index] ?? 0, Number.POSITIVE_INFINITY)?.witness)

  discount = undefined
  for (let cell = 0; cell < costs.length; cell++) price(cell)
  for (let improved = true; improved && clock() < deadline; ) {
    improved = false
    const secondary = [...usersOf].sort(([, a], [, b]) => a.size - b.size).map(([cell]) => cell)
    for (const cell of secondary) {
      if (clock() > deadline) break
      const users = [...(usersOf.get(cell) ?? [])]
      if (users.length === 0) continue
      if (goRound(cell, users)) {
        improved = true
        continue
      }
      const before = users.map((index) => witnesses[index])
      const freed = new Set<number>()
      for (const index of users) {
        const cells = witnesses[index]?.cells ?? []
        take(index)
        for (const each of cells) if (fixed[each] === 0 && uses[each] === 0) freed.add(each)
      }
      let saved = 0
      for (const each of freed) saved += weights[each] ?? 0
      without = cell
      price(cell)
      const replaced: number[] = []
      for (const index of users) {
        const found = saved > 1e-9 ? cheapest(primary[index] ?? 0, saved + free) : undefined
        if (found === undefined) {
          saved = 0
          break
        }
        saved -= newCost(found.witness)
        put(index, found.witness)
        replaced.push(index)
      }
      without = -1
      if (saved > 1e-9) improved = true
      else {
        for (const index of replaced) take(index)
        users.forEach((index, at) => {
          put(index, before[at])
        })
      }
      price(cell)
    }
  }
  const suppressed = fixed.slice()
  for (const witness of witnesses) for (const cell of witness?.cells ?? []) suppressed[cell] = 1
  return { suppressed, witnesses }
}

/** Adds up cubes and how far each is moved: first up as far as it goes, the rest down. */
function witnessOf(parts: readonly (readonly [Cube, number])[]): Witness {
  const all = new Map<number, [up: number, down: number]>()
  for (const [cube, amount] of parts) {
    const up = Math.min(amount, cube.up)
    cube.cells.forEach((cell, at) => {
      const sign = cube.signs[at] ?? 1
      const [a, b] = all.get(cell) ?? [0, 0]
      all.set(cell, [a + up * sign, b - (amount - up) * sign])
    })
  }
  const moved = [...all].filter(([, [up, down]]) => up !== 0 || down !== 0)
  return {
    cells: moved.map(([cell]) => cell),
    up: moved.map(([, [up]]) => up),
    down: moved.map(([, [, down]]) => down),
  }
}

/** A witness with a cube added so that `cell` no longer moves; undefined where that proves less than the width. */
function movedBack(
  witness: Witness | undefined,
  cube: Cube,
  cell: number,
  rooms: Float64Array,
  target: number,
  width: number,
): Witness | undefined {
  if (witness === undefined) return undefined
  const all = new Map<number, [up: number, down: number]>()
  witness.cells.forEach((each, at) => {
    all.set(each, [witness.up[at] ?? 0, witness.down[at] ?? 0])
  })
  const [up, down] = all.get(cell) ?? [0, 0]
  cube.cells.forEach((each, at) => {
    const sign = cube.signs[at] ?? 1
    const [a, b] = all.get(each) ?? [0, 0]
    all.set(each, [a - up * sign, b - down * sign])
  })
  const moved = [...all].filter(([, [a, b]]) => a !== 0 || b !== 0)
  if (moved.some(([each, [a, b]]) => Math.min(a, b) < -(rooms[each] ?? 0))) return undefined
  const [highest, lowest] = all.get(target) ?? [0, 0]
  if (Math.abs(highest - lowest) < width) return undefined
  return { cells: moved.map(([each]) => each), up: moved.map(([, [a]]) => a), down: moved.map(([, [, b]]) => b) }
}
