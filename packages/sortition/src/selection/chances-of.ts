import type { Pool } from '../pool/pool.ts'
import type { WeighedPanel } from './selection.ts'

/** By place of person, how likely it is to be on the panel. */
export function chancesOf(pool: Pool, panels: readonly WeighedPanel[]): number[] {
  const sums = pool.people.map(() => 0)
  for (const { members, probability } of panels)
    for (const place of members) sums[place] = (sums[place] ?? 0) + probability
  // Sums of probabilities that are together 1 may be a rounding above it.
  return sums.map((sum) => Math.min(1, sum))
}
