import type { Solver } from '@kantelpunt/solver'
import { openPanelSearch } from './best-panel.ts'
import type { Budget } from './budget.ts'
import { drawOnce } from './draw-once.ts'
import { type Band, openMaster } from './master.ts'
import type { Outer } from './outer.ts'
import { openPanelFinder, type PanelFinder } from './panel-finder.ts'
import { keyOf, type PanelType, panelType, probabilitiesOf } from './panel-type.ts'

/** A lottery, and how far it is from the band at which it aims. */
export interface Lottery {
  readonly types: readonly PanelType[]
  readonly shares: Float64Array
  readonly probabilities: Float64Array
  /** The most that anyone is outside of the band; 0 for nobody. */
  readonly off: number
}

export interface Reached {
  readonly lottery: Lottery
  /**
   * Where the band turned out to be out of reach: prices by profile (per probability) with which every panel, and so every
   * lottery, weighs too little to be within the goal.
   */
  readonly beyond: Float64Array | null
}

export interface Aim {
  /** What counts. */
  readonly band: Band
  /** Where to look for panels: within the band. */
  readonly steer: Band
  /** Exact probabilities, where the band leaves no other: see `openPanelFinder`. */
  readonly face: Float64Array | null
}

/** Keeps all panels that were found, from one aim to the next. */
export interface LotterySearch {
  /** Finds panels until everyone was on one; gives the profiles for which there seem to be none. */
  cover(outer: Outer): number[] | 'infeasible' | 'no-time'
  reach(outer: Outer, aim: Aim, goal: number): Reached | null
  add(panel: PanelType): void
  readonly panels: number
  readonly lottery: Lottery | null
  [Symbol.dispose](): void
}

export interface SearchOptions {
  readonly random: () => number
  readonly budget: Budget
  /** After every few panels; null as long as they are only looked for. */
  readonly hear: (lottery: Lottery | null, panels: number) => void
}

/** In pools of more profiles than this, the first linear programme takes long: some panels are drawn before it. */
const large = 3000
const draws = 20
/** After so many panels, whoever listens hears how it goes. */
const often = 8
/** Herding ends where two programmes, each over a third more panels, come no nearer than this. */
const stalled = 0.8

const outside = ({ low, high }: Band, probabilities: Float64Array) =>
  probabilities.reduce((most, p, at) => Math.max(most, (low[at] ?? p) - p, p - (high[at] ?? p)), 0)

