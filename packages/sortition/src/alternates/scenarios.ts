import type { Pool } from '../pool/pool.ts'
import { type QuotaCells, quotaCells } from '../pool/quota-cells.ts'
import { addTo, changeBySwap, changeOf, quotaLoss } from './quota-loss.ts'

/** One way in which it may go: who of the panel is left, and who of the others can't come either. */
export interface Scenario {
  /** By cell of the quotas, how many of the panel are left. */
  readonly counts: Int32Array
  readonly open: number
  /** By place of person: 1 who can come. */
  readonly canCome: Uint8Array
}

export interface Market {
  readonly pool: Pool
  readonly cells: QuotaCells
  readonly panel: readonly number[]
  /** Who may be an alternate: not on the panel, not excluded, and no limit that the panel has used up. */
  readonly candidates: readonly number[]
}

export function marketOf(pool: Pool, panel: readonly number[]): Market {
  const cells = quotaCells(pool)
  const isOn = new Set(panel)
  const excluded = new Set(pool.excluded)
  const full = new Set(
    pool.limits.flatMap(({ people, most }, at) =>
      people.filter((person) => isOn.has(person)).length >= most ? [at] : [],
    ),
  )
  const candidates = pool.people
    .keys()
    .filter((person) => !isOn.has(person) && !excluded.has(person))
    .filter((person) => !(cells.limitsOf[person] ?? []).some((limit) => full.has(limit)))
    .toArray()
  return { pool, cells, panel, candidates }
}

/** Draws scenarios in which everyone drops out on his or her own, with the probability at his or her place. */
export function drawScenarios(
  { pool, cells, panel }: Market,
  dropout: ArrayLike<number>,
  count: number,
  random: () => number,
): readonly Scenario[] {
  return Array.from({ length: count }, () => {
    const canCome = Uint8Array.from(pool.people, (_, person) => (random() < (dropout[person] ?? 0) ? 0 : 1))
    const counts = new Int32Array(cells.count)
    let open = pool.seats - panel.length
    for (const person of panel) {
      if (canCome[person] === 1) addTo(counts, cells.of[person] ?? new Int32Array(), 1)
      else open += 1
    }
    return { counts, open: Math.max(0, open), canCome }
  })
}

export interface Filled {
  readonly counts: Int32Array
  readonly chosen: readonly number[]
  readonly open: number
  readonly loss: number
}

/**
 * Fills the open seats of a scenario from a few alternates: each time the one who lowers the loss most, then exchanges
 * while that helps. Nearly always the best choice (`replaceDropouts` finds the best one, slower); never better than it.
 */
export function fill({ cells }: Market, scenario: Scenario, alternates: readonly number[]): Filled {
  const counts = scenario.counts.slice()
  const chosen: number[] = []
  const free = new Set(alternates.filter((person) => scenario.canCome[person] === 1))
  let open = scenario.open
  let loss = quotaLoss(cells, counts, open)
  const of = (person: number) => cells.of[person] ?? new Int32Array()
  for (;;) {
    let best: { readonly comes: number; readonly goes: number | undefined; readonly change: number } | undefined
    for (const comes of free) {
      const change = open > 0 ? changeOf(cells, counts, of(comes), 1) : 0
      if (change < (best?.change ?? 0)) best = { comes, goes: undefined, change }
      for (const goes of chosen) {
        const swapped = changeBySwap(cells, counts, of(goes), of(comes))
        if (swapped < (best?.change ?? 0)) best = { comes, goes, change: swapped }
      }
    }
    if (best === undefined) return { counts, chosen, open, loss }
    free.delete(best.comes)
    addTo(counts, of(best.comes), 1)
    if (best.goes === undefined) {
      chosen.push(best.comes)
      open -= 1
    } else {
      addTo(counts, of(best.goes), -1)
      chosen[chosen.indexOf(best.goes)] = best.comes
      free.add(best.goes)
    }
    loss += best.change
  }
}

/** The mean loss over scenarios when these alternates stand by. */
export function meanLoss(market: Market, scenarios: readonly Scenario[], alternates: readonly number[]): number {
  const sum = scenarios.reduce((total, scenario) => total + fill(market, scenario, alternates).loss, 0)
  return scenarios.length === 0 ? 0 : sum / scenarios.length
}
