import { z } from 'zod'
import { setHolidayRegion } from '../../../../platform/organisations/holiday-region.ts'
import { amsterdamDay } from '../../../../platform/text/days.ts'
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  CheckboxesField,
  ErrorSummary,
  PageHead,
  TextArea,
} from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { proposePeriods } from '../../period.ts'
import { schoolYear, schoolYearName } from '../../school-year.ts'
import { yearText } from '../../text.year.ts'
import { yearPath } from '../../year.ts'
import { readYear, teamsOf } from '../../year-store.ts'
import { setUpYear } from '../../year-writes.ts'
import { dateLabels, datesForm, datesIn, PeriodDatesFields, refusalOf } from './period-dates.tsx'
import { RegionChoice, regions, wantedRegion } from './region-choice.tsx'
import { YearChoice } from './year-choice.tsx'
import { DaysPicture } from './year-picture.tsx'
import { type YearPlace, yearPlaceOf } from './year-place.ts'
import { writeYear, yearWriters } from './year-write.ts'

const path = '/s/:organisation/year/:year/set-up'

export const setUpRoutes: readonly Route[] = [
  { method: 'GET', path, access: yearWriters, handle: (c) => showSetUp(c, writtenIn(c)) },
  { method: 'POST', path, access: yearWriters, handle: postSetUp },
]

/** This school year and the next one can be set up. */
function setUpPlaceOf(c: WebContext): YearPlace | null {
  const place = yearPlaceOf(c)
  return place !== null && (place.year === place.thisYear || place.year === place.thisYear + 1) ? place : null
}

/** Everything is filled in but the ambition: write it down, save, done. */
async function showSetUp(c: WebContext, filled: FilledForm): Promise<Response> {
  const place = setUpPlaceOf(c)
  if (place === null) return refuse(c, 'not-found')
  const organisation = organisationOf(c)
  const { locale } = c.var
  const words = yearText(locale)
  const { year, thisYear } = place
  const other = year === thisYear ? year + 1 : thisYear
  const { board, otherBoard, teams } = await withinScope(c, async (trx) => ({
    board: await readYear(trx, organisation.id, year),
    otherBoard: await readYear(trx, organisation.id, other),
    teams: await teamsOf(trx, organisation.id),
  }))
  const years = otherBoard === null ? [thisYear, thisYear + 1] : [year]
  const here = yearPath(organisation.slug, year)
  if (board !== null && c.req.method === 'GET') return c.redirect(here, 303)
  const region = regions.find((each) => each === filled.values.region) ?? wantedRegion(c, organisation)
  const days = schoolYear(year, region)
  const proposal = proposePeriods(days)
  const chosen = filled.values.teams ?? teams.map((team) => team.id)
  const { form: formError, ...fieldErrors } = filled.errors
  const problems = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }))
  return page(c, {
    title: words.setUp.title(schoolYearName(year)),
    body: (
      <div class="stack">
        <PageHead over={organisation.name} title={words.setUp.title(schoolYearName(year))} />
        {formError && (
          <Alert kind="error" live>
            <p>{formError}</p>
            <p>
              <a href={here}>{words.setUp.toYear}</a>
            </p>
          </Alert>
        )}
        <ErrorSummary title={words.wrong} problems={problems} />
        <p>{words.setUp.intro}</p>
        <form class="form full" method="post" action={`${here}/set-up`}>
          {/* Enter in a field presses the first button of a form: that must not be one that chooses a year or region. */}
          <button type="submit" hidden>
            {words.setUp.submit}
          </button>
          <input type="hidden" name="region" value={region} />
          <YearChoice locale={locale} slug={organisation.slug} years={years} here={year} region={region} />
          <Card tone="board" as="section">
            <TextArea
              name="ambition"
              rows={2}
              maxlength={300}
              required
              label={words.ambition.label}
              hint={words.ambition.hint}
              placeholder={words.ambition.example}
              value={String(filled.values.ambition ?? '')}
              error={fieldErrors.ambition}
            />
          </Card>
          <section class="stack">
            <h2>{words.setUp.periods}</h2>
            <p>{words.setUp.periodsHint}</p>
            {organisation.holidayRegion === null && <Alert kind="warning">{words.setUp.regionUnknown}</Alert>}
            <RegionChoice locale={locale} path={`${here}/set-up`} here={region} />
            {!days.certain && <Alert>{words.setUp.usual}</Alert>}
            <DaysPicture
              locale={locale}
              days={days}
              today={amsterdamDay(c.var.now)}
              periods={proposal.map((period) => ({ ...period, tone: 'board', theme: words.period.noTheme }))}
            />
            <PeriodDatesFields locale={locale} year={days} periods={proposal} filled={filled} themes />
          </section>
          {teams.length === 0 ? (
            <Alert kind="info">{words.setUp.noTeams}</Alert>
          ) : (
            <CheckboxesField
              name="teams[]"
              id="teams"
              label={words.setUp.teams}
              inline
              options={teams.map((team) => ({ value: team.id, label: team.name }))}
              values={typeof chosen === 'string' ? [chosen] : chosen}
              error={fieldErrors.teams}
            />
          )}
          <div class="actions">
            <Button kind="main" size="big">
              {words.setUp.submit}
            </Button>
            <ButtonLink kind="plain" href={here}>
              {words.cancel}
            </ButtonLink>
          </div>
        </form>
      </div>
    ),
  })
}

