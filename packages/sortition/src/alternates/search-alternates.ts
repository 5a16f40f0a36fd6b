import { changeBySwap, changeOf } from './quota-loss.ts'
import { type Filled, fill, type Market, meanLoss, type Scenario } from './scenarios.ts'

/**
 * Looks for `count` alternates with a small mean loss over the scenarios: adds the one who helps most, one by one, and then
 * exchanges one for another while that helps. `start` begins from a list that was found in another way.
 */
export function searchAlternates(
  market: Market,
  scenarios: readonly Scenario[],
  count: number,
  start: readonly number[] = [],
): { readonly alternates: readonly number[]; readonly loss: number } {
  let alternates = [...start]
  while (alternates.length < count) {
    const next = bestToAdd(market, scenarios, alternates)
    if (next === undefined) break
    alternates.push(next)
  }
  let loss = meanLoss(market, scenarios, alternates)
  for (let improved = true; improved; ) {
    improved = false
    for (const out of [...alternates]) {
      const rest = alternates.filter((person) => person !== out)
      const next = bestToAdd(market, scenarios, rest)
      if (next === undefined || next === out) continue
      const changed = [...rest, next]
      const found = meanLoss(market, scenarios, changed)
      if (found < loss - 1e-12) {
        alternates = changed
        loss = found
        improved = true
      }
    }
  }
  return { alternates: alternates.toSorted((one, other) => one - other), loss }
}

/** The candidate who lowers the loss most beside these, judged by taking one seat in each scenario; the first of equals. */
function bestToAdd(market: Market, scenarios: readonly Scenario[], alternates: readonly number[]): number | undefined {
  const filled = scenarios.map((scenario) => fill(market, scenario, alternates))
  let best: { readonly person: number; readonly change: number } | undefined
  for (const person of market.candidates) {
    if (alternates.includes(person) || !fitsBeside(market, person, alternates)) continue
    let change = 0
    scenarios.forEach((scenario, at) => {
      const state = filled[at]
      if (state !== undefined && scenario.canCome[person] === 1) change += gain(market, state, person)
    })
    if (best === undefined || change < best.change) best = { person, change }
  }
  return best?.person
}

function gain({ cells }: Market, { counts, chosen, open }: Filled, person: number): number {
  const comes = cells.of[person] ?? new Int32Array()
  let best = open > 0 ? Math.min(0, changeOf(cells, counts, comes, 1)) : 0
  for (const goes of chosen)
    best = Math.min(best, changeBySwap(cells, counts, cells.of[goes] ?? new Int32Array(), comes))
  return best
}

/** Whether the limits allow all of them at once, beside the whole panel: then they do in every scenario. */
export function fitsBeside({ pool, cells, panel }: Market, person: number, alternates: readonly number[]): boolean {
  return (cells.limitsOf[person] ?? []).every((at) => {
    const limit = pool.limits[at]
    const there = [...panel, ...alternates].filter((other) => limit?.people.includes(other)).length
    return there < (limit?.most ?? 0)
  })
}
