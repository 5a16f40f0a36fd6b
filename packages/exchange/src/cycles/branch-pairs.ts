import { type Column, seatsOf } from './column.ts'

export type Pair = readonly [number, number]

/** Whether a column may be chosen where two vertices are in an exchange together, or in none together. */
export function isAllowed(column: Column | undefined, [u, v]: Pair, isTogether: boolean): boolean {
  if (column === undefined) return false
  const { a, b, c } = column
  const hasU = a === u || b === u || c === u
  const hasV = a === v || b === v || c === v
  return isTogether ? hasU === hasV : !(hasU && hasV)
}

/** Pairs of vertices that are packed together in part, those nearest to half first; none in a whole packing. */
export function splitPairs(columns: readonly Column[], x: Float64Array): readonly Pair[] {
  const parts = new Map<string, { readonly pair: Pair; part: number }>()
  for (const [k, column] of columns.entries()) {
    const part = x[k] ?? 0
    if (part < 1e-6) continue
    const seats = [...seatsOf(column)].sort((one, other) => one - other)
    for (const [i, u] of seats.entries())
      for (const v of seats.slice(i + 1)) {
        const name = `${u} ${v}`
        const known = parts.get(name)
        if (known === undefined) parts.set(name, { pair: [u, v], part })
        else known.part += part
      }
  }
  const off = ({ part }: { part: number }) => Math.abs(part - 0.5)
  return [...parts.values()]
    .filter((pair) => off(pair) < 0.5 - 1e-5)
    .sort((one, other) => off(one) - off(other))
    .map(({ pair }) => pair)
}