/** What somebody wrote before asking for the proposal of another region or year; the dates are proposed anew. */
function writtenIn(c: WebContext): FilledForm {
  const { 'teams[]': teams, ...rest } = c.req.queries()
  if (c.req.query('propose') === undefined) return emptyForm
  const texts = Object.entries(rest).filter(([name]) => name === 'ambition' || name.startsWith('theme'))
  return {
    values: { ...Object.fromEntries(texts.map(([name, [text = '']]) => [name, text])), teams: teams ?? [] },
    errors: {},
  }
}

const theme = z.string().max(120).optional()
const setUpForm = datesForm.extend({
  ambition: z.string().max(300),
  region: z.enum(regions),
  teams: z.array(z.uuid()).max(200).default([]),
  theme1: theme,
  theme2: theme,
  theme3: theme,
  theme4: theme,
  theme5: theme,
})

async function postSetUp(c: WebContext): Promise<Response> {
  const place = setUpPlaceOf(c)
  if (place === null) return refuse(c, 'not-found')
  const { locale, services } = c.var
  const words = yearText(locale)
  const organisation = organisationOf(c)
  const labels = {
    ...dateLabels(locale),
    ambition: words.ambition.label,
    region: words.setUp.region,
    teams: words.setUp.teams,
  }
  const form = await readForm(c, setUpForm)
  if (!form.ok) return refuseForm(c, form, labels, (filled) => showSetUp(c, filled))
  const { value, submission } = form
  const dates = datesIn(value)
  const refusal = refusalOf(locale, schoolYear(place.year, value.region), dates)
  if (refusal !== null) {
    return refuseForm(c, { ...refusal, submission }, labels, (filled) => showSetUp(c, filled), refusal.own)
  }
  const themes = [value.theme1, value.theme2, value.theme3, value.theme4, value.theme5]
  const done = await writeYear(c, submission, async (write) => {
    const made = await setUpYear(write, {
      schoolYear: place.year,
      ambition: value.ambition,
      teamIds: value.teams,
      periods: dates.map((period, index) => ({ ...period, id: services.newId(), theme: themes[index] ?? null })),
    })
    if (made === 'done' && organisation.holidayRegion !== value.region) {
      await setHolidayRegion(write.trx, write.record, organisation.id, value.region)
    }
    return made
  })
  if (done.result === 'there-already') {
    const refused = { errors: { form: { reason: 'there-already' } }, submission }
    return refuseForm(c, refused, labels, (filled) => showSetUp(c, filled), {
      'there-already': words.setUp.thereAlready,
    })
  }
  return c.redirect(yearPath(organisation.slug, place.year), 303)
}
