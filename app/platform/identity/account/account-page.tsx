import type { Html } from '#html'
import { system } from '../../database/scope.ts'
import { locales } from '../../text/dictionary.ts'
import { Alert, Button, PageHead, RadioField, TextField } from '../../ui/index.ts'
import { signedIn } from '../../web/access.ts'
import { personOf, type WebContext } from '../../web/context.ts'
import { page } from '../../web/page.tsx'
import { emptyForm, type FilledForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { text as membersText } from '../members/text.ts'
import { findSecondSteps } from '../second-step/second-step-store.ts'
import { sessionTokenOf } from '../session-cookie.ts'
import { listDevices, listPlaces, type Place } from './account-store.ts'
import { Devices } from './devices.tsx'
import { SecondStepCards } from './second-step-cards.tsx'
import { text } from './text.ts'

const languageNames = { nl: 'Nederlands', en: 'English' } as const

export const accountRoute: Route = {
  method: 'GET',
  path: '/account',
  access: signedIn,
  handle: (c) => accountPage(c, emptyForm),
}

export async function accountPage(c: WebContext, filled: FilledForm): Promise<Response> {
  const { services, now, locale } = c.var
  const person = personOf(c)
  const token = sessionTokenOf(c.req.raw.headers, services.settings)
  const { devices, steps, places } = await services.db.run(system, async (trx) => ({
    devices: await listDevices(trx, person.id, token, now),
    steps: await findSecondSteps(trx, person.id),
    places: await listPlaces(trx, person.id),
  }))
  const words = text(locale)
  return page(c, {
    title: words.title,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead title={words.title} over={person.email} />
        {c.req.query('done') === 'saved' && (
          <Alert kind="ok" live>
            {words.saved}
          </Alert>
        )}
        <You c={c} filled={filled} />
        <Places c={c} places={places} />
        <SecondStepCards locale={locale} steps={steps} confirmed={person.secondFactor} />
        <Devices locale={locale} devices={devices} />
      </div>
    ),
  })
}

function You({ c, filled }: { readonly c: WebContext; readonly filled: FilledForm }): Html {
  const person = personOf(c)
  const words = text(c.var.locale).you
  return (
    <section class="stack" aria-labelledby="you">
      <h2 id="you">{words.title}</h2>
      <form class="form" method="post" action="/account">
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={String(filled.values.name ?? person.name)}
          error={filled.errors.name}
          autocomplete="name"
          maxlength={100}
          required
        />
        <RadioField
          name="language"
          label={words.language}
          hint={words.languageHint}
          options={locales.map((locale) => ({ value: locale, label: languageNames[locale] }))}
          value={person.locale ?? c.var.locale}
          inline
        />
        <div class="actions">
          <Button kind="main">{words.save}</Button>
        </div>
      </form>
    </section>
  )
}

function Places({ c, places }: { readonly c: WebContext; readonly places: readonly Place[] }): Html {
  const words = text(c.var.locale).places
  const { roles } = membersText(c.var.locale)
  return (
    <section class="stack" aria-labelledby="places">
      <h2 id="places">{words.title}</h2>
      {places.length === 0 && <p class="soft">{words.none}</p>}
      <ul>
        {places.map(({ name, slug, role }) => (
          <li>
            <a href={`/s/${slug}`}>{name}</a>, {roles[role].toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  )
}
