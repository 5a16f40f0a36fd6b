/** Seconds that check-in, successes, goals, actions and planning get: together a quarter of an hour. */
export const usualSeconds: readonly number[] = [120, 120, 240, 300, 120]
/** A step that is still to come always keeps this long, even when the time is up. */
export const leastSeconds = 30
export const mostMinutes = 60

/** Where the clock of a session stands. */
export interface Clock {
  /** 1–5. */
  readonly step: number
  /** Ms since 1970. */
  readonly stepStartedAt: number
  /** Seconds for each step as they stand: those of past steps no longer count. */
  readonly stepSeconds: readonly number[]
  /** Seconds for each step as planned: the proportions in which time is divided again. */
  readonly plannedSeconds: readonly number[]
}

/** The clock of a session as it is kept. */
export function clockOf(session: {
  readonly step: number
  readonly stepStartedAt: string
  readonly stepSeconds: readonly number[]
  readonly plannedSeconds: readonly number[]
}): Clock {
  const { step, stepStartedAt, stepSeconds, plannedSeconds } = session
  return { step, stepStartedAt: Date.parse(stepStartedAt), stepSeconds, plannedSeconds }
}

/** When this step should end, in ms since 1970. */
export function stepEnd({ step, stepStartedAt, stepSeconds }: Clock): number {
  return stepStartedAt + (stepSeconds[step - 1] ?? 0) * 1000
}

/** When the whole session should end, in ms since 1970. */
export function sessionEnd({ step, stepStartedAt, stepSeconds }: Clock): number {
  return stepStartedAt + sum(stepSeconds.slice(step - 1)) * 1000
}

/**
 * Goes to a step at a moment. The time that is left is divided over that step and those after it in the planned
 * proportions: what one step saved the others get, and what it took too long they give up together.
 */
export function moveTo(clock: Clock, step: number, now: number): Clock {
  const left = (sessionEnd(clock) - now) / 1000
  return { ...clock, step, stepStartedAt: now, stepSeconds: divide(clock, step, left) }
}

/**
 * Gives this step so many seconds more (or fewer, where negative). They come from the steps after it; where those have
 * nothing to spare, and in the last step, the session ends later.
 */
export function stretchStep(clock: Clock, seconds: number): Clock {
  const { step, stepSeconds } = clock
  const own = stepSeconds[step - 1] ?? 0
  const change = Math.max(seconds, leastSeconds - own)
  const laterSteps = stepSeconds.slice(step)
  const later = proportions(laterSteps, sum(laterSteps) - (laterSteps.length === 0 ? 0 : change))
  return { ...clock, stepSeconds: [...stepSeconds.slice(0, step - 1), own + change, ...later] }
}

/** Makes the whole session so many seconds longer or shorter: this step and those after it in the proportions they have. */
export function stretchSession(clock: Clock, seconds: number, now: number): Clock {
  const { step, stepStartedAt, stepSeconds } = clock
  const own = stepSeconds[step - 1] ?? 0
  // What this step took already is behind it; what it has left is divided along with the others.
  const spent = Math.max(0, Math.min(own, Math.round((now - stepStartedAt) / 1000)))
  const ahead = [own - spent, ...stepSeconds.slice(step)]
  const [here = 0, ...later] = proportions(ahead, sum(ahead) + seconds)
  return { ...clock, stepSeconds: [...stepSeconds.slice(0, step - 1), spent + here, ...later] }
}

/** Divides so many minutes over the five steps as the usual quarter of an hour is divided. */
export function planFor(minutes: number): readonly number[] {
  return proportions(usualSeconds, minutes * 60)
}

function divide({ stepSeconds, plannedSeconds }: Clock, from: number, seconds: number): readonly number[] {
  return [...stepSeconds.slice(0, from - 1), ...proportions(plannedSeconds.slice(from - 1), seconds)]
}

/** Whole seconds in these proportions, adding up to `seconds`, none below `leastSeconds` (then they add up to more). */
function proportions(weights: readonly number[], seconds: number): readonly number[] {
  const atLeast = new Set<number>()
  for (;;) {
    const free = weights.map((weight, index) => (atLeast.has(index) ? 0 : weight))
    const scale = (Math.round(seconds) - atLeast.size * leastSeconds) / (sum(free) || 1)
    const short = free.flatMap((weight, index) => (!atLeast.has(index) && weight * scale < leastSeconds ? [index] : []))
    if (short.length === 0)
      return whole(free.map((weight, index) => (atLeast.has(index) ? leastSeconds : weight * scale)))
    for (const index of short) atLeast.add(index)
  }
}

/** Rounds so that the sum is the rounded sum: each gets what lies between two rounded running totals. */
function whole(shares: readonly number[]): readonly number[] {
  let running = 0
  return shares.map((share) => {
    const from = Math.round(running)
    running += share
    return Math.round(running) - from
  })
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
