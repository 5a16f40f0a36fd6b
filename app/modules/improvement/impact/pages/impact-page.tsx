import { ButtonLink, PageHead } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { schoolYearName } from '../../school-year.ts'
import { impactText } from '../text.ts'
import { boardsToWriteOn } from './boards-to-write-on.ts'
import { findImpact } from './find-impact.ts'
import { ImpactTabs } from './impact-tabs.tsx'
import { LayerCard } from './layer-card.tsx'
import { SchoolsPage } from './schools-page.tsx'

/** Five layers of a school; of a governing body: its schools beside each other. */
export const impactRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/impact',
  access: anyMember,
  handle: showImpact,
}

async function showImpact(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const organisation = organisationOf(c)
  const words = impactText(locale)
  const schools = await findImpact(c)
  if (organisation.kind === 'board') {
    return page(c, {
      title: words.title,
      body: <SchoolsPage locale={locale} name={organisation.name} schools={schools} />,
    })
  }
  const [impact] = schools
  if (impact === undefined) return refuse(c, 'not-found')
  const writes = (await boardsToWriteOn(c)).length > 0
  return page(c, {
    title: words.title,
    body: (
      <div class="stack">
        <PageHead over={words.over(impact.name, schoolYearName(impact.schoolYear))} title={words.title}>
          {c.var.visit.roles.includes('leader') && (
            <ButtonLink href={`/s/${organisation.slug}/movement`} kind="quiet" iconAfter="arrow-right">
              {words.movement}
            </ButtonLink>
          )}
        </PageHead>
        <ImpactTabs locale={locale} slug={impact.slug} here="layers" />
        <p>{words.lead}</p>
        {impact.layers.map((layer) => (
          <LayerCard locale={locale} impact={impact} layer={layer} writes={writes} />
        ))}
        <p class="source">{words.certain}</p>
      </div>
    ),
  })
}
