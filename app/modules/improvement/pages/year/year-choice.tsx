import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { HolidayRegion } from '../../../../platform/organisations/organisations.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { schoolYearName } from '../../school-year.ts'
import { yearText } from '../../text.year.ts'
import { yearPath } from '../../year.ts'

interface YearChoiceProps {
  readonly locale: Locale
  readonly slug: string
  /** Those that can be set up; with one there is nothing to choose. */
  readonly years: readonly number[]
  readonly here: number
  readonly region: HolidayRegion
}

/** For which school year this is: buttons of the form that they stand in, so that what was written goes along. */
export function YearChoice({ locale, slug, years, here, region }: YearChoiceProps): Html {
  if (years.length < 2) return <></>
  return (
    <fieldset class="row">
      <legend class="soft">{yearText(locale).setUp.year}</legend>
      {years.map((year) => (
        <button
          class="pick"
          type="submit"
          name="propose"
          value={region}
          formmethod="get"
          formaction={`${yearPath(slug, year)}/set-up`}
          formnovalidate
          aria-pressed={String(year === here)}
        >
          {schoolYearName(year)}
        </button>
      ))}
    </fieldset>
  )
}
