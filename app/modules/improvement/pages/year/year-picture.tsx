import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDays } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { PeriodStrip, type Tone } from '../../../../platform/ui/index.ts'
import type { PeriodDates } from '../../period.ts'
import { firstDayOf, lastDayOf, type SchoolYear, schoolYearName } from '../../school-year.ts'
import { yearText } from '../../text.year.ts'
import type { YearPeriod } from '../../year.ts'
import type { YearProps } from '../../year-props.ts'

export const yearPictureId = (year: number): string => `year-picture-${year}`

/** What a period is: over, going on, or still to come. Never alone: words say the same. */
export function toneOf(period: PeriodDates & { readonly stage: YearPeriod['stage'] }, today: string): Tone {
  if (period.stage === 'closed' || period.endsOn < today) return 'good'
  return period.startsOn <= today ? 'board' : 'plain'
}

/** The whole year in one picture: five periods, the holidays of the region, today. */
export function YearPicture({ locale, board, days, today }: YearProps): Html {
  const words = yearText(locale)
  return (
    <div id={yearPictureId(board.schoolYear)}>
      <DaysPicture
        locale={locale}
        days={days}
        today={today}
        periods={board.periods.map((period) => ({
          ...period,
          tone: toneOf(period, today),
          theme: period.theme ?? words.period.noTheme,
        }))}
      />
    </div>
  )
}

interface DaysPictureProps {
  readonly locale: Locale
  readonly days: SchoolYear
  readonly today: string
  readonly periods: readonly (PeriodDates & { readonly tone: Tone; readonly theme: string })[]
}

/** Periods and holidays of a school year, from its first school day to the last. */
export function DaysPicture({ locale, days, today, periods }: DaysPictureProps): Html {
  const words = yearText(locale)
  const sentences = periods.map(({ number, startsOn, endsOn, theme }) =>
    words.picture.period(number, formatDays(locale, startsOn, endsOn), theme),
  )
  return (
    <PeriodStrip
      locale={locale}
      year={{ from: firstDayOf(days.year), to: lastDayOf(days.year) }}
      periods={periods.map((period, index) => ({
        from: period.startsOn,
        to: period.endsOn,
        label: sentences[index] ?? '',
        mark: String(period.number),
        tone: period.tone,
      }))}
      holidays={days.holidays.map(({ name, start, end }) => ({
        from: start,
        to: end,
        label: words.picture.holiday(words.holidays[name], formatDays(locale, start, end)),
        mark: words.holidays[name],
      }))}
      today={today}
      label={words.picture.label(schoolYearName(days.year), sentences.join(' '))}
    />
  )
}
