import { z } from 'zod'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../platform/text/days.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Fold, Table } from '../../../platform/ui/index.ts'
import { members } from '../../../platform/web/access.ts'
import { performSubmission } from '../../../platform/web/answer.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/page.tsx'
import { refuse } from '../../../platform/web/refuse.tsx'
import type { Route } from '../../../platform/web/route.ts'
import { numberWords } from '../number-words.ts'
import { GrowthBody } from './growth-page.tsx'
import { mostSummarySigns, readSummary } from './read-summary.ts'
import { scoreWords } from './score-words.ts'
import type { SummarySchool } from './summary.ts'
import { type KeptSummary, keepSummary, keptSummaries } from './summary-store.ts'
import { growthText } from './text.ts'

/** Means of schools are for who leads them. */
const keepers = members('leader', 'coach', 'board')
const form = z.object({ summary: z.string().max(mostSummarySigns) })

/** The growth indicator for a school or governing body: the same page, and what it kept of earlier times. */
export const summaryRoutes: readonly Route[] = [
  { method: 'GET', path: '/s/:organisation/results/growth', access: keepers, handle: showKept },
  {
    method: 'POST',
    path: '/s/:organisation/results/growth',
    access: keepers,
    bodyLimit: 3 * mostSummarySigns,
    perMinute: 20,
    handle: keep,
  },
]

async function showKept(c: WebContext): Promise<Response> {
  const { locale, services } = c.var
  const words = growthText(locale)
  const { id, name, slug } = organisationOf(c)
  const kept = await withinScope(c, (trx) => keptSummaries(trx, id))
  return page(c, {
    title: words.title,
    body: (
      <GrowthBody
        locale={locale}
        assets={services.assets}
        over={name}
        keep={{ action: `/s/${slug}/results/growth`, id: services.newId() }}
      >
        {kept.length > 0 && (
          <section class="stack">
            <h2>{words.kept}</h2>
            {kept.map((summary) => (
              <Kept locale={locale} summary={summary} />
            ))}
          </section>
        )}
      </GrowthBody>
    ),
  })
}

async function keep(c: WebContext): Promise<Response> {
  const { id: organisationId, slug } = organisationOf(c)
  const read = await readForm(c, form)
  const summary = read.ok ? await readSummary(read.value.summary) : undefined
  if (summary === undefined) return refuse(c, 'form')
  const { id } = read.submission
  await performSubmission(c, `growth:${organisationId}`, read.submission, async (trx, record) => {
    await keepSummary(trx, { id, organisationId, summary, at: c.var.now, by: personOf(c).id })
    record({ action: 'growth-kept', subject: `growth:${id}`, changes: { schools: [null, summary.schools.length] } })
    return id
  })
  return c.redirect(`/s/${slug}/results/growth`, 303)
}

function Kept({ locale, summary }: { readonly locale: Locale; readonly summary: KeptSummary }): Html {
  const { head, keptOn, verdict } = growthText(locale)
  const title = keptOn(
    formatDay(locale, amsterdamDay(summary.saved_at), 'long'),
    numberWords(locale, summary.schools.length),
  )
  const score = scoreWords(locale, summary.schools)
  const column = (name: string, of: (school: SummarySchool) => string) => ({ head: name, cell: of, numeric: true })
  return (
    <Fold summary={title}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { head: head.school, cell: ({ code }: SummarySchool) => code },
          column(head.pupils, ({ pupils }) => numberWords(locale, pupils)),
          column(head.expected, ({ expected }) => score(expected)),
          column(head.achieved, ({ achieved }) => score(achieved)),
          column(head.growth, ({ growth }) => score(growth)),
          column(head.interval, ({ lower, upper }) => `${score(lower)} – ${score(upper)}`),
          { head: head.verdict, cell: (school) => verdict[school.verdict] },
        ]}
        rows={summary.schools}
      />
    </Fold>
  )
}
