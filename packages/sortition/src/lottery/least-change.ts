/**
 * What the largest change can't stay below, in panels: everyone is on a whole number of panels, and those numbers add up to
 * seats × panels as the targets do. The smallest t for which whole numbers within t of the targets can add up to that sum.
 */
export function leastChange(targets: Float64Array): number {
  const sum = Math.round(targets.reduce((total, each) => total + each, 0))
  let most = 0
  for (const target of targets) most = Math.max(most, Math.abs(target - Math.round(target)))
  const fits = (t: number) => {
    let [low, high] = [0, 0]
    for (const target of targets) {
      low += Math.ceil(target - t - 1e-9)
      high += Math.floor(target + t + 1e-9)
    }
    return low <= sum && sum <= high
  }
  // At 1 it always fits. Only distances between a target and a whole number matter, but halving is simpler.
  let [low, high] = [most, 1]
  if (fits(low)) return low
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (fits(middle)) high = middle
    else low = middle
  }
  return low
}
