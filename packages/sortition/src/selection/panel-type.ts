/** How many of each profile are on a panel; profiles of which there are none are left out. */
export interface PanelType {
  readonly at: Int32Array
  readonly take: Int32Array
}

export function panelType(counts: ArrayLike<number>): PanelType {
  const at: number[] = []
  const take: number[] = []
  for (let profile = 0; profile < counts.length; profile++) {
    const count = Math.round(counts[profile] ?? 0)
    if (count === 0) continue
    at.push(profile)
    take.push(count)
  }
  return { at: Int32Array.from(at), take: Int32Array.from(take) }
}

export const keyOf = ({ at, take }: PanelType): string => `${at.join()}/${take.join()}`

/** By profile, the probability of each of its people; λ by panel type. */
export function probabilitiesOf(
  types: readonly PanelType[],
  shares: ArrayLike<number>,
  sizes: readonly number[],
): Float64Array {
  const sums = new Float64Array(sizes.length)
  types.forEach(({ at, take }, index) => {
    const share = shares[index] ?? 0
    if (share === 0) return
    at.forEach((profile, place) => {
      sums[profile] = (sums[profile] ?? 0) + share * (take[place] ?? 0)
    })
  })
  return sums.map((sum, profile) => sum / (sizes[profile] ?? 1))
}
