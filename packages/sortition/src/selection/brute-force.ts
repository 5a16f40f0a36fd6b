import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'

/** For tests: every panel of a small pool, and what is fairest over them, found without anything of what is tested. */
export function allPanels(pool: Pool): number[][] {
  const panels: number[][] = []
  const grow = (members: number[], from: number) => {
    if (members.length === pool.seats) {
      if (keeps(pool, members)) panels.push([...members])
      return
    }
    for (let place = from; place < pool.people.length; place++) grow([...members, place], place + 1)
  }
  grow([], 0)
  return panels
}

function keeps(pool: Pool, members: readonly number[]): boolean {
  const on = new Set(members)
  return (
    pool.features.every(({ values }, feature) =>
      values.every(({ min, max }, value) => {
        const count = members.filter((place) => pool.people[place]?.answers[feature] === value).length
        return count >= min && count <= max
      }),
    ) &&
    pool.limits.every(({ people, most }) => people.filter((place) => on.has(place)).length <= most) &&
    pool.selected.every((place) => on.has(place)) &&
    !pool.excluded.some((place) => on.has(place))
  )
}

/** max z over lotteries: p = f for those fixed, p ≥ z for the others of `free`; and cost · p where a cost is given instead. */
function programme(
  solver: Solver,
  panels: readonly (readonly number[])[],
  lows: ReadonlyMap<number, number>,
  raised: ReadonlySet<number>,
  alone?: number,
): number {
  const rows = [...lows.keys(), ...raised]
  const rowOf = new Map(rows.map((person, row) => [person, row]))
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const panel of panels) {
    indices.push(0)
    values.push(1)
    for (const person of panel) {
      const row = rowOf.get(person)
      if (row === undefined) continue
      indices.push(row + 1)
      values.push(1)
    }
    starts.push(indices.length)
  }
  if (alone === undefined)
    for (const person of raised) {
      indices.push((rowOf.get(person) ?? 0) + 1)
      values.push(-1)
    }
  starts.push(indices.length)
  const model = solver.createModel({
    numCols: panels.length + 1,
    numRows: rows.length + 1,
    sense: solver.constants.objectiveSense.maximize,
    colCost: [
      ...panels.map((panel) => (alone !== undefined && panel.includes(alone) ? 1 : 0)),
      alone === undefined ? 1 : 0,
    ],
    colLower: new Float64Array(panels.length + 1),
    colUpper: new Float64Array(panels.length + 1).fill(1),
    rowLower: [1, ...rows.map((person) => (lows.get(person) ?? 0) - 1e-9)],
    rowUpper: [1, ...rows.map(() => Number.POSITIVE_INFINITY)],
    matrix: {
      format: 'csc',
      numRows: rows.length + 1,
      numCols: panels.length + 1,
      starts,
      indices,
      values,
    },
  })
  try {
    model.options.set({ output_flag: false })
    model.run()
    return model.getObjectiveValue()
  } finally {
    model.dispose()
  }
}

/** Stage by stage; in each, whoever cannot be above it while the others keep it is settled: one programme for each person. */
export function bruteLeximin(solver: Solver, pool: Pool, stages = Number.POSITIVE_INFINITY): number[] {
  const panels = allPanels(pool)
  const probabilities = pool.people.map(() => 0)
  const free = new Set(panels.flat().filter((place) => !pool.selected.includes(place)))
  for (const place of pool.selected) probabilities[place] = 1
  const lows = new Map<number, number>()
  for (let stage = 0; free.size > 0 && stage < stages; stage++) {
    const z = programme(solver, panels, lows, free)
    const all = new Map([...lows, ...[...free].map((person): [number, number] => [person, z])])
    for (const person of [...free]) {
      if (programme(solver, panels, all, new Set(), person) > z + 1e-6) continue
      free.delete(person)
      lows.set(person, z)
      probabilities[person] = z
    }
  }
  return probabilities
}

/** Multiplicative steps (those of EM for a mixture), which raise Σ log p each time; a lower bound that is nearly the optimum. */
export function bruteNash(pool: Pool, steps = 20_000): number {
  const panels = allPanels(pool)
  const people = [...new Set(panels.flat())].filter((place) => !pool.selected.includes(place))
  let shares = panels.map(() => 1 / panels.length)
  let p = new Map<number, number>()
  for (let step = 0; step < steps; step++) {
    p = new Map(people.map((person) => [person, 0]))
    panels.forEach((panel, index) => {
      for (const person of panel) if (p.has(person)) p.set(person, (p.get(person) ?? 0) + (shares[index] ?? 0))
    })
    const worth = panels.map((panel) =>
      panel.reduce((sum, person) => sum + (p.has(person) ? 1 / (p.get(person) ?? 1) : 0), 0),
    )
    shares = shares.map((share, index) => (share * (worth[index] ?? 0)) / people.length)
  }
  return Math.exp(people.reduce((sum, person) => sum + Math.log(p.get(person) ?? 0), 0) / people.length)
}

/** A golden-section search over the smallest probability, each with the programme of the smallest largest. */
export function bruteGoldilocks(solver: Solver, pool: Pool): number {
  const panels = allPanels(pool)
  const people = [...new Set(panels.flat())].filter((place) => !pool.selected.includes(place))
  const fair = (pool.seats - pool.selected.length) / people.length
  const most = programme(solver, panels, new Map(), new Set(people))
  const objective = (least: number) => smallestLargest(solver, panels, people, least) / fair + fair / least
  let [a, b] = [1e-6, most]
  const golden = (Math.sqrt(5) - 1) / 2
  for (let step = 0; step < 60; step++) {
    const [c, d] = [b - golden * (b - a), a + golden * (b - a)]
    if (objective(c) < objective(d)) b = d
    else a = c
  }
  return objective((a + b) / 2)
}

function smallestLargest(
  solver: Solver,
  panels: readonly (readonly number[])[],
  people: readonly number[],
  least: number,
): number {
  const row = new Map(people.map((person, index) => [person, index]))
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const n = people.length
  for (const panel of panels) {
    indices.push(0)
    values.push(1)
    for (const person of panel) {
      const at = row.get(person)
      if (at === undefined) continue
      indices.push(1 + at, 1 + n + at)
      values.push(1, 1)
    }
    starts.push(indices.length)
  }
  for (let at = 0; at < n; at++) {
    indices.push(1 + n + at)
    values.push(-1)
  }
  starts.push(indices.length)
  const infinity = Number.POSITIVE_INFINITY
  const model = solver.createModel({
    numCols: panels.length + 1,
    numRows: 1 + 2 * n,
    colCost: [...panels.map(() => 0), 1],
    colLower: new Float64Array(panels.length + 1),
    colUpper: new Float64Array(panels.length + 1).fill(1),
    rowLower: [1, ...people.map(() => least - 1e-9), ...people.map(() => -infinity)],
    rowUpper: [1, ...people.map(() => infinity), ...people.map(() => 1e-9)],
    matrix: { format: 'csc', numRows: 1 + 2 * n, numCols: panels.length + 1, starts, indices, values },
  })
  try {
    model.options.set({ output_flag: false })
    model.run()
    return model.getObjectiveValue()
  } finally {
    model.dispose()
  }
}
