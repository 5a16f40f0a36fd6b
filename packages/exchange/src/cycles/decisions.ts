import type { Decision } from './certificate.ts'

interface Cycle {
  readonly a: number
  readonly b: number
  readonly c: number
}

/** Whether an exchange keeps to the decisions. */
export function allows(decisions: readonly Decision[], cycle: Cycle): boolean {
  for (const { arc, used } of decisions) {
    const [u, v] = arc
    if (uses(cycle, u, v)) {
      if (!used) return false
    } else if (used && (has(cycle, u) || has(cycle, v))) return false
  }
  return true
}

function uses({ a, b, c }: Cycle, u: number, v: number): boolean {
  if (a === u) return b === v
  if (b === u) return (c < 0 ? a : c) === v
  return c === u && a === v
}

function has({ a, b, c }: Cycle, v: number): boolean {
  return a === v || b === v || c === v
}
