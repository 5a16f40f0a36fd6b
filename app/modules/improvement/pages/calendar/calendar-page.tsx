import { z } from 'zod'
import { newToken } from '../../../../platform/identity/token.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import { Alert, Button, ConfirmForm, PageHead } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { dropAddress, findAddress, setAddress } from '../../calendar-store.ts'
import { sessionText } from '../../text.session.ts'

const path = '/s/:organisation/calendar'

export const calendarRoutes: readonly Route[] = [
  { method: 'GET', path, access: anyMember, handle: (c) => showCalendar(c, null) },
  { method: 'POST', path, access: anyMember, perMinute: 20, handle: renewAddress },
  { method: 'POST', path: `${path}/stop`, access: anyMember, handle: stopAddress },
]

/** What somebody's calendar can fetch. The address itself is shown once, on the page that answers making it. */
async function showCalendar(c: WebContext, token: string | null): Promise<Response> {
  const organisation = organisationOf(c)
  const { locale, services } = c.var
  const since = await withinScope(c, (trx) => findAddress(trx, organisation.id, personOf(c).id))
  const words = sessionText(locale).calendar
  const here = `/s/${organisation.slug}/calendar`
  const address = token === null ? null : `${services.settings.origin}/calendar/${token}.ics`
  return page(c, {
    title: words.title,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead title={words.title} />
        <p class="say">{words.lead}</p>
        {address === null ? (
          <p>{since === null ? words.none : words.since(formatDay(locale, amsterdamDay(since), 'long'))}</p>
        ) : (
          <section class="stack">
            <Alert kind="ok" live>
              {words.fresh}
            </Alert>
            <label class="utrecht-form-label" for="calendar-address">
              {words.address}
            </label>
            <input
              class="utrecht-textbox utrecht-textbox--html-input"
              id="calendar-address"
              readonly
              value={address}
              data-turbo-temporary
            />
            <p>
              <a href={address.replace(/^https?:/, 'webcal:')}>{words.open}</a>
            </p>
            <h2>{words.how}</h2>
            <p>{words.howSteps}</p>
          </section>
        )}
        <p class="soft">{words.secret}</p>
        {/* Answered with a page of its own instead of a redirect: what is shown once must not have an address. */}
        <form class="form" method="post" action={here} data-turbo="false">
          {since !== null && <p>{words.renewLead}</p>}
          <div class="actions">
            <Button kind={since === null ? 'main' : 'quiet'}>{since === null ? words.make : words.renew}</Button>
          </div>
        </form>
        {since !== null && (
          <ConfirmForm action={`${here}/stop`} summary={words.stop} confirm={words.stopYes}>
            {words.stopLead}
          </ConfirmForm>
        )}
      </div>
    ),
  })
}

async function renewAddress(c: WebContext): Promise<Response> {
  const form = await readForm(c, z.object({}))
  const { id: userId } = personOf(c)
  const { id: organisationId } = organisationOf(c)
  // Made outside of the operation: what that returns is kept, and the address must not be.
  const token = newToken()
  const performed = await performSubmission(c, `calendar:${userId}`, form.submission, async (trx, record) => {
    await setAddress(trx, organisationId, userId, token, c.var.now)
    record({ action: 'calendar-address-made', subject: `person:${userId}` })
    return null
  })
  return showCalendar(c, performed.repeated ? null : token)
}

async function stopAddress(c: WebContext): Promise<Response> {
  const form = await readForm(c, z.object({}))
  const { id: userId } = personOf(c)
  const { id: organisationId, slug } = organisationOf(c)
  await performSubmission(c, `calendar:${userId}`, form.submission, async (trx, record) => {
    await dropAddress(trx, organisationId, userId)
    record({ action: 'calendar-address-dropped', subject: `person:${userId}` })
    return null
  })
  return c.redirect(`/s/${slug}/calendar`, 303)
}
