import { gammaQuantile, student975, z975 } from './distributions.ts'
import { type Estimate, type Interval, type TooFew, tooFew } from './estimate.ts'

/** How often something happened in a team in a week or a month. */
export interface TeamSpan {
  readonly team: string
  /** Names the week or month; spans of the same name are the same for all teams. */
  readonly span: string
  /** How many times: a whole number of 0 or more. */
  readonly count: number
  /** How much of a month could count, such as 0.23 for a week; more than 0. */
  readonly months: number
}

export interface RateEstimate extends Omit<Estimate, 'interval'> {
  /** Null where there were too few spans for one that holds: see `spansForInterval`. */
  readonly interval: Interval | null
  /**
   * What the interval is about: `teams`: the mean of teams such as these, in weeks such as these; `spans`: these teams, in
   * weeks such as these (where there are fewer than four teams).
   */
  readonly over: 'teams' | 'spans'
  readonly teams: number
  readonly spans: number
}

/** With fewer teams than this, how much teams differ can't be told. */
const leastTeams = 4
/** With fewer spans than this there is no rate. */
const leastSpans = 4

/** With fewer spans there is a rate but no interval: it would not hold as often as it says (found by simulation). */
export function spansForInterval(teams: number): number {
  // Of many teams weeks in which none of them meets decide, and few weeks don't tell how often those come.
  return 2 <= teams && teams <= 6 ? 12 : 20
}

/** How many degrees of freedom pure chance (Poisson) counts for beside the differences that are seen. */
const chanceDegrees = 0.1
/**
 * Of what pure chance of once a week or not at all would differ, this much at least is taken to be there: all of it where only
 * weeks tell it, half where teams do.
 */
const leastChance = { spans: 1, teams: 0.5 } as const
const weeksInMonth = 365.25 / 12 / 7

/**
 * Times per team and month. How far it can be trusted follows from how much teams and spans differ, so that teams
 * which differ more than by chance, or weeks in which none of them met, make it wider; a little of pure chance is mixed in, for where
 * all are equal. The rate follows a gamma distribution with that mean and variance, widened as Student's t. `n` counts rows. Throws
 * on counts that can't be.
 */
export function ratePerMonth(rows: readonly TeamSpan[]): RateEstimate | TooFew {
  for (const { count, months } of rows)
    if (!Number.isInteger(count) || count < 0 || !(months > 0))
      throw new RangeError(`${count} times in ${months} months`)
  const teams = sumsOf(rows, ({ team }) => team)
  const spans = sumsOf(rows, ({ span }) => span)
  const over = teams.length >= leastTeams ? 'teams' : 'spans'
  const refused = tooFew(spans.length, leastSpans)
  if (refused) return refused
  const { value, interval: held } = rateOf(rows, teams, spans)
  const interval = spans.length < spansForInterval(teams.length) ? null : held
  return { ok: true, n: rows.length, value, interval, over, teams: teams.length, spans: spans.length }
}

interface Unit {
  readonly count: number
  readonly months: number
}

function sumsOf(rows: readonly TeamSpan[], key: (row: TeamSpan) => string): readonly Unit[] {
  return [...Map.groupBy(rows, key).values()].map((group) => ({
    count: group.reduce((sum, { count }) => sum + count, 0),
    months: group.reduce((sum, { months }) => sum + months, 0),
  }))
}

function rateOf(
  rows: readonly Unit[],
  teams: readonly Unit[],
  spans: readonly Unit[],
): { readonly value: number; readonly interval: Interval } {
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const months = rows.reduce((sum, row) => sum + row.months, 0)
  const value = count / months
  // Half an event more, so that none at all is not certain.
  const mean = (count + 0.5) / months
  // In how many of all weeks it happened, two weeks being added of which one: all weeks is not certainly always.
  const weekly = Math.min(1, (count + 1) / (months * weeksInMonth + 2))
  const byChance = (count + 0.5) * (1 - weekly)
  /** The variance of the count, as units of this kind differ. */
  const seenIn = (units: readonly Unit[]) => {
    const degrees = units.length - 1 + chanceDegrees
    const squares = units.reduce((sum, unit) => sum + (unit.count - value * unit.months) ** 2, 0)
    return { variance: (units.length * squares + chanceDegrees * (count + 0.5)) / degrees, degrees }
  }
  const { variance: seen, degrees } =
    teams.length < leastTeams ? seenIn(spans) : bothWays(seenIn(teams), seenIn(spans), seenIn(rows).variance)
  const least = leastChance[teams.length < leastTeams ? 'spans' : 'teams'] * byChance
  const spread = Math.max(seen, least) / months ** 2
  const variance = spread * (student975(degrees) / z975) ** 2
  const shape = mean ** 2 / variance
  const low = count === 0 ? 0 : (gammaQuantile(0.025, shape) * mean) / shape
  const high = (gammaQuantile(0.975, shape) * mean) / shape
  return { value, interval: [Math.min(value, low), Math.max(value, high)] }
}

interface Seen {
  readonly variance: number
  readonly degrees: number
}

/**
 * Teams differ, and so do weeks, for all teams at once (flu, study days): the variances of both are added, what is only of
 * one team in one week being in both (Cameron, Gelbach & Miller 2011). Degrees of freedom by Satterthwaite (1946).
 */
function bothWays(teams: Seen, spans: Seen, single: number): Seen {
  const shared = Math.max(0, spans.variance - single)
  const variance = teams.variance + shared
  return {
    variance,
    degrees: variance ** 2 / (teams.variance ** 2 / teams.degrees + shared ** 2 / spans.degrees),
  }
}
