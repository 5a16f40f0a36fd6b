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
  return { rows, ofCuts }
}
