import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { ButtonLink, EmptyState, PageHead, Table } from '../../../../platform/ui/index.ts'
import { everyone } from '../../../../platform/web/access.ts'
import { type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { type Area, areaPath, readArea } from '../area.ts'
import { type AreaShare, type CountedSchool, countedSchools, partsOf, registerDay, shareOf } from '../area-store.ts'
import { percentOf } from '../rhythm-rule.ts'
import { sharedStories } from '../story-store.ts'
import { publicText } from '../text.public.ts'
import { Meaning, ShareCard } from './share-card.tsx'
import { StoryCards } from './story-pages.tsx'

const storiesShown = 3

/** Which share of schools works this way, for everybody: of the country, and of each part of it. */
export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/movement', access: everyone, handle: (c) => showArea(c, { kind: 'country' }) },
  {
    method: 'GET',
    path: '/movement/in/:area',
    access: everyone,
    handle: (c) => {
      const area = readArea(c.req.param('area') ?? '')
      return area === null ? refuse(c, 'not-found') : showArea(c, area)
    },
  },
]

async function showArea(c: WebContext, area: Area): Promise<Response> {
  const { locale } = c.var
  const words = publicText(locale)
  const { share, parts, schools, stories, day } = await withinScope(c, async (trx) => ({
    share: await shareOf(trx, area),
    parts: await partsOf(trx, area),
    schools: area.kind === 'municipality' || area.kind === 'body' ? await countedSchools(trx, area) : null,
    stories: area.kind === 'country' ? await sharedStories(trx, storiesShown) : [],
    day: await registerDay(trx),
  }))
  if (share === null && area.kind !== 'country') return refuse(c, 'not-found')
  const listed = day === null ? undefined : words.source(formatDay(locale, day, 'long'))
  const source = c.var.services.settings.demo ? words.fictional : listed
  const title = area.kind === 'country' ? words.title : titleOf(locale, area, share?.name ?? '')
  return page(c, {
    title,
    body: (
      <div class="stack loose">
        <PageHead over={area.kind === 'country' ? words.country : words.title} title={title}>
          {area.kind !== 'country' && (
            <ButtonLink kind="quiet" href="/movement" icon="arrow-left">
              {words.back}
            </ButtonLink>
          )}
        </PageHead>
        {area.kind === 'country' && <p class="lead">{words.lead}</p>}
        <div class="halves even">
          {share === null ? (
            <EmptyState as="h2" title={words.empty}>
              {words.emptyDo}
            </EmptyState>
          ) : (
            <div class="stack">
              <ShareCard locale={locale} share={share} />
              {schools !== null && (
                <>
                  <Schools locale={locale} area={area} schools={schools} />
                  <p class="source">{source}</p>
                </>
              )}
            </div>
          )}
          <Meaning locale={locale} />
        </div>
        {parts.length > 0 && <Parts locale={locale} area={area} parts={parts} source={source} />}
        {area.kind === 'country' && (
          <section class="stack">
            <h2>{words.stories.title}</h2>
            <p>{words.stories.lead}</p>
            <StoryCards locale={locale} stories={stories} />
            <p>
              <a href="/movement/stories">{words.stories.all}</a>
            </p>
          </section>
        )}
      </div>
    ),
  })
}

function titleOf(locale: Locale, area: Exclude<Area, { kind: 'country' }>, name: string): string {
  return publicText(locale)[area.kind](name)
}

interface PartsProps {
  readonly locale: Locale
  readonly area: Area
  readonly parts: readonly AreaShare[]
  readonly source: string | undefined
}

/** By name: an order that says nothing. */
function Parts({ locale, area, parts, source }: PartsProps): Html {
  const words = publicText(locale)
  const caption = area.kind === 'country' ? words.provinces : words.municipalities
  return (
    <section class="stack">
      <h2>{caption}</h2>
      <Table
        caption={caption}
        captionHidden
        stacks
        columns={[
          { head: words.area, cell: (part: AreaShare) => <a href={areaPath(part.area)}>{part.name}</a> },
          { head: words.schools, cell: ({ schools }) => schools.toLocaleString(locale), numeric: true },
          { head: words.inRhythm, cell: ({ inRhythm }) => inRhythm.toLocaleString(locale), numeric: true },
          {
            head: words.share,
            cell: (part) => {
              const percent = percentOf(part)
              return percent === null ? <span class="soft">{words.noPercent}</span> : words.percentCell(percent)
            },
            numeric: true,
          },
        ]}
        rows={parts}
        source={source}
      />
    </section>
  )
}

interface SchoolsProps {
  readonly locale: Locale
  readonly area: Area
  readonly schools: readonly CountedSchool[]
}

function Schools({ locale, area, schools }: SchoolsProps): Html {
  const words = publicText(locale)
  if (schools.length === 0) {
    return (
      <EmptyState as="h2" title={words.none}>
        {words.noneDo}
      </EmptyState>
    )
  }
  return (
    <section class="stack">
      <h2>{words.counted}</h2>
      <ul class="movement-schools">
        {schools.map(({ code, name, place, governingBody }) => (
          <li>
            <a href={`/schools/${code}`}>{name}</a>
            <span class="soft"> {place}</span>
            {area.kind !== 'body' && governingBody !== null && (
              <>
                {' · '}
                <a href={areaPath({ kind: 'body', number: governingBody })}>{words.ofBody(governingBody)}</a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p class="source">{words.countedNote}</p>
    </section>
  )
}
