import type { Solver } from '../../packages/solver/src/index.ts'
import type { Pool } from '../../packages/sortition/src/index.ts'
import { openPanelSearch } from '../../packages/sortition/src/selection/best-panel.ts'
import { openMaster } from '../../packages/sortition/src/selection/master.ts'
import { shapeOf } from '../../packages/sortition/src/selection/shape.ts'
import type { Step } from './picture.ts'

/**
 * Column generation as in textbooks, to compare with: MAXIMIN over the panels so far, the simplex method's duals as prices, the
 * heaviest panel by an integer programme, and again.
 */
export function plainGeneration(solver: Solver, pool: Pool, bound: number, seconds: number): Step[] {
  const shape = shapeOf(pool)
  if (shape === null) return []
  const sizes = shape.profiles.map(({ people }) => people.length)
  using master = openMaster(solver, sizes)
  using search = openPanelSearch(solver, { shape, cuts: [] })
  master.aim({ low: new Float64Array(sizes.length), high: new Float64Array(sizes.length).fill(2) })
  const began = performance.now()
  const spent = () => (performance.now() - began) / 1000
  const steps: Step[] = []
  let weights = new Float64Array(sizes.length).fill(1)
  for (let panels = 1; spent() < seconds; panels++) {
    const heaviest = search.best(weights, seconds - spent())
    if (heaviest === null || heaviest === 'no-time') break
    master.add(heaviest.panel)
    const answer = master.solve(seconds)
    if (answer === null) break
    steps.push({ panels, seconds: spent(), gap: bound - Math.max(0, answer.z) })
    weights = Float64Array.from(answer.prices, (price, at) => price / (sizes[at] ?? 1))
  }
  return steps
}
