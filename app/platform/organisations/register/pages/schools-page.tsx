import type { Html } from '#html'
import { type Day, formatDay } from '../../../text/days.ts'
import type { Locale } from '../../../text/dictionary.ts'
import { ButtonLink, Card, Chip, EmptyState, Icon, PageHead, SearchForm } from '../../../ui/index.ts'
import { everyone } from '../../../web/access.ts'
import { type WebContext, withinScope } from '../../../web/context.ts'
import { page } from '../../../web/page.tsx'
import type { Route } from '../../../web/route.ts'
import type { RegisterSchool } from '../import-plan.ts'
import { registerState } from '../register-store.ts'
import { searchSchools } from '../search-schools.ts'
import { text } from './text.ts'

const most = 20

/** Anyone can look up a real school. A page of its own for every search, so that it can be shared. */
export const schoolsRoute: Route = { method: 'GET', path: '/schools', access: everyone, handle: showSchools }

async function showSchools(c: WebContext): Promise<Response> {
  const { locale, visit } = c.var
  const words = text(locale).lookUp
  const asked = (c.req.query('q') ?? '').trim().slice(0, 200)
  const { schools, state } = await withinScope(c, async (trx) => ({
    schools: asked === '' ? [] : (await searchSchools(trx, asked, { limit: most })).schools,
    state: await registerState(trx),
  }))
  const count = state.reduce((sum, { open, closed }) => sum + open + closed, 0)
  const newest =
    state
      .map((sector) => sector.newest ?? '')
      .sort()
      .at(-1) ?? ''
  const isOperator = visit.viewer.kind === 'person' && visit.viewer.operator
  return page(c, {
    title: asked === '' ? words.title : `${asked} – ${words.title}`,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead title={words.title} />
        <p class="lead">{words.lead}</p>
        <SearchForm action="/schools" label={words.label} hint={words.hint} value={asked} button={words.search} />
        {count === 0 ? (
          <EmptyState
            as="h2"
            title={words.nothingYet}
            action={isOperator && <ButtonLink href="/admin/schools">{words.import}</ButtonLink>}
          >
            {words.nothingYetDo}
          </EmptyState>
        ) : (
          asked !== '' && <Found locale={locale} schools={schools} />
        )}
        {count > 0 && (
          <p class="source">{words.source(count.toLocaleString(locale), formatDay(locale, newest as Day, 'long'))}</p>
        )}
      </div>
    ),
  })
}

function Found({ locale, schools }: { readonly locale: Locale; readonly schools: readonly RegisterSchool[] }): Html {
  const words = text(locale).lookUp
  if (schools.length === 0)
    return (
      <EmptyState as="h2" title={words.none}>
        {words.noneDo}
      </EmptyState>
    )
  return (
    <section class="stack">
      <h2>{schools.length === most ? words.foundMore(most) : words.found(schools.length)}</h2>
      <ul class="cards">
        {schools.map((school) => (
          <SchoolCard locale={locale} school={school} />
        ))}
      </ul>
      {schools.length === most && <p class="soft">{words.more}</p>}
    </section>
  )
}

/** A school in a list: name as a link, place, kind, and whether it is closed or had another name. */
export function SchoolCard({ locale, school }: { readonly locale: Locale; readonly school: RegisterSchool }): Html {
  const words = text(locale)
  const { code, facts, sector, closedSince } = school
  const former = formerNames(school).at(-1)
  return (
    <Card as="li" shape="item">
      <Icon name="school" />
      <div>
        <b>
          <a href={`/schools/${code}`}>{facts.name}</a>
        </b>
        <small>
          {[facts.place, words.sector[sector], code].join(' · ')}
          {former && ` · ${words.formerly(former.name)}`}
        </small>
      </div>
      {closedSince !== null && <Chip tone="late">{words.closed}</Chip>}
    </Card>
  )
}

/** Names that the school no longer has, oldest first. */
export function formerNames(school: RegisterSchool): RegisterSchool['names'] {
  return school.names.filter(({ name }) => name !== school.facts.name)
}
