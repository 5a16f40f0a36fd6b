import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import { Button, PageHead } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { impactText } from '../text.ts'
import { FigureTable } from './figure-table.tsx'
import { findImpact } from './find-impact.ts'
import { ImpactTabs } from './impact-tabs.tsx'
import { TeamMonthsTables } from './team-months-tables.tsx'
import { YearPicture, YearTable } from './year-picture.tsx'

/** The five layers to take along on paper, for the participation council. */
export const printRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/impact/print',
  access: anyMember,
  handle: showPrint,
}

async function showPrint(c: WebContext): Promise<Response> {
  const { locale, now, visit } = c.var
  const words = impactText(locale)
  const [impact] = visit.organisation?.kind === 'school' ? await findImpact(c) : []
  if (impact === undefined) return refuse(c, 'not-found')
  const { phase } = impact
  return page(c, {
    title: words.print.title,
    body: (
      <div class="stack for-council">
        <PageHead over={words.title} title={words.print.title}>
          <span data-controller="print" class="no-print">
            <Button kind="main" type="button" icon="printer" action="print#now">
              {words.print.button}
            </Button>
          </span>
        </PageHead>
        <ImpactTabs locale={locale} slug={impact.slug} here="print" />
        <p>{words.print.lead(impact.name, formatDay(locale, amsterdamDay(now), 'long'))}</p>
        <p>{words.certain}</p>
        {impact.layers.map(({ name, figures }) => (
          <section class="stack tight">
            <h2>{words.layers[name].title}</h2>
            <FigureTable
              locale={locale}
              caption={words.layers[name].title}
              figures={figures}
              source={words.layers[name].source}
            />
            {name === 'enthusiasm' && phase && <p>{words.dip[phase.phase](phase.months)}</p>}
            <p>
              <b>{words.notSay}.</b> {words.layers[name].notSay}
            </p>
          </section>
        ))}
        {impact.year.length > 0 && (
          <section class="stack tight">
            <h2>{words.year.title}</h2>
            <YearPicture locale={locale} impact={impact} />
            <YearTable locale={locale} impact={impact} />
          </section>
        )}
        {impact.byTeam.some(({ months, rows }) => months.length > 0 && rows.length > 0) && (
          <section class="stack tight">
            <h2>{words.byTeam.title}</h2>
            <p>{words.byTeam.lead}</p>
            <TeamMonthsTables locale={locale} byTeam={impact.byTeam} />
          </section>
        )}
        <section class="stack tight">
          <h2>{words.print.questions}</h2>
          <ul>
            {words.print.ask.map((question) => (
              <li>{question}</li>
            ))}
          </ul>
        </section>
      </div>
    ),
  })
}
