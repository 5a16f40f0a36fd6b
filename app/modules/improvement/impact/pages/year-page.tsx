import { ButtonLink, EmptyState, PageHead } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { schoolYearName } from '../../school-year.ts'
import { impactText } from '../text.ts'
import { findImpact } from './find-impact.ts'
import { ImpactTabs } from './impact-tabs.tsx'
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
  const [impact] = visit.organisation?.kind === 'school' ? await findImpact(c) : []
  if (impact === undefined) return refuse(c, 'not-found')
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
            <YearPicture locale={locale} impact={impact} />
            <h2>{words.year.table}</h2>
            <YearTable locale={locale} impact={impact} />
          </>
        )}
      </div>
    ),
  })
}
