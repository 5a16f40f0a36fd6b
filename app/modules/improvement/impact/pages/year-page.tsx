import { amsterdamDay } from '../../../../platform/text/days.ts'
import { ButtonLink, EmptyState, PageHead } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { schoolYearName, schoolYearOf } from '../../school-year.ts'
import { yearsOf } from '../../year-store.ts'
import { impactPath } from '../impact-path.ts'
import { impactText } from '../text.ts'
import { findImpact } from './find-impact.ts'
import { ImpactTabs } from './impact-tabs.tsx'
import { TeamMonthsTables } from './team-months-tables.tsx'
import { YearPicture, YearTable } from './year-picture.tsx'

/** The year of a school in one picture, with its table. */
export const yearPictureRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/impact/year',
  access: anyMember,
  handle: showYear,
}

async function showYear(c: WebContext): Promise<Response> {
  const { locale, visit } = c.var
  const words = impactText(locale)
  const { organisation } = visit
  if (organisation?.kind !== 'school') return refuse(c, 'not-found')
  const today = schoolYearOf(amsterdamDay(c.var.now))
  const years = (await withinScope(c, (trx) => yearsOf(trx, organisation.id))).filter((year) => year <= today)
  const asked = Number(c.req.query('of'))
  const [impact] = await findImpact(c, years.includes(asked) ? asked : today)
  if (impact === undefined) return refuse(c, 'not-found')
  const others = years.filter((year) => year !== impact.schoolYear)
  return page(c, {
    title: words.year.title,
    body: (
      <div class="stack">
        <PageHead over={words.over(impact.name, schoolYearName(impact.schoolYear))} title={words.year.title} />
        <ImpactTabs locale={locale} slug={impact.slug} here="year" />
        {impact.year.length === 0 ? (
          <EmptyState
            as="h2"
            title={words.year.noYear}
            action={<ButtonLink href={`/s/${impact.slug}/year`}>{words.year.toYear}</ButtonLink>}
          >
            {words.year.noYearDo}
          </EmptyState>
        ) : (
          <>
            <p>{words.year.lead}</p>
            {others.length > 0 && (
              <p>
                {words.year.others}{' '}
                {others.map((year) => (
                  <>
                    <a href={`${impactPath(impact.slug, 'year')}?of=${year}`}>{schoolYearName(year)}</a>{' '}
                  </>
                ))}
              </p>
            )}
            <YearPicture locale={locale} impact={impact} />
            <h2>{words.year.table}</h2>
            <YearTable locale={locale} impact={impact} />
          </>
        )}
        <h2 id="teams">{words.byTeam.title}</h2>
        {impact.byTeam.some(({ months, rows }) => months.length > 0 && rows.length > 0) ? (
          <>
            <p>{words.byTeam.lead}</p>
            <TeamMonthsTables locale={locale} byTeam={impact.byTeam} />
          </>
        ) : (
          <p class="soft">{words.byTeam.none}</p>
        )}
      </div>
    ),
  })
}
