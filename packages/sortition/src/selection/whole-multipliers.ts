import { priced } from '../proof/leaf.ts'
import type { Outer } from './outer.ts'

/** Whole multipliers from those of a programme over `matrixOf(outer)`, in which cuts stand by their largest weight. */
export function wholeMultipliers({ shape, cuts }: Outer, multipliers: Float64Array, scale: number) {
  const rows = shape.rows.map(({ low }, row) => {
    const y = Math.round((multipliers[row] ?? 0) * scale)
    return y < 0 && !Number.isFinite(low) ? 0 : y
  })
  const ofCuts = cuts.map(({ weights }, cut) => {
    const largest = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1)
    return Math.max(0, Math.round(((multipliers[shape.rows.length + cut] ?? 0) / largest) * scale))
  })
  // That nobody of a profile is on any panel costs nothing to use: what the multipliers leave of such people goes by it.
  const used = priced(shape, cuts, rows, ofCuts)
  cuts.forEach(({ weights, most }, cut) => {
    if (most !== 0 || weights.some((weight) => weight < 0)) return
    const [profile, other] = [...weights.keys()].filter((at) => weights[at] !== 0)
    if (profile === undefined || other !== undefined) return
    const left = Math.ceil(Math.max(0, -(used[profile] ?? 0)) / (weights[profile] ?? 1))
    ofCuts[cut] = (ofCuts[cut] ?? 0) + left
    used[profile] = (used[profile] ?? 0) + left * (weights[profile] ?? 1)
  })
  return { rows, ofCuts }
}
