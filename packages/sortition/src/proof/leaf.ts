import type { Cut } from '../selection/outer.ts'
import type { Shape } from '../selection/shape.ts'

/** On the way to a part of the panels: of this profile `atMost` or fewer, or more than that. */
export interface Side {
  readonly profile: number
  readonly atMost: number
  readonly more: boolean
}

/** A leaf by profile: whole multipliers and what they add up to, exactly. */
export interface WholeLeaf {
  readonly scale: number
  /** By row of the shape. */
  readonly rows: readonly number[]
  /** By cut. */
  readonly cuts: readonly number[]
  /** By side. */
  readonly sides: readonly number[]
  /** No panel of this part weighs more than total / scale. */
  readonly total: number
}

/** Sums of products stay below this, and so every whole number on the way is exact. */
const roomy = 2 ** 51

/** 0 instead of a multiplier of a bound that is not there. */
const usable = (multiplier: number, low: number) => (multiplier < 0 && !Number.isFinite(low) ? 0 : multiplier)

/** By how much multipliers can be blown up before they are rounded. */
export function scaleFor(shape: Shape, cuts: readonly Cut[], weights: Float64Array, multipliers: Float64Array): number {
  let size = 1
  shape.rows.forEach(({ low, high }, row) => {
    const far = Math.max(Math.abs(high), Number.isFinite(low) ? Math.abs(low) : 0, shape.profiles.length > 0 ? 1 : 0)
    size += Math.abs(multipliers[row] ?? 0) * far
  })
  const people = shape.profiles.reduce((sum, { people }) => sum + people.length, 0)
  cuts.forEach(({ weights: of, most }, cut) => {
    const heaviest = of.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0)
    size += Math.abs(multipliers[shape.rows.length + cut] ?? 0) * (Math.abs(most) + heaviest * people)
  })
  size += weights.reduce((sum, weight, at) => sum + Math.abs(weight) * (shape.profiles[at]?.people.length ?? 0), 0)
  return roomy / size
}

/** Σ multiplier · coefficient by profile, over rows and cuts; whole where the multipliers are. */
export function priced(shape: Shape, cuts: readonly Cut[], rows: ArrayLike<number>, ofCuts: ArrayLike<number>) {
  return Float64Array.from(shape.profiles, (profile, at) => {
    let sum = 0
    for (const row of profile.rows) sum += rows[row] ?? 0
    cuts.forEach(({ weights }, cut) => {
      sum += (ofCuts[cut] ?? 0) * (weights[at] ?? 0)
    })
    return sum
  })
}

/** Whole multipliers from those of a linear programme; whatever the programme's rounding, what they prove holds. */
export function roundLeaf(
  shape: Shape,
  cuts: readonly Cut[],
  weights: Float64Array,
  multipliers: Float64Array,
  sides: readonly Side[],
): WholeLeaf {
  const scale = Math.max(1, 2 ** Math.min(30, Math.floor(Math.log2(scaleFor(shape, cuts, weights, multipliers)))))
  const rows = shape.rows.map(({ low }, row) => usable(Math.round((multipliers[row] ?? 0) * scale), low))
  const ofCuts = cuts.map((_, cut) => Math.max(0, Math.round((multipliers[shape.rows.length + cut] ?? 0) * scale)))
  return { ...addUp(shape, cuts, weights, scale, rows, ofCuts, sides), scale, rows, cuts: ofCuts }
}

export function addUp(
  shape: Shape,
  cuts: readonly Cut[],
  weights: Float64Array,
  scale: number,
  rows: readonly number[],
  ofCuts: readonly number[],
  sides: readonly Side[],
): { total: number; sides: number[] } {
  const used = priced(shape, cuts, rows, ofCuts)
  const ofSides = sides.map(() => 0)
  let total = 0
  shape.rows.forEach(({ low, high }, row) => {
    const y = rows[row] ?? 0
    if (y !== 0) total += y * (y > 0 ? high : low)
  })
  cuts.forEach(({ most }, cut) => {
    total += (ofCuts[cut] ?? 0) * most
  })
  const narrowest = new Map<number, { fewer: number; more: number }>()
  sides.forEach(({ profile, atMost, more }, index) => {
    const known = narrowest.get(profile) ?? { fewer: -1, more: -1 }
    const other = sides[more ? known.more : known.fewer]?.atMost
    if (other === undefined || (more ? atMost > other : atMost < other)) known[more ? 'more' : 'fewer'] = index
    narrowest.set(profile, known)
  })
  shape.profiles.forEach(({ people }, at) => {
    const rest = scale * (weights[at] ?? 0) - (used[at] ?? 0)
    const side = narrowest.get(at)
    const index = rest > 0 ? (side?.fewer ?? -1) : (side?.more ?? -1)
    const taken = sides[index]
    if (taken === undefined || rest === 0) {
      total += Math.max(0, rest) * people.length
      return
    }
    ofSides[index] = rest
    total += rest * (rest > 0 ? taken.atMost : taken.atMost + 1)
  })
  return { total, sides: ofSides }
}
