import { z } from 'zod'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../platform/text/days.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Alert, Fold, Table } from '../../../platform/ui/index.ts'
import { members } from '../../../platform/web/access.ts'
import { performSubmission } from '../../../platform/web/answer.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/page.tsx'
import { refuse } from '../../../platform/web/refuse.tsx'
import type { Route } from '../../../platform/web/route.ts'
import { numberWords } from '../number-words.ts'
import { GrowthBody } from './growth-page.tsx'
import { ownSchools } from './own-schools.ts'
import { mostSummarySigns, readSummary } from './read-summary.ts'
import { scoreWords } from './score-words.ts'
import { isAmong, type SummarySchool } from './summary.ts'
import { type KeptSummary, keepSummary, keptSummaries } from './summary-store.ts'
import { growthText } from './text.ts'

/** Means of schools are for who leads them. */
const keepers = members('leader', 'coach', 'board')
const form = z.object({ summary: z.string().max(mostSummarySigns) })

/** The growth indicator for a school or governing body: the same page, and what it kept of earlier times. */
export const summaryRoutes: readonly Route[] = [
  { method: 'GET', path: '/s/:organisation/results/growth', access: keepers, handle: (c) => showKept(c) },
  {
    method: 'POST',
    path: '/s/:organisation/results/growth',
    access: keepers,
    bodyLimit: 3 * mostSummarySigns,
    perMinute: 20,
    handle: keep,
  },
]

/** Why a summary was not kept, and for which schools. */
interface Refused {
  readonly reason: 'too-many' | 'unknown-schools'
  readonly codes: readonly string[]
}

async function showKept(c: WebContext, refused?: Refused): Promise<Response> {
  const { locale, services } = c.var
  const words = growthText(locale)
  const { id, name, slug } = organisationOf(c)
  const { kept, own } = await withinScope(c, async (trx) => ({
    kept: await keptSummaries(trx, id),
    own: await schoolsOf(c, trx),
  }))
  return page(c, {
    title: words.title,
    body: (
      <GrowthBody
        locale={locale}
        assets={services.assets}
        over={name}
        keep={{ action: `/s/${slug}/results/growth`, id: services.newId(), own: [...own.keys()] }}
      >
        {refused !== undefined && (
          <Alert kind="error">{words.keepRefused[refused.reason](refused.codes.slice(0, 20).join(', '))}</Alert>
        )}
        {kept.length > 0 && (
          <section class="stack">
            <h2>{words.kept}</h2>
            {kept.map((summary) => (
              <Kept locale={locale} summary={summary} own={own} />
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
  const { result } = await performSubmission(
    c,
    `growth:${organisationId}`,
    read.submission,
    async (trx, record): Promise<Refused | null> => {
      const own = await schoolsOf(c, trx)
      const unknown = summary.schools.map(({ code }) => code).filter((code) => !isAmong(code, own.keys()))
      if (unknown.length > 0) return { reason: 'unknown-schools', codes: unknown }
      const kept = await keepSummary(trx, { id, organisationId, summary, at: c.var.now, by: personOf(c).id })
      if (!kept.ok) return { reason: kept.reason, codes: kept.codes }
      record({ action: 'growth-kept', subject: `growth:${id}`, changes: { schools: [null, summary.schools.length] } })
      return null
    },
  )
  if (result !== null) {
    const shown = await showKept(c, result)
    return new Response(shown.body, { status: 422, headers: shown.headers })
  }
  return c.redirect(`/s/${slug}/results/growth`, 303)
}

/** Schools that may be in a summary of the organisation in the path: for a school those of its governing body, too. */
function schoolsOf(c: WebContext, trx: Trx): Promise<ReadonlyMap<string, string>> {
  return ownSchools(trx, [organisationOf(c).id, ...c.var.visit.schoolIds])
}

interface KeptProps {
  readonly locale: Locale
  readonly summary: KeptSummary
  /** Names by code. */
  readonly own: ReadonlyMap<string, string>
}

function Kept({ locale, summary, own }: KeptProps): Html {
  const { head, keptOn, keptRounded, verdict } = growthText(locale)
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
          { head: head.school, cell: ({ code }: SummarySchool) => [own.get(code), code].filter(Boolean).join(', ') },
          column(head.pupils, ({ pupils }) => numberWords(locale, pupils)),
          column(head.expected, ({ expected }) => score(expected)),
          column(head.achieved, ({ achieved }) => score(achieved)),
          column(head.growth, ({ growth }) => score(growth)),
          column(head.interval, ({ lower, upper }) => `${score(lower)} – ${score(upper)}`),
          { head: head.verdict, cell: (school) => verdict[school.verdict] },
        ]}
        rows={summary.schools}
      />
      <p class="soft">{keptRounded}</p>
    </Fold>
  )
}
