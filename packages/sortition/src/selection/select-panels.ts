import type { Solver } from '@kantelpunt/solver'
import type { Certificate, Impossible } from '../certificate/certificate.ts'
import type { Pool } from '../pool/pool.ts'
import { prove } from '../proof/prove.ts'
import { writeFact } from '../proof/write-fact.ts'
import { openBudget } from './budget.ts'
import { chancesOf } from './chances-of.ts'
import { type CutWithProof, cutFrom } from './cut-from.ts'
import { type Fairest, fairestOf } from './fairest.ts'
import { legacySelection } from './legacy.ts'
import { type Lottery, openLotterySearch } from './lottery-search.ts'
import type { Outer } from './outer.ts'
import type { Algorithm, SelectAnswer, SelectOptions } from './selection.ts'
import { type Shape, shapeOf } from './shape.ts'
import { spread } from './spread.ts'

/**
 * A distribution over panels that is as fair as the algorithm promises, up to the gap, with its proof. Each algorithm goes
 * the same way (README, "How panels are found"): the best probabilities over a polyhedron around all panels; a lottery that has them;
 * where there is none, a rule that all panels keep and these probabilities break is added to the polyhedron.
 *
 * @throws nothing that a pool can cause; a pool as `readPool` makes it.
 */
export function selectPanels(solver: Solver, pool: Pool, options: SelectOptions): SelectAnswer {
  const shape = shapeOf(pool)
  if (shape === null) return { ok: false, reason: 'infeasible' }
  if (options.algorithm === 'legacy') return legacySelection(solver, pool, shape, options)
  return fairSelection(solver, pool, shape, options.algorithm, options)
}

/** With so few profiles the optimum itself costs hardly more than coming near it. */
const small = 160

function fairSelection(
  solver: Solver,
  pool: Pool,
  shape: Shape,
  algorithm: Exclude<Algorithm, 'legacy'>,
  options: SelectOptions,
): SelectAnswer {
  const budget = openBudget(options)
  const sizes = shape.profiles.map(({ people }) => people.length)
  let fairest: Fairest | null = null
  const hear = (lottery: Lottery | null, panels: number) => {
    if (options.onProgress === undefined) return
    const known = lottery === null ? undefined : fairest?.progress(lottery.probabilities)
    const { bound, value } = known ?? { value: 0, bound: 1 }
    if (options.onProgress({ stage: 1, settled: 0, panels, value, bound }) === true) budget.stop()
  }
  using search = openLotterySearch(solver, sizes, { random: options.random, budget, hear })
  let outer: Outer = { shape, cuts: [] }
  const without = search.cover(outer)
  if (without === 'infeasible') return { ok: false, reason: 'infeasible' }
  if (without === 'no-time') return { ok: false, reason: 'no-time' }
  const proofs: CutWithProof[] = []
  const impossible = new Set<number>()
  for (const profile of without) {
    const weights = new Float64Array(sizes.length)
    weights[profile] = 1
    const proved = prove(solver, outer, weights, 0, budget)
    if (!proved.ok) continue
    impossible.add(profile)
    proofs.push({ weights, most: 0, proof: proved.proof })
    outer = { shape, cuts: proofs }
  }
  // In a pool of a hundred thousand everyone's chance is smaller than a gap that is small elsewhere.
  const people = sizes.reduce((sum, size) => sum + size, 0)
  const wanted = Math.min(options.gap, (0.05 * pool.seats) / Math.max(1, people))
  let goal = sizes.length <= small ? Math.min(wanted, 1e-7) : 0.9 * wanted
  let best: Lottery | null = null
  while (!budget.over() || best === null) {
    const next: Fairest = fairest ?? fairestOf(solver, algorithm, outer, impossible, pool, budget)
    fairest = next
    const reached = search.reach(outer, next.aim, goal)
    if (reached === null) break
    best = reached.lottery
    if (reached.beyond === null) {
      // What is reached says how far people are from their aim; what is promised may be another measure.
      if (goal < 1e-9 || best.off > goal || next.state(byPerson(pool, shape, best)).gap <= wanted) break
      goal /= 4
      continue
    }
    const cut = cutFrom(solver, outer, next.aim.band, reached.beyond, budget)
    if (cut === null) break
    proofs.push(cut)
    outer = { shape, cuts: [...proofs] }
    fairest = null
  }
  if (best === null || fairest === null) return { ok: false, reason: 'no-time' }
  const panels = spread(shape, best.types, best.shares, pool.selected)
  const probabilities = chancesOf(pool, panels)
  const lemmas = proofs.map(({ weights, most, proof }) => writeFact(pool, shape, weights, most, proof))
  const named = proofs.flatMap((cut, index) => {
    const profile = cut.most === 0 && cut.weights.findIndex((weight) => weight > 0)
    return profile === false || !impossible.has(profile) || index >= impossible.size
      ? []
      : (shape.profiles[profile]?.people ?? []).map((place): Impossible => {
          const id = pool.people[place]?.id ?? ''
          return { id, fact: { weights: { [id]: 1 }, most: 0, proof: leaning(index) } }
        })
  })
  const { stages, gap } = fairest.state(probabilities)
  // Somebody has nothing, and of a product that is 0 no share can be told.
  if (!Number.isFinite(gap)) return { ok: false, reason: 'no-time' }
  const certificate: Certificate = { algorithm, gap, impossible: named, lemmas, stages }
  return { ok: true, selection: { algorithm, panels, probabilities, certificate, complete: gap <= wanted } }
}

function byPerson(pool: Pool, shape: Shape, { probabilities }: Lottery): number[] {
  const chances = pool.people.map(() => 0)
  shape.profiles.forEach(({ people }, profile) => {
    for (const place of people) chances[place] = probabilities[profile] ?? 0
  })
  return chances
}

/** What one person weighs follows from a lemma about all of the profile. */
const leaning = (lemma: number) => ({
  scale: 1,
  seats: 0,
  quotas: [],
  limits: [],
  splits: [],
  lemmas: [...new Array<number>(lemma).fill(0), 1],
})
