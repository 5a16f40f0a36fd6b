import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { sequenceOf } from '../../../../platform/journal/journal-store.ts'
import { Button, ButtonLink, ErrorSummary, People, Tabs } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { liveAddress } from '../../../../platform/web/live-route.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { schoolYearName } from '../../school-year.ts'
import { yearText } from '../../text.year.ts'
import { type YearTeam, yearPath, yearStream } from '../../year.ts'
import { loadYearProps, type YearProps } from '../../year-props.ts'
import { teamsOf, yearsOf } from '../../year-store.ts'
import { NoYear } from './no-year.tsx'
import { PeriodForm } from './period-form.tsx'
import { EditAmbition } from './year-head.tsx'
import { YearNotes } from './year-notes.tsx'
import { yearParts } from './year-parts.tsx'
import { yearPlaceOf } from './year-place.ts'

export const yearPageRoutes: readonly Route[] = [
  { method: 'GET', path: '/s/:organisation/year', access: anyMember, handle: (c) => showYear(c) },
  { method: 'GET', path: '/s/:organisation/year/:year', access: anyMember, handle: (c) => showYear(c) },
]

/** What is being edited in place: the ambition, or the period with this number. */
export type Editing = 'ambition' | number

/** The year board; `editing` and `filled` are the form that came back. */
export async function showYear(
  c: WebContext,
  editing: Editing | null = editingIn(c),
  filled: FilledForm = emptyForm,
): Promise<Response> {
  const place = yearPlaceOf(c)
  if (place === null) return refuse(c, 'not-found')
  const { year, thisYear, audience } = place
  const organisation = organisationOf(c)
  const { locale, now } = c.var
  const words = yearText(locale)
  const found = await withinScope(c, async (trx) => ({
    props: await loadYearProps(trx, { organisation, year, locale, audience, now }),
    before: await loadYearProps(trx, { organisation, year: year - 1, locale, audience, now }),
    years: await yearsOf(trx, organisation.id),
    teams: await teamsOf(trx, organisation.id),
    sequence: await sequenceOf(trx, organisation.id, yearStream(organisation.id)),
  }))
  const years = [...new Set([...found.years, thisYear, thisYear + 1, year])].toSorted()
  const tabs = (
    <Tabs
      label={words.years}
      tabs={years.map((each) => ({ label: schoolYearName(each), href: yearPath(organisation.slug, each) }))}
      here={yearPath(organisation.slug, year)}
    />
  )
  const { props } = found
  return page(c, {
    title: words.title(schoolYearName(year)),
    width: 'wide',
    end: <People locale={locale} id="present" names={[]} />,
    body: (
      <div
        class="stack a3 year-board"
        data-controller="live"
        data-live-source-value={liveAddress(organisation.slug, yearStream(organisation.id), 'desk', found.sequence)}
      >
        {tabs}
        {props === null ? (
          <NoYear
            locale={locale}
            school={`/s/${organisation.slug}`}
            year={year}
            canSetUp={audience === 'writes' && year >= thisYear && year <= thisYear + 1}
            past={year < thisYear}
            before={found.before}
          />
        ) : (
          <Board props={props} editing={audience === 'writes' ? editing : null} filled={filled} teams={found.teams} />
        )}
      </div>
    ),
  })
}

interface BoardProps {
  readonly props: YearProps
  readonly editing: Editing | null
  readonly filled: FilledForm
  readonly teams: readonly YearTeam[]
}

function Board({ props, editing, filled, teams }: BoardProps): Html {
  const { locale, audience, school, board } = props
  const words = yearText(locale)
  const [head, picture, ...cards] = yearParts(props)
  const edited = board.periods.find((period) => period.number === editing)
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return (
    <>
      <ErrorSummary title={words.wrong} problems={problems} />
      <div class="page-head">
        {editing === 'ambition' ? <EditAmbition {...props} filled={filled} /> : head?.html}
        <div class="row no-print">
          {audience === 'writes' && (
            <ButtonLink kind="quiet" icon="calendar" href={`${school}/year/${board.schoolYear}/dates`}>
              {words.dates.edit}
            </ButtonLink>
          )}
          <span data-controller="print">
            <Button kind="quiet" type="button" icon="printer" action="print#now">
              {words.print}
            </Button>
          </span>
        </div>
      </div>
      {audience === 'reads' && <p class="soft no-print">{words.onlyReading}</p>}
      {picture?.html}
      {edited && <PeriodForm {...props} period={edited} filled={filled} teams={teams} />}
      <div data-controller={audience === 'writes' ? 'swap' : undefined}>
        <ol class="year">{cards.map((card) => card.html)}</ol>
        {audience === 'writes' && (
          <form
            method="post"
            action={`${school}/year/${board.schoolYear}/swap`}
            data-entry=""
            data-swap-target="form"
            hidden
          >
            <input type="hidden" name="id" />
            <input type="hidden" name="with" />
          </form>
        )}
      </div>
      <YearNotes {...props} />
    </>
  )
}

function editingIn(c: WebContext): Editing | null {
  const wanted = c.req.query('edit') ?? ''
  if (wanted === 'ambition') return 'ambition'
  return /^[1-5]$/.test(wanted) ? Number(wanted) : null
}
