/** Lower and upper end of a 95 % interval. */
export type Interval = readonly [number, number]

/** Of draws, rows of one value an item, the 2.5 % and 97.5 % points of each item. */
export function quantilesOf(drawn: Float64Array, items: number): readonly Interval[] {
  const draws = items === 0 ? 0 : drawn.length / items
  return Array.from({ length: items }, (_, i): Interval => {
    const values = new Float64Array(draws)
    for (let draw = 0; draw < draws; draw++) values[draw] = drawn[draw * items + i] ?? 0
    values.sort()
    const at = (share: number) => values[Math.min(draws - 1, Math.max(0, Math.round(share * (draws - 1))))] ?? 0
    return [at(0.025), at(0.975)]
  })
}
