import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import { openPanelSearch } from './best-panel.ts'
import { openBudget } from './budget.ts'
import { chancesOf } from './chances-of.ts'
import { drawOnce } from './draw-once.ts'
import { keyOf, type PanelType, panelType } from './panel-type.ts'
import type { SelectAnswer, SelectOptions } from './selection.ts'
import type { Shape } from './shape.ts'
import { spread } from './spread.ts'

/** How many panels are drawn: the probabilities of LEGACY are estimates, by at most √(0.25 / 1000) = 1.6 points off as a rule. */
const draws = 1000
/** So many draws in vain for each that succeeds are borne. */
const vain = 200

/**
 * What was done before there was anything better, to compare with: seat after seat, take the value that is most pressed (what it is
 * still short of, divided by who is left with it), draw one of those by lot, and begin anew where that ends nowhere. Once no
 * value is short, everyone left has the same chance. Nothing is promised. (Flanigan et al. 2021, supplement: LEGACY.)
 */
export function legacySelection(solver: Solver, pool: Pool, shape: Shape, options: SelectOptions): SelectAnswer {
  const budget = openBudget(options)
  {
    using search = openPanelSearch(solver, { shape, cuts: [] })
    const any = search.best(new Float64Array(shape.profiles.length), budget.seconds())
    if (any === null) return { ok: false, reason: 'infeasible' }
    if (any === 'no-time') return { ok: false, reason: 'no-time' }
  }
  const found = new Map<string, { type: PanelType; times: number }>()
  let drawn = 0
  for (let tries = 0; drawn < draws && tries < draws * vain && !budget.over(); tries++) {
    const counts = drawOnce(shape, options.random, budget)
    if (counts === null) continue
    drawn++
    const type = panelType(counts)
    const key = keyOf(type)
    const known = found.get(key)
    if (known === undefined) found.set(key, { type, times: 1 })
    else known.times++
    const heard = { stage: 1, settled: 0, panels: drawn, value: drawn / draws, bound: 1 }
    if (drawn % 50 === 0 && options.onProgress?.(heard) === true) budget.stop()
  }
  if (drawn === 0) return { ok: false, reason: 'no-time' }
  const types = [...found.values()]
  const panels = spread(
    shape,
    types.map(({ type }) => type),
    types.map(({ times }) => times / drawn),
    pool.selected,
  )
  return {
    ok: true,
    selection: {
      algorithm: 'legacy',
      panels,
      probabilities: chancesOf(pool, panels),
      certificate: { algorithm: 'legacy', gap: null, impossible: [], lemmas: [], stages: [] },
      complete: drawn === draws,
    },
  }
}
