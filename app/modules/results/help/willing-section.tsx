import { type Domain, domains } from '@kantelpunt/school-results'
import { z } from 'zod'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { Button, Card } from '../../../platform/ui/index.ts'
import { members } from '../../../platform/web/access.ts'
import { performSubmission } from '../../../platform/web/answer.ts'
import { organisationOf, type WebContext } from '../../../platform/web/context.ts'
import { readForm } from '../../../platform/web/form.ts'
import { refuse } from '../../../platform/web/refuse.tsx'
import type { Route } from '../../../platform/web/route.ts'
import { newestPicture } from '../picture/picture-store.ts'
import { tracksText } from '../tracks/text.ts'
import { tracksPath } from '../tracks/track-reference.ts'
import { type Further, furtherIn } from './sure-growth.ts'
import { helpText } from './text.ts'
import { chooseWilling, ownWilling } from './willing-store.ts'

/** Who speaks for a school to another. */
export const speakers = members('leader')

const form = z.object({ subject: z.enum(domains), willing: z.enum(['yes', 'no']) })

/** The leader lets the school be asked about a domain, or no longer. */
export const willingRoute: Route = {
  method: 'POST',
  path: '/s/:organisation/results/willing',
  access: speakers,
  handle: choose,
}

async function choose(c: WebContext): Promise<Response> {
  const { id: organisationId, slug, kind } = organisationOf(c)
  if (kind !== 'school') return refuse(c, 'not-found')
  const read = await readForm(c, form)
  if (!read.ok) return refuse(c, 'form')
  const { subject: domain, willing } = read.value
  await performSubmission(c, `willing:${organisationId}`, read.submission, (trx, record) =>
    chooseWilling(trx, record, { organisationId, domain, willing: willing === 'yes', now: c.var.now }),
  )
  return c.redirect(tracksPath(slug), 303)
}

interface OwnDomain {
  readonly domain: Domain
  readonly further: Further
  readonly willing: boolean
}

/** The domains in which a school is further by what is published, or takes part already. */
export async function offersOf(trx: Trx, organisationId: string, code: string | null): Promise<readonly OwnDomain[]> {
  const willing = await ownWilling(trx, organisationId)
  const picture = code === null ? undefined : await newestPicture(trx)
  const school = code === null ? undefined : picture?.byLocation.get(code)
  return domains
    .map((domain) => ({
      domain,
      further: picture === undefined || school === undefined ? null : furtherIn(school, domain, picture),
      willing: willing.includes(domain),
    }))
    .filter((each) => each.further !== null || each.willing)
}

interface WillingProps {
  readonly c: WebContext
  readonly offers: readonly OwnDomain[]
  readonly leads: boolean
}

/** Whether other schools may ask this one, and the button with which its leader changes that, a domain at a time. */
export function WillingSection({ c, offers, leads }: WillingProps): Html {
  const words = helpText(c.var.locale).willing
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {offers.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="cards grid">
        {offers.map((offer) => (
          <Offer c={c} offer={offer} leads={leads} />
        ))}
      </ul>
    </section>
  )
}

function Offer({ c, offer, leads }: Omit<WillingProps, 'offers'> & { readonly offer: OwnDomain }): Html {
  const { locale } = c.var
  const words = helpText(locale).willing
  const { domain, further, willing } = offer
  const subject = tracksText(locale).subject[domain]
  return (
    <Card as="li" tone={willing && further !== null ? 'good' : 'visit'}>
      <h3>{subject}</h3>
      <p>{further === null ? words.notNow : words.further[further]}</p>
      <p class="strong">{willing ? words.yes : words.no}</p>
      {leads ? (
        <form method="post" action={`${tracksPath(organisationOf(c).slug)}/willing`}>
          <input type="hidden" name="_op" value={c.var.services.newId()} />
          <input type="hidden" name="subject" value={domain} />
          <input type="hidden" name="willing" value={willing ? 'no' : 'yes'} />
          <Button kind="quiet">
            {willing ? words.stop : words.start}
            <span class="hide">: {subject}</span>
          </Button>
        </form>
      ) : (
        <p class="soft">{words.onlyLeader}</p>
      )}
    </Card>
  )
}
