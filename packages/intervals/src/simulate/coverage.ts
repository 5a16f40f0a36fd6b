/** How often intervals held one truth at one size. */
export interface Cell {
  readonly truth: string
  readonly size: string
  /** The share of intervals that held the truth. */
  readonly held: number
}

export interface Coverage {
  readonly name: string
  /** Whether a page shows intervals of this kind. */
  readonly shown: boolean
  readonly cells: readonly Cell[]
}

/** Runs `once` so many times; it tells whether the interval of one draw held the truth, null where nothing would be shown. */
export function heldShare(rounds: number, once: () => boolean | null): number {
  let [held, shown] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const answer = once()
    if (answer === null) continue
    shown++
    if (answer) held++
  }
  return held / shown
}

export function meanHeld(cells: readonly Cell[]): number {
  return cells.reduce((sum, { held }) => sum + held, 0) / cells.length
}

/** Whether the ends, or what lies between, hold the truth; ends are rounded sums, so a hair beside is inside. */
export function holds([low, high]: readonly [number, number], truth: number): boolean {
  return low - 1e-9 <= truth && truth <= high + 1e-9
}

export const atSizes = (cells: readonly Cell[]): ReadonlyMap<string, readonly Cell[]> =>
  Map.groupBy(cells, ({ size }) => size)
