import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { searchSchools } from '../../../platform/organisations/register/search-schools.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { ButtonLink, Card, EmptyState, Icon, PageHead, SearchForm } from '../../../platform/ui/index.ts'
import { everyone } from '../../../platform/web/access.ts'
import { type WebContext, withinScope } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/page.tsx'
import type { Route } from '../../../platform/web/route.ts'
import { growthText } from '../growth/text.ts'
import { newestPicture, type Picture } from '../picture/picture-store.ts'
import { schoolText } from '../school/text.ts'
import { schoolResultsPath } from './school-page.tsx'

const most = 20

/** The way in: anybody looks up a school. */
export const frontRoute: Route = { method: 'GET', path: '/results', access: everyone, handle: showFront }

interface Found {
  readonly code: string
  readonly name: string
  readonly place: string
  /** The kinds of education of a secondary school. */
  readonly structure: string | null
}

async function showFront(c: WebContext): Promise<Response> {
  const { locale, visit } = c.var
  const words = schoolText(locale).front
  const asked = (c.req.query('q') ?? '').trim().slice(0, 200)
  const { found, picture } = await withinScope(c, async (trx) => ({
    found: asked === '' ? [] : (await searchSchools(trx, asked, { limit: most + 1 })).schools,
    picture: await newestPicture(trx),
  }))
  const isOperator = visit.viewer.kind === 'person' && visit.viewer.operator
  const schools = found.map(({ code, facts }) => ({ code, ...facts }))
  return page(c, {
    title: asked === '' ? words.title : `${asked} – ${words.title}`,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead title={words.title} />
        <p class="lead">{words.lead}</p>
        <SearchForm action="/results" label={words.label} value={asked} button={words.search} />
        {picture === undefined ? (
          <EmptyState
            as="h2"
            title={words.empty}
            action={isOperator && <ButtonLink href="/admin/results">{words.load}</ButtonLink>}
          >
            {words.emptyDo}
          </EmptyState>
        ) : (
          <>
            {asked !== '' && <Schools locale={locale} schools={schools} picture={picture} />}
            <Card as="section" tone="insight">
              <h2>
                <a href="/results/rules">{words.rules}</a>
              </h2>
              <p>{words.rulesLead}</p>
            </Card>
          </>
        )}
        <Card as="section" tone="insight">
          <h2>
            <a href="/results/growth">{growthText(locale).title}</a>
          </h2>
          <p>{growthText(locale).front}</p>
        </Card>
      </div>
    ),
  })
}

interface SchoolsProps {
  readonly locale: Locale
  readonly schools: readonly Found[]
  readonly picture: Picture
}

function Schools({ locale, schools, picture }: SchoolsProps): Html {
  const words = schoolText(locale).front
  const whatOf = ({ code, structure }: Found) => {
    if (structure !== null) return [structure]
    return picture.byLocation.has(code) ? [] : [words.noFigures]
  }
  if (schools.length === 0)
    return (
      <EmptyState as="h2" title={words.none}>
        {words.noneDo}
      </EmptyState>
    )
  return (
    <section class="stack">
      <h2>{words.found(Math.min(schools.length, most), schools.length > most)}</h2>
      {schools.length > most && <p>{words.more}</p>}
      <ul class="cards">
        {schools.slice(0, most).map((school) => (
          <Card as="li" shape="item">
            <Icon name="school" />
            <div>
              <b>
                <a href={schoolResultsPath(school.code)}>{school.name}</a>
              </b>
              <small>{[school.place, school.code, ...whatOf(school)].join(' · ')}</small>
            </div>
          </Card>
        ))}
      </ul>
    </section>
  )
}
