import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { setHolidayRegion } from '../../../../platform/organisations/holiday-region.ts'
import { schoolHolidays } from '../../../../platform/organisations/school-holidays.ts'
import { amsterdamDay, formatDays } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, ButtonLink, ErrorSummary, Fold, PageHead, RadioField, Table } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { proposePeriods } from '../../period.ts'
import { type Holiday, schoolYear, schoolYearName } from '../../school-year.ts'
import { yearText } from '../../text.year.ts'
import { yearPath } from '../../year.ts'
import { regionOf } from '../../year-props.ts'
import { readYear } from '../../year-store.ts'
import { movePeriods } from '../../year-writes.ts'
import { dateLabels, datesForm, datesIn, PeriodDatesFields, refusalOf } from './period-dates.tsx'
import { regions } from './region-choice.tsx'
import { DaysPicture, toneOf } from './year-picture.tsx'
import { yearPlaceOf } from './year-place.ts'
import { writeYear, yearWriters } from './year-write.ts'

const path = '/s/:organisation/year/:year/dates'

export const datesRoutes: readonly Route[] = [
  { method: 'GET', path, access: yearWriters, handle: (c) => showDates(c) },
  { method: 'POST', path, access: yearWriters, handle: postDates },
]

/** The dates of the five periods, with the holidays beside them; `?proposal` fills in the proposal. */
async function showDates(c: WebContext, filled: FilledForm = emptyForm): Promise<Response> {
  const place = yearPlaceOf(c)
  const organisation = organisationOf(c)
  const board = place && (await withinScope(c, (trx) => readYear(trx, organisation.id, place.year)))
  if (place === null || board === null) return refuse(c, 'not-found')
  const { locale, now } = c.var
  const words = yearText(locale)
  const today = amsterdamDay(now)
  const name = schoolYearName(place.year)
  const here = yearPath(organisation.slug, place.year)
  const days = schoolYear(place.year, regionOf(organisation))
  const proposal = proposePeriods(days)
  const periods = board.periods.map((period, index) => ({
    ...period,
    ...(c.req.query('proposal') === undefined ? {} : proposal[index]),
  }))
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return page(c, {
    title: words.dates.title(name),
    body: (
      <div class="stack">
        <PageHead over={<a href={here}>{words.title(name)}</a>} title={words.dates.title(name)} />
        <ErrorSummary title={words.wrong} problems={problems} />
        <p>{words.setUp.periodsHint}</p>
        <DaysPicture
          locale={locale}
          days={days}
          today={today}
          periods={periods.map((period) => ({
            ...period,
            tone: toneOf(period, today),
            theme: period.theme ?? words.period.noTheme,
          }))}
        />
        <form class="form full" method="post" action={`${here}/dates`}>
          <RadioField
            name="region"
            inline
            label={words.setUp.region}
            options={regions.map((region) => ({ value: region, label: words.regions[region] }))}
            value={String(filled.values.region ?? organisation.holidayRegion ?? '')}
            error={filled.errors.region}
          />
          <PeriodDatesFields locale={locale} year={days} periods={periods} filled={filled} />
          <div class="actions">
            <Button kind="main">{words.dates.save}</Button>
            <ButtonLink kind="quiet" href={`${here}/dates?proposal`}>
              {words.dates.proposal}
            </ButtonLink>
            <ButtonLink kind="plain" href={here}>
              {words.cancel}
            </ButtonLink>
          </div>
        </form>
        <Fold summary={words.dates.holidays}>
          <HolidayTable locale={locale} year={place.year} />
        </Fold>
      </div>
    ),
  })
}

/** The holidays of a school year in the three regions. */
function HolidayTable({ locale, year }: { readonly locale: Locale; readonly year: number }): Html {
  const words = yearText(locale)
  const byRegion = regions.map((region) => ({ region, holidays: schoolYear(year, region).holidays.slice(1) }))
  const rows = byRegion[0]?.holidays ?? []
  const dates = (holidays: readonly Holiday[], name: Holiday['name']) => {
    const found = holidays.find((holiday) => holiday.name === name)
    return found && formatDays(locale, found.start, found.end)
  }
  return (
    <Table
      caption={words.dates.holidays}
      captionHidden
      rows={rows}
      columns={[
        { head: words.dates.holiday, cell: (holiday) => words.holidays[holiday.name] },
        ...byRegion.map(({ region, holidays }) => ({
          head: words.regions[region],
          cell: ({ name }: Holiday) => dates(holidays, name),
        })),
      ]}
      source={schoolHolidays(year, 'noord').ok ? words.dates.source : words.dates.usual}
    />
  )
}

/** The region may be left out: then it stays what it is. */
const editForm = datesForm.extend({ region: z.enum(regions).optional() })

async function postDates(c: WebContext): Promise<Response> {
  const place = yearPlaceOf(c)
  if (place === null) return refuse(c, 'not-found')
  const { locale } = c.var
  const organisation = organisationOf(c)
  const labels = { ...dateLabels(locale), region: yearText(locale).setUp.region }
  const form = await readForm(c, editForm)
  if (!form.ok) return refuseForm(c, form, labels, (filled) => showDates(c, filled))
  const dates = datesIn(form.value)
  const { region = null } = form.value
  const { submission } = form
  const refusal = refusalOf(locale, schoolYear(place.year, region ?? regionOf(organisation)), dates)
  if (refusal !== null) {
    return refuseForm(c, { ...refusal, submission }, labels, (filled) => showDates(c, filled), refusal.own)
  }
  const done = await writeYear(c, submission, async (write) => {
    const moved = await movePeriods(write, place.year, dates)
    if (moved === 'done' && region !== null) await setHolidayRegion(write.trx, write.record, organisation.id, region)
    return moved
  })
  if (done.result !== 'done') return refuse(c, 'not-found')
  return c.redirect(yearPath(organisation.slug, place.year), 303)
}
