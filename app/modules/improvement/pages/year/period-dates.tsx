import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { type Day, formatDay, parseDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { TextField } from '../../../../platform/ui/index.ts'
import type { FieldErrors } from '../../../../platform/web/form.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { findPeriodFaults, type PeriodDates, type PeriodFault, weeksIn } from '../../period.ts'
import { firstDayOf, lastDayOf, type SchoolYear } from '../../school-year.ts'
import { yearText } from '../../text.year.ts'

const day = z.string().transform((text, context): Day => {
  const read = parseDay(text)
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: 'not-a-date' })
  return z.NEVER
})

/** Two days for each of the five periods. */
export const datesForm = z.object({
  startsOn1: day,
  endsOn1: day,
  startsOn2: day,
  endsOn2: day,
  startsOn3: day,
  endsOn3: day,
  startsOn4: day,
  endsOn4: day,
  startsOn5: day,
  endsOn5: day,
})

const numbers = [1, 2, 3, 4, 5] as const

export function datesIn(value: z.infer<typeof datesForm>): readonly PeriodDates[] {
  return numbers.map((number) => ({
    number,
    startsOn: value[`startsOn${number}`],
    endsOn: value[`endsOn${number}`],
  }))
}

export interface DatesRefusal {
  readonly errors: FieldErrors
  /** The sentence of each of those errors, by its reason. */
  readonly own: Readonly<Record<string, string>>
}

/** What is wrong with these dates, at the field where it can be put right; null where nothing is. */
export function refusalOf(locale: Locale, year: SchoolYear, periods: readonly PeriodDates[]): DatesRefusal | null {
  const faults = Object.entries(findPeriodFaults(year, periods)).filter((entry): entry is [string, PeriodFault] =>
    Boolean(entry[1]),
  )
  if (faults.length === 0) return null
  const sentences = faults.map(([field, fault]): [string, string] => [
    field,
    sentence(locale, year, Number(field.at(-1)), fault),
  ])
  return {
    errors: Object.fromEntries(faults.map(([field]) => [field, { reason: `dates of ${field}` }])),
    own: Object.fromEntries(sentences.map(([field, words]) => [`dates of ${field}`, words])),
  }
}

function sentence(locale: Locale, year: SchoolYear, number: number, fault: PeriodFault): string {
  const { period, dates } = yearText(locale)
  const name = period.title(number)
  switch (fault.reason) {
    case 'ends-before-start':
      return dates.fault[fault.reason](name)
    case 'outside-year':
      return dates.fault[fault.reason](
        formatDay(locale, firstDayOf(year.year), 'long'),
        formatDay(locale, lastDayOf(year.year), 'long'),
      )
    case 'too-short':
    case 'too-long':
      return dates.fault[fault.reason](name, fault.weeks)
    case 'overlap':
      return dates.fault[fault.reason](name, period.title(fault.before).toLowerCase())
  }
}

/** The words above the fields, for the sentences of a refusal. */
export function dateLabels(locale: Locale): Readonly<Record<string, string>> {
  const { setUp } = yearText(locale)
  return Object.fromEntries(
    numbers.flatMap((number) => [
      [`startsOn${number}`, setUp.startsOf(number)],
      [`endsOn${number}`, setUp.endsOf(number)],
      [`theme${number}`, setUp.themeOf(number)],
    ]),
  )
}

interface PeriodDatesFieldsProps {
  readonly locale: Locale
  readonly year: SchoolYear
  /** What stands in the fields as long as nothing was typed. */
  readonly periods: readonly (PeriodDates & { readonly theme?: string | null })[]
  readonly filled: FilledForm
  /** Also asks for the theme, which may stay empty. */
  readonly themes?: boolean
}

/** Five rows: a period, its first day, its last day. */
export function PeriodDatesFields({ locale, year, periods, filled, themes }: PeriodDatesFieldsProps): Html {
  const words = yearText(locale)
  const { values, errors } = filled
  const shown = (name: string, otherwise: string) => String(values[name] ?? otherwise)
  return (
    <div class="period-rows">
      {periods.map((period) => {
        const { number } = period
        const [starts, ends] = [`startsOn${number}`, `endsOn${number}`]
        return (
          <fieldset class="period-row">
            <legend>
              {words.period.title(number)}
              {!(errors[starts] || errors[ends]) && (
                <span class="soft small block">{words.period.length(weeksIn(year, period))}</span>
              )}
            </legend>
            <TextField
              name={starts}
              type="date"
              required
              label={words.setUp.starts}
              value={shown(starts, period.startsOn)}
              error={errors[starts]}
            />
            <TextField
              name={ends}
              type="date"
              required
              label={words.setUp.ends}
              value={shown(ends, period.endsOn)}
              error={errors[ends]}
            />
            {themes && (
              <TextField
                name={`theme${number}`}
                label={words.form.theme}
                optional={words.form.optional}
                maxlength={120}
                value={shown(`theme${number}`, '')}
                error={errors[`theme${number}`]}
              />
            )}
            {!themes && period.theme && <p class="soft">{period.theme}</p>}
          </fieldset>
        )
      })}
    </div>
  )
}
