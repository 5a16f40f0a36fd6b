import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { OrganisationRef } from '../../../../platform/identity/viewer.ts'
import type { HolidayRegion } from '../../../../platform/organisations/organisations.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import { yearText } from '../../text.year.ts'
import { regionOf } from '../../year-props.ts'

export const regions = ['noord', 'midden', 'zuid'] as const satisfies readonly HolidayRegion[]

/** The region that was asked for (`?propose=`), else the one of the school. */
export function wantedRegion(c: WebContext, organisation: OrganisationRef): HolidayRegion {
  return regions.find((region) => region === c.req.query('propose')) ?? regionOf(organisation)
}

interface RegionChoiceProps {
  readonly locale: Locale
  /** The page that proposes dates; what was written in the form goes along. */
  readonly path: string
  readonly here: HolidayRegion
}

/** The three holiday regions of the Netherlands: buttons of the form that they stand in. */
export function RegionChoice({ locale, path, here }: RegionChoiceProps): Html {
  const words = yearText(locale)
  return (
    <fieldset class="row">
      <legend class="soft">{words.setUp.region}</legend>
      {regions.map((region) => (
        <button
          class="pick"
          type="submit"
          name="propose"
          value={region}
          formmethod="get"
          formaction={path}
          formnovalidate
          aria-pressed={String(region === here)}
        >
          {words.regions[region]}
        </button>
      ))}
    </fieldset>
  )
}
