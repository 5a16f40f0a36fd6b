import { system } from '../../database/scope.ts'
import { Button, ButtonLink, EmptyState, PageHead, Table, TextField } from '../../ui/index.ts'
import { operator } from '../../web/access.ts'
import type { WebContext } from '../../web/context.ts'
import { page } from '../../web/page.tsx'
import type { Route } from '../../web/route.ts'
import { searchOrganisations } from './organisations-store.ts'
import { text } from './text.ts'

export const adminRoute: Route = { method: 'GET', path: '/admin', access: operator, handle: adminPage }

async function adminPage(c: WebContext): Promise<Response> {
  const { services, locale } = c.var
  const asked = (c.req.query('q') ?? '').slice(0, 100)
  const found = await services.db.run(system, (trx) => searchOrganisations(trx, asked))
  const words = text(locale)
  return page(c, {
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead title={words.organisations} over={words.title}>
          <ButtonLink kind="main" icon="plus" href="/admin/organisations/new">
            {words.add.title}
          </ButtonLink>
          <ButtonLink kind="quiet" href="/admin/schools">
            {words.schools}
          </ButtonLink>
          <ButtonLink kind="quiet" href="/admin/curriculum">
            {words.curriculum}
          </ButtonLink>
        </PageHead>
        <form class="form line" method="get" action="/admin" aria-label={words.find}>
          <TextField name="q" type="search" label={words.search} value={asked} maxlength={100} />
          <div class="actions">
            <Button kind="quiet" icon="search">
              {words.find}
            </Button>
          </div>
        </form>
        {found.length === 0 ? (
          <EmptyState as="h2" title={words.none}>
            {words.noneDo}
          </EmptyState>
        ) : (
          <Table
            caption={words.count(found.length)}
            columns={[
              { head: words.name, cell: ({ id, name }) => <a href={`/admin/organisations/${id}`}>{name}</a> },
              { head: words.kind, cell: ({ kind }) => words.kinds[kind] },
              { head: words.place, cell: ({ place }) => place },
              { head: words.code, cell: ({ schoolCode }) => schoolCode },
              { head: words.people, numeric: true, cell: ({ people }) => people },
            ]}
            rows={found}
          />
        )}
      </div>
    ),
  })
}