export function openLotterySearch(
  solver: Solver,
  sizes: readonly number[],
  { random, budget, hear }: SearchOptions,
): LotterySearch {
  const types: PanelType[] = []
  const known = new Set<string>()
  const seen = new Uint8Array(sizes.length)
  const master = openMaster(solver, sizes)
  let best: Lottery | null = null

  const add = (panel: PanelType): boolean => {
    const key = keyOf(panel)
    if (known.has(key)) return false
    known.add(key)
    types.push(panel)
    master.add(panel)
    for (const profile of panel.at) seen[profile] = 1
    return true
  }
  const offer = (band: Band, shares: Float64Array): Lottery => {
    const probabilities = probabilitiesOf(types, shares, sizes)
    const lottery = { types: [...types], shares, probabilities, off: outside(band, probabilities) }
    if (best === null || lottery.off < best.off) best = lottery
    hear(best, types.length)
    return lottery
  }

  /**
   * Panel after panel, each the one that makes up best for what people are short of so far (herding: Welling 2009). The
   * average comes near what is aimed at as 1 / panels; the programme over these same panels comes there far sooner, as
   * they lie all around it.
   */
  const herd = (finder: PanelFinder, { band, steer }: Aim, goal: number): boolean => {
    const had = new Float64Array(sizes.length)
    const drawn = new Map<string, number>()
    const place = new Map(types.map((type, index) => [keyOf(type), index]))
    const offs: number[] = []
    let rounds = 0
    let failures = 0
    let next = Math.max(40, Math.ceil(sizes.length / 3))
    const weights = new Float64Array(sizes.length)
    const give = (panel: PanelType) => {
      rounds++
      panel.at.forEach((profile, index) => {
        had[profile] = (had[profile] ?? 0) + (panel.take[index] ?? 0)
      })
      const key = keyOf(panel)
      if (add(panel)) place.set(key, types.length - 1)
      drawn.set(key, (drawn.get(key) ?? 0) + 1)
    }
    while (!budget.over() && failures < 20 + rounds && rounds < 6 * sizes.length + 200) {
      sizes.forEach((size, profile) => {
        const short = (rounds + 1) * size * (steer.low[profile] ?? 0) - (had[profile] ?? 0)
        const over = (had[profile] ?? 0) - (rounds + 1) * size * (steer.high[profile] ?? 1)
        weights[profile] = Math.max(0, short) - Math.max(0, over) + random() * (failures === 0 ? 1e-3 : 0.3)
      })
      const enough = sizes.reduce(
        (sum, size, profile) => sum + (weights[profile] ?? 0) * size * (steer.low[profile] ?? 0),
        0,
      )
      const { panel } = finder.find(weights, types, enough)
      if (panel === null) {
        failures++
        continue
      }
      give(panel)
      if (rounds < next && rounds % often !== 0) continue
      const average = new Float64Array(types.length)
      for (const [key, number] of drawn) average[place.get(key) ?? 0] = number / rounds
      if (offer(band, average).off <= goal) return true
      if (rounds < next) continue
      next = Math.ceil(Math.max(rounds + 20, rounds * 1.35))
      const answer = master.solve(budget.seconds())
      if (answer === null) continue
      const { off } = offer(band, answer.shares)
      if (off <= goal) return true
      // What is within reach comes nearer by half, or more, with each of these steps.
      if (rounds > sizes.length && off > stalled * (offs.at(-2) ?? Number.POSITIVE_INFINITY)) return false
      offs.push(off)
    }
    return false
  }

  /** Column generation: the prices of the programme, the panel that weighs most by them, until there is none that helps. */
  const generate = (outer: Outer, band: Band, goal: number): Float64Array | null => {
    using finder = openPanelFinder(solver, outer, budget)
    using search = openPanelSearch(solver, outer)
    const worth = (prices: Float64Array) =>
      prices.reduce((sum, price, at) => {
        const edge = price > 0 ? band.low[at] : price < 0 ? band.high[at] : 0
        return sum + price * (edge ?? 0)
      }, 0)
    while (!budget.over()) {
      const answer = master.solve(budget.seconds())
      if (answer === null) return null
      if (offer(band, answer.shares).off <= goal) return null
      const { prices, z } = answer
      const weights = prices.map((price, at) => price / (sizes[at] ?? 1))
      const weigh = (panel: PanelType) =>
        panel.at.reduce((sum, at, index) => sum + (weights[at] ?? 0) * (panel.take[index] ?? 0), 0)
      // What a panel adds: above z, the programme gets better by it.
      const quick = finder.find(weights).panel
      if (quick !== null && weigh(quick) - worth(prices) > z + 1e-9 && add(quick)) continue
      const heaviest = search.best(weights, budget.seconds())
      if (heaviest === null || heaviest === 'no-time') return null
      if (heaviest.bound - worth(prices) < -goal) return prices
      if (!add(heaviest.panel)) return null
    }
    return null
  }

  return {
    get panels() {
      return types.length
    },
    get lottery() {
      return best
    },
    cover(outer) {
      if (sizes.length === 0) {
        if (outer.shape.seats > 0) return 'infeasible'
        add(panelType([]))
      }
      for (let tries = 0; sizes.length > large && tries < draws && !budget.over(); tries++) {
        const counts = drawOnce(outer.shape, random, budget)
        if (counts !== null) add(panelType(counts))
      }
      using finder = openPanelFinder(solver, outer, budget)
      using search = openPanelSearch(solver, outer)
      const weights = new Float64Array(sizes.length)
      const unseen = () => [...seen.keys()].filter((profile) => seen[profile] === 0)
      for (let left = unseen().length, misses = 0; left > 0 && misses < 3 && !budget.over(); ) {
        for (let profile = 0; profile < weights.length; profile++)
          weights[profile] = random() * (seen[profile] === 0 ? 1 : 1e-3)
        const { panel } = finder.find(weights)
        if (panel !== null) add(panel)
        hear(null, types.length)
        const now = unseen().length
        if (now === left) misses++
        left = now
      }
      const without: number[] = []
      for (const profile of unseen()) {
        if (seen[profile] === 1) continue
        if (budget.over() && types.length > 0) break
        weights.fill(0)
        weights[profile] = 1
        const { panel, relaxed } = finder.find(weights)
        if (panel !== null) add(panel)
        if (seen[profile] === 0 && (types.length === 0 || relaxed > 1 - 1e-6)) {
          const heaviest = search.best(weights, budget.seconds())
          if (heaviest === null) return 'infeasible'
          if (heaviest === 'no-time') {
            if (types.length === 0) return 'no-time'
            continue
          }
          add(heaviest.panel)
        }
        if (seen[profile] === 0) without.push(profile)
      }
      return without
    },
    reach(outer, aim, goal) {
      const { band, face } = aim
      best = null
      master.aim(band)
      let done = false
      if (!budget.over()) {
        using finder = openPanelFinder(solver, outer, budget, face ?? undefined)
        done = herd(finder, aim, goal)
      }
      const beyond = done || budget.over() ? null : generate(outer, band, goal)
      if (best === null && types.length > 0) offer(band, new Float64Array(types.length).fill(1 / types.length))
      return best === null ? null : { lottery: best, beyond }
    },
    add,
    [Symbol.dispose]: () => master[Symbol.dispose](),
  }
}
