import { addDays, type Day, daysBetween } from '../../platform/text/days.ts'

/** A class board without a period to hang on ends after this many weeks at the latest. */
const mostWeeks = 10
/** A board for less than this is hardly worth making: then it may go on into the next period. */
const fewestDays = 14

interface Span {
  readonly startsOn: Day
  readonly endsOn: Day
}

/**
 * The last day that a class board made today may have: the end of the period that today is in, or of the next one where
 * this one is nearly over; never more than ten weeks away, and ten weeks where no period says otherwise.
 */
export function latestEnd(today: Day, periods: readonly Span[]): Day {
  const limit = addDays(today, mostWeeks * 7)
  const ends = periods.map((period) => period.endsOn).filter((end) => end >= today && end <= limit)
  return ends.toSorted().find((end) => daysBetween(today, end) >= fewestDays) ?? limit
}

/** Why an end day can't be. */
export function endFault(endsOn: Day, today: Day, latest: Day): 'in-the-past' | 'too-late' | null {
  if (endsOn < today) return 'in-the-past'
  return endsOn > latest ? 'too-late' : null
}
