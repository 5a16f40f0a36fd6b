import { domains, type SchoolFigures, underRule } from '@kantelpunt/school-results'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { type Day, formatDay } from '../../../platform/text/days.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Alert, ButtonLink, EmptyState, PageHead } from '../../../platform/ui/index.ts'
import { everyone } from '../../../platform/web/access.ts'
import type { WebContext } from '../../../platform/web/context.ts'
import { keptPage } from '../../../platform/web/kept-page.ts'
import { type PageContent, page } from '../../../platform/web/page.tsx'
import { refuse } from '../../../platform/web/refuse.tsx'
import type { Route } from '../../../platform/web/route.ts'
import { numberWords } from '../number-words.ts'
import { currentFigures } from '../picture/current-figures.ts'
import type { Picture } from '../picture/picture-store.ts'
import type { SchoolPlaces } from '../picture/school-places.ts'
import { domainView } from '../school/domain-view.ts'
import { paragraphOf } from '../school/paragraph.ts'
import { type Likeness, similarSchools } from '../school/similar-schools.ts'
import { schoolText } from '../school/text.ts'
import { secondaryFigures } from '../secondary/secondary-store.ts'
import { DomainSection } from './domain-section.tsx'
import { LikenessForm, readLikeness } from './likeness-form.tsx'
import { SecondarySection } from './secondary-section.tsx'

/** What the published results of one school say, per domain, for everybody. */
export const schoolPageRoute: Route = {
  method: 'GET',
  path: '/results/schools/:code',
  access: everyone,
  handle: showSchool,
}

/** The address of the results of a location. */
export function schoolResultsPath(code: string): string {
  return `/results/schools/${code}`
}

async function showSchool(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const asked = c.req.param('code') ?? ''
  const code = asked.toUpperCase()
  if (!/^\d{2}[A-Z]{2}\d{2}$/.test(code)) return refuse(c, 'not-found')
  if (asked !== code) return c.redirect(schoolResultsPath(code), 301)
  const { picture, places, state } = await currentFigures(c)
  const place = places.byCode.get(code)
  const school = picture?.byLocation.get(code)
  // Only secondary schools are in no picture, and closed ones.
  const secondary = school === undefined ? await secondaryFigures(c, code, state) : undefined
  if (place === undefined && school === undefined && secondary === undefined) return refuse(c, 'not-found')
  const words = schoolText(locale).school
  const title = place?.name ?? code
  if (secondary !== undefined) {
    return keptPage(c, state, () => ({
      title: `${title} – ${words.over}`,
      body: (
        <div class="stack loose">
          <PageHead over={[words.over, place?.place].filter(Boolean).join(' · ')} title={title} />
          <SecondarySection locale={locale} figures={secondary} />
          <FigureFiles locale={locale} of={`/api/v1/secondary-schools/${code}`} />
          <p class="row">
            {place !== undefined && <a href={`/schools/${code}`}>{words.register}</a>}
            <a href="/results">{words.other}</a>
          </p>
        </div>
      ),
    }))
  }
  if (picture === undefined || school === undefined) {
    return page(c, {
      title,
      width: 'narrow',
      body: (
        <div class="stack loose">
          <PageHead over={words.over} title={title} />
          <EmptyState as="h2" title={words.none} action={<ButtonLink href="/results">{words.other}</ButtonLink>}>
            {schoolText(locale).front.emptyDo}
          </EmptyState>
        </div>
      ),
    })
  }
  const likeness = readLikeness((name) => c.req.query(name))
  return keptPage(c, state, () => primaryPage(locale, { school, code, likeness, picture, places }))
}

interface Primary {
  readonly school: SchoolFigures
  readonly code: string
  readonly likeness: Likeness
  readonly picture: Picture
  readonly places: SchoolPlaces
}

function primaryPage(locale: Locale, { school, code, likeness, picture, places }: Primary): PageContent {
  const words = schoolText(locale).school
  const place = places.byCode.get(code)
  const title = place?.name ?? code
  const similar = similarSchools(school, { schools: picture.schools, places, likeness })
  const views = domains.map((domain) => domainView(school, domain, { picture, similar }))
  const verdict = school.together === undefined ? undefined : underRule(school, picture.together).verdict
  return {
    title: `${title} – ${words.over}`,
    body: (
      <div class="stack loose">
        <PageHead over={[words.over, place?.place].filter(Boolean).join(' · ')} title={title} />
        <section class="stack" aria-label={words.inWords}>
          <p class="lead">{paragraphOf(locale, views, verdict).join(' ')}</p>
          <Facts locale={locale} school={school} verdict={verdict} />
          {isOneOfSeveral(school, picture) && <Alert kind="info">{words.severalLocations}</Alert>}
        </section>
        <LikenessForm locale={locale} code={code} likeness={likeness} found={similar.length} />
        {views.map((view) => (
          <DomainSection locale={locale} view={view} />
        ))}
        <p class="small soft">{words.legend}</p>
        <p class="source">{sourceOf(locale, picture)}</p>
        <FigureFiles locale={locale} of={`/api/v1/schools/${code}`} />
        <p class="row">
          {place !== undefined && <a href={`/schools/${code}`}>{words.register}</a>}
          <a href="/results">{words.other}</a>
        </p>
      </div>
    ),
  }
}

/** The figures of a school as files, and for programs. */
function FigureFiles({ locale, of }: { readonly locale: Locale; readonly of: string }): Html {
  const words = schoolText(locale).school
  return (
    <p class="row">
      <a href={`${of}?format=csv`} download>
        {words.figuresCsv}
      </a>
      <a href={`${of}?format=xlsx`} download>
        {words.figuresExcel}
      </a>
      <a href={`${of}?format=json`}>{words.figuresJson}</a>
    </p>
  )
}

function Facts({
  locale,
  school,
  verdict,
}: {
  readonly locale: Locale
  readonly school: SchoolFigures
  readonly verdict: 'above' | 'below' | 'depends-on-masked' | 'not-judged' | undefined
}): Html {
  const words = schoolText(locale).school
  const { weighting, pupils } = school
  return (
    <dl class="facts">
      {verdict !== undefined && (
        <>
          <dt>{words.inspectorate}</dt>
          <dd>{words.verdict[verdict]}</dd>
        </>
      )}
      <dt>{words.weighting}</dt>
      <dd>
        {weighting === undefined ? (
          <span class="soft">{words.unknown}</span>
        ) : (
          <>
            <span class="num">{numberWords(locale, weighting, 2)}</span>{' '}
            <span class="soft small">{words.weightingHint}</span>
          </>
        )}
      </dd>
      <dt>{words.pupilsOver}</dt>
      <dd class="num">{pupils.low === pupils.high ? pupils.low : `${pupils.low} – ${pupils.high}`}</dd>
    </dl>
  )
}

/** A location whose verdict by the Inspectorate can't be told, though its BRIN has some. */
function isOneOfSeveral(school: SchoolFigures, picture: Picture): boolean {
  if (school.object !== undefined || school.location === undefined) return false
  return (picture.byBrin.get(school.location.brin) ?? []).some(({ object }) => object !== undefined)
}

function sourceOf(locale: Locale, { recipe }: Picture): string {
  const files = recipe.files.map(
    ({ name, publishedOn }) => `${name} (${formatDay(locale, publishedOn as Day, 'long')})`,
  )
  return schoolText(locale).school.source([...new Set(files)].join('; '))
}
