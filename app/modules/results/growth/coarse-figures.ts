/** Figures of a school that may be kept, each a whole number of steps. */
export interface CoarseFigures {
  readonly expected: number
  readonly achieved: number
  readonly growth: number
  readonly lower: number
  readonly upper: number
}

const grid = [1, 1.5, 2, 3, 5, 7, 10]

/** The standard deviation of all pupils, rounded up to one of few values: exactly it would tell of one of them. */
export function coarseSpread(spread: number): number | undefined {
  if (!(spread > 0) || !Number.isFinite(spread)) return undefined
  const power = 10 ** Math.floor(Math.log10(spread))
  const factor = grid.find((each) => each * power >= spread) ?? 10
  return tidy(factor * power)
}

/**
 * The step in which figures of so many pupils are kept: two standard deviations of a pupil, spread over all of them. Whoever
 * subtracts two sums of the same school is left with four standard deviations of doubt, whatever pupils were in either. It
 * moves a mean by one `n`th of a standard deviation at most, where chance moves it by one `√n`th.
 */
export function stepOf(pupils: number, spread: number): number {
  return (2 * spread) / pupils
}

/** To whole steps; the interval only gets wider by it. */
export function coarseFigures(figures: CoarseFigures, pupils: number, spread: number): CoarseFigures {
  const step = stepOf(pupils, spread)
  const to = (round: (steps: number) => number, value: number) => tidy(round(value / step) * step)
  return {
    expected: to(Math.round, figures.expected),
    achieved: to(Math.round, figures.achieved),
    growth: to(Math.round, figures.growth),
    lower: to(Math.floor, figures.lower),
    upper: to(Math.ceil, figures.upper),
  }
}

/** Whether these are such figures: whole steps, and steps no finer than the width of the interval asks. */
export function isCoarse(figures: CoarseFigures, pupils: number, spread: number): boolean {
  if (coarseSpread(spread) !== spread) return false
  const step = stepOf(pupils, spread)
  const { expected, achieved, growth, lower, upper } = figures
  const whole = [expected, achieved, growth, lower, upper].every((value) => {
    const steps = value / step
    return Math.abs(steps - Math.round(steps)) < 1e-6 * Math.max(1, Math.abs(steps))
  })
  // An interval of 95 % is no wider than chance in that many pupils makes it; the tenth is for degrees of freedom.
  return whole && (upper - lower) / 2 - step <= (1.1 * 1.96 * spread) / Math.sqrt(pupils)
}

/** Without what binary numbers add behind the last digit that means something, and without a minus before a zero. */
function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0
}
