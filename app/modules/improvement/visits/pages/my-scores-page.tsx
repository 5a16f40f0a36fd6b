import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, Card, EmptyState, PageHead, Table } from '../../../../platform/ui/index.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { consent, hasConsented, takeBackConsent } from '../consent-store.ts'
import { endsOf, type Instrument, sayIn } from '../instrument.ts'
import { findInstrument } from '../instrument-store.ts'
import { type DomainEstimate, type Observed, observe } from '../observed.ts'
import { scoresOf } from '../score-store.ts'
import { seenText } from '../text.seen.ts'
import { visitsPath } from '../visit.ts'
import { IntervalPicture } from './interval-picture.tsx'
import { NeverAppraisal } from './never-appraisal.tsx'
import { VisitTabs } from './visit-tabs.tsx'
import { visitMembers } from './visit-write.ts'

const path = '/s/:organisation/visits/scores'

/** The scores of whoever looks, and of nobody else; and whether they count for the school. */
export const myScoresRoutes: readonly Route[] = [
  { method: 'GET', path, access: visitMembers, handle: showScores },
  { method: 'POST', path: `${path}/consent`, access: visitMembers, handle: (c) => decide(c, consent) },
  { method: 'POST', path: `${path}/no-consent`, access: visitMembers, handle: (c) => decide(c, takeBackConsent) },
]

async function decide(c: WebContext, does: typeof consent | typeof takeBackConsent): Promise<Response> {
  const { id: organisationId, slug } = organisationOf(c)
  await withinScope(c, (trx) => does(trx, organisationId, personOf(c).id, c.var.now))
  return c.redirect(`${visitsPath(slug)}/scores`, 303)
}

async function showScores(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const organisation = organisationOf(c)
  const me = personOf(c)
  const words = seenText(locale).mine
  const { found, counts } = await withinScope(c, async (trx) => {
    const visits = await scoresOf(trx, organisation.id, me.id)
    const keys = [...new Set(visits.map(({ instrument }) => instrument))].toSorted()
    const instruments = await Promise.all(keys.map((key) => findInstrument(trx, organisation.id, key)))
    return {
      counts: await hasConsented(trx, organisation.id, me.id),
      found: instruments.flatMap((instrument, i) => {
        if (instrument === null) return []
        const scored = visits.filter((visit) => visit.instrument === keys[i])
        return [{ instrument, observed: observe(instrument, scored) }]
      }),
    }
  })
  return page(c, {
    title: words.title,
    body: (
      <div class="stack tone-visit">
        <PageHead over={organisation.name} title={words.title} />
        <VisitTabs c={c} />
        <p>{words.lead}</p>
        <NeverAppraisal locale={locale} />
        {found.length === 0 && (
          <EmptyState as="h2" title={words.none}>
            {words.noneLead}
          </EmptyState>
        )}
        {found.map(({ instrument, observed }) => (
          <section class="stack tight">
            <h2>{sayIn(locale, instrument.name)}</h2>
            <Scores locale={locale} instrument={instrument} observed={observed} />
          </section>
        ))}
        <Consent c={c} counts={counts} />
      </div>
    ),
  })
}

interface ScoresProps {
  readonly locale: Locale
  readonly instrument: Instrument
  readonly observed: Observed
}

function Scores({ locale, instrument, observed }: ScoresProps): Html {
  const words = seenText(locale).mine
  if (!observed.ok) return <p>{words.tooFew(observed.visits, observed.visitors)}</p>
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const ends = endsOf(instrument)
  const rows = observed.domains.flatMap(({ domain, estimate }) =>
    estimate ? [{ name: sayIn(locale, domain.name), value: estimate.value, interval: estimate.interval }] : [],
  )
  return (
    <>
      <IntervalPicture label={words.picture(sayIn(locale, instrument.name))} {...ends} rows={rows} />
      <Table
        caption={sayIn(locale, instrument.name)}
        captionHidden
        stacks
        columns={[
          { head: words.domain, cell: ({ domain }: DomainEstimate) => sayIn(locale, domain.name) },
          {
            head: words.mean,
            cell: ({ estimate }: DomainEstimate) => (estimate ? number.format(estimate.value) : words.unknown),
            numeric: true,
          },
          {
            head: words.interval,
            cell: ({ estimate }: DomainEstimate) =>
              estimate ? words.between(number.format(estimate.interval[0]), number.format(estimate.interval[1])) : '–',
          },
          { head: words.n, cell: ({ estimate }: DomainEstimate) => estimate?.n ?? '–', numeric: true },
        ]}
        rows={observed.domains}
        source={words.source(observed.visits, observed.visitors, ends.lowest, ends.highest)}
      />
    </>
  )
}

/** Off, unless the receiver says so; and off again at one press. */
function Consent({ c, counts }: { readonly c: WebContext; readonly counts: boolean }): Html {
  const words = seenText(c.var.locale).mine
  const here = `${visitsPath(organisationOf(c).slug)}/scores`
  return (
    <Card as="section" shape="flat">
      <h2>{words.count}</h2>
      <p>{words.countLead}</p>
      <p class="strong">{counts ? words.counts : words.countsNot}</p>
      <form class="form" method="post" action={counts ? `${here}/no-consent` : `${here}/consent`}>
        <div class="actions">
          <Button kind="quiet">{counts ? words.stop : words.agree}</Button>
        </div>
      </form>
    </Card>
  )
}
