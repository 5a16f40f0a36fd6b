import { system } from '../database/scope.ts'
import type { Html } from '../html/jsx-runtime.ts'
import type { Person } from '../identity/viewer.ts'
import { ButtonLink, Card, EmptyState, PageHead, Scene } from '../ui/index.ts'
import { everyone } from '../web/access.ts'
import type { WebContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import type { Route } from '../web/route.ts'
import { text } from './text.ts'

export const homeRoute: Route = { method: 'GET', path: '/', access: everyone, handle: showHome }

async function showHome(c: WebContext): Promise<Response> {
  const { viewer } = c.var.visit
  if (viewer.kind !== 'person') return page(c, { title: text(c.var.locale).title, body: <Welcome c={c} /> })
  const organisations = await organisationsOf(c, viewer)
  const [only] = organisations
  if (only !== undefined && organisations.length === 1) return c.redirect(`/s/${only.slug}`, 303)
  const words = text(c.var.locale)
  return page(c, {
    title: words.organisations,
    width: 'narrow',
    body: (
      <div class="stack">
        <PageHead title={words.organisations} />
        {organisations.length === 0 && !viewer.operator && (
          <EmptyState as="h2" title={words.none}>
            {words.noneDo}
          </EmptyState>
        )}
        <ul class="cards">
          {viewer.operator && (
            <Card as="li">
              <a class="strong" href="/admin">
                {words.admin}
              </a>
            </Card>
          )}
          {organisations.map(({ slug, name, place }) => (
            <Card as="li">
              <a class="strong" href={`/s/${slug}`}>
                {name}
              </a>
              {place && <p class="soft">{place}</p>}
            </Card>
          ))}
        </ul>
      </div>
    ),
  })
}

/** Organisations of which the person is a member, across tenants: asked of the system for this person only. */
function organisationsOf(c: WebContext, person: Person) {
  return c.var.services.db.run(system, (trx) =>
    trx
      .selectFrom('memberships')
      .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
      .select(['organisations.slug', 'organisations.name', 'organisations.place'])
      .distinct()
      .where('memberships.user_id', '=', person.id)
      .where('organisations.kind', '<>', 'platform')
      .orderBy('organisations.name')
      .execute(),
  )
}

function Welcome({ c }: { readonly c: WebContext }): Html {
  const words = text(c.var.locale)
  const { demo } = c.var.services.settings
  return (
    <div class="stack loose welcome">
      <section class="stack hello">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <div class="row">
          <ButtonLink kind="main" size="big" href="/sign-in" iconAfter="arrow-right">
            {demo ? words.demo : words.signIn}
          </ButtonLink>
          <ButtonLink kind="quiet" size="big" href="/schools">
            {words.lookUp}
          </ButtonLink>
        </div>
        <p class="soft">{demo ? words.demoNote : words.lookUpNote}</p>
        <p class="row">
          {words.joins.map(({ label, href }) => (
            <a href={href}>{label}</a>
          ))}
          {demo && <a href="/mailbox">{words.mailbox}</a>}
        </p>
        <Scene />
      </section>
      <section class="stack">
        <h2>{words.how}</h2>
        <ol class="grid plain">
          {words.steps.map(({ title, words: sentence }, index) => (
            <Card as="li" tone="board" over={index + 1}>
              <h3>{title}</h3>
              <p>{sentence}</p>
            </Card>
          ))}
        </ol>
      </section>
    </div>
  )
}
