import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { text } from '../text.ts'
import type { Tone } from '../tone.ts'

/** Days as `YYYY-MM-DD`, the last one included. */
export interface Span {
  readonly from: string
  readonly to: string
}

interface PeriodStripProps {
  readonly locale: Locale
  /** The school year. */
  readonly year: Span
  /** `mark` is what stands in the bar: a number, a word or two. */
  readonly periods: readonly (Span & { readonly label: string; readonly tone: Tone; readonly mark?: string })[]
  /** `mark` is its name in a word, above the gap. */
  readonly holidays: readonly (Span & { readonly label: string; readonly mark?: string })[]
  readonly today?: string | undefined
  /** The whole picture in a sentence. */
  readonly label: string
}

const width = 1000
const day = 86_400_000
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day

/** A school year as a band: periods as leaning bars, holidays between them, today as a line. */
export function PeriodStrip({ locale, year, periods, holidays, today, label }: PeriodStripProps): Html {
  const first = dayOf(year.from)
  const days = dayOf(year.to) - first + 1
  const at = (date: string, after = 0) => Math.round(((dayOf(date) - first + after) / days) * width * 10) / 10
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const months = Array.from({ length: days }, (_, index) => new Date((first + index) * day)).filter(
    (date) => date.getUTCDate() === 1,
  )
  const middle = ({ from, to }: Span) => Math.round((at(from) + at(to, 1)) * 5) / 10
  return (
    <div class="picture strip">
      <svg viewBox={`0 0 ${width} 98`} role="img" aria-label={label}>
        <rect class="free" x="0" y="20" width={width} height="42" rx="6" />
        {holidays.map((holiday) => (
          <g>
            <rect class="out" x={at(holiday.from)} y="20" width={at(holiday.to, 1) - at(holiday.from)} height="42">
              <title>{holiday.label}</title>
            </rect>
            {holiday.mark && (
              <text
                class="out-word"
                x={Math.min(width - 20, Math.max(20, middle(holiday)))}
                y="13"
                text-anchor="middle"
              >
                {holiday.mark}
              </text>
            )}
          </g>
        ))}
        {periods.map((period) => (
          <g class={`tone-${period.tone}`}>
            <path
              class="tone"
              d={`M${at(period.from) + 5} 20H${at(period.to, 1) + 5}L${at(period.to, 1) - 5} 62H${at(period.from) - 5}z`}
            >
              <title>{period.label}</title>
            </path>
            {period.mark && (
              <text class="mark-word" x={at(period.from) + 17} y="49">
                {period.mark}
              </text>
            )}
          </g>
        ))}
        {months.map((date) => (
          <text x={at(date.toISOString().slice(0, 10))} y="82">
            {month.format(date)}
          </text>
        ))}
        {today !== undefined && today >= year.from && today <= year.to && (
          <g>
            <path class="today" d={`M${at(today)} 14V88`} />
            <text class="today-word" x={at(today)} y="98" text-anchor="middle">
              {text(locale).today}
            </text>
          </g>
        )}
      </svg>
    </div>
  )
}
