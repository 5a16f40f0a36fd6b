import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import { openPanelSearch } from './best-panel.ts'
import { type Budget, openBudget } from './budget.ts'
import { chancesOf } from './chances-of.ts'
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

/** By profile, how many were drawn; null where it ended nowhere. */
function drawOnce(shape: Shape, random: () => number, budget: Budget): Float64Array | null {
  const { profiles, rows, seats } = shape
  const left = profiles.map(({ people }) => people.length)
  const counts = new Float64Array(profiles.length)
  const had = new Float64Array(rows.length)
  const remaining = new Float64Array(rows.length)
  profiles.forEach(({ people, rows: of }) => {
    for (const row of of) remaining[row] = (remaining[row] ?? 0) + people.length
  })
  const close = (profile: number) => {
    for (const row of profiles[profile]?.rows ?? []) remaining[row] = (remaining[row] ?? 0) - (left[profile] ?? 0)
    left[profile] = 0
  }
  // Row 0 counts the seats: all who are left. A row that is full closes for everyone in it.
  const members = rows.map((): number[] => [])
  profiles.forEach(({ rows: of }, profile) => {
    for (const row of of) members[row]?.push(profile)
  })
  rows.forEach(({ high }, row) => {
    if (row > 0 && high <= 0) for (const profile of members[row] ?? []) close(profile)
  })
  for (let seat = 0; seat < seats; seat++) {
    let pressed = 0
    let most = 0
    for (let row = 1; row < rows.length; row++) {
      const short = (rows[row]?.low ?? 0) - (had[row] ?? 0)
      if (short > (remaining[row] ?? 0)) return null
      const ratio = short > 0 ? short / (remaining[row] ?? 1) : 0
      if (ratio > most) {
        most = ratio
        pressed = row
      }
    }
    let at = random() * (remaining[pressed] ?? 0)
    const chosen = (members[pressed] ?? []).find((profile) => {
      at -= left[profile] ?? 0
      return at < 0
    })
    if (chosen === undefined || budget.over()) return null
    counts[chosen] = (counts[chosen] ?? 0) + 1
    left[chosen] = (left[chosen] ?? 0) - 1
    for (const row of profiles[chosen]?.rows ?? []) {
      had[row] = (had[row] ?? 0) + 1
      remaining[row] = (remaining[row] ?? 0) - 1
    }
    for (const row of profiles[chosen]?.rows ?? [])
      if (row > 0 && (had[row] ?? 0) >= (rows[row]?.high ?? 0)) for (const profile of members[row] ?? []) close(profile)
  }
  const kept = rows.every(({ low }, row) => (had[row] ?? 0) >= low)
  return kept ? counts : null
}
