import { validate } from 'uuid'
import { type Day, formatDay } from '../../../text/days.ts'
import { Alert, ButtonLink, PageHead, Table } from '../../../ui/index.ts'
import { operator } from '../../../web/access.ts'
import { type WebContext, withinScope } from '../../../web/context.ts'
import { page } from '../../../web/page.tsx'
import { refuse } from '../../../web/refuse.tsx'
import type { Route } from '../../../web/route.ts'
import { describeFileRefusal, describeRowRefusal } from '../describe-refusal.ts'
import { reportCsv } from '../import-report.ts'
import type { RegisterImport } from '../import-schools.ts'
import { findImport } from '../imports-store.ts'
import { text as registerText } from '../text.ts'
import { text } from './text.ts'

/** Refused rows that the page shows; the report has all. */
const shownRows = 100

export const importRoutes: readonly Route[] = [
  { method: 'GET', path: '/admin/schools/imports/:import', access: operator, handle: showImport },
  { method: 'GET', path: '/admin/schools/imports/:import/report.csv', access: operator, handle: sendReport },
]

async function showImport(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const found = await importOf(c)
  if (found === undefined) return refuse(c, 'not-found')
  const words = text(locale).import
  const sector = registerText(locale).sector[found.sector]
  const refused = found.report.outcomes.flatMap((row) => (row.outcome === 'refused' ? [row] : []))
  const counts = (['rows', 'added', 'updated', 'unchanged', 'refused', 'closed', 'reopened', 'renamed'] as const).map(
    (name) => ({ name: words[name], count: found[name] }),
  )
  return page(c, {
    title: words.title(found.file_name),
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead
          title={words.title(found.file_name)}
          over={words.facts(sector, formatDay(locale, found.vintage as Day, 'long'), found.encoding)}
        />
        {found.refusal === null ? (
          <Alert kind="ok">{isNothingNew(found) ? words.nothingNew : words.done}</Alert>
        ) : (
          <Alert kind="error" title={words.notDone}>
            {describeFileRefusal(locale, found.refusal)}
          </Alert>
        )}
        {found.refusal?.reason === 'closes-too-many' && (
          <div class="stack">
            <p>{words.acceptDo}</p>
            <p>
              <ButtonLink kind="quiet" href="/admin/schools?closures=accept">
                {words.accept}
              </ButtonLink>
            </p>
          </div>
        )}
        <section class="stack">
          {found.refusal !== null && <p>{words.would}</p>}
          <dl class="facts num">
            {counts.map(({ name, count }) => (
              <>
                <dt>{name}</dt>
                <dd>{count.toLocaleString(locale)}</dd>
              </>
            ))}
          </dl>
          <p class="soft">{words.vintageSource[found.vintage_source]}</p>
        </section>
        {refused.length > 0 && (
          <section class="stack">
            <h2>{words.refusedRows}</h2>
            {refused.length > shownRows && <p>{words.firstOf(shownRows, refused.length)}</p>}
            <Table
              caption={words.refusedRows}
              captionHidden
              columns={[
                { head: words.line, cell: (row) => row.line },
                { head: words.explanation, cell: (row) => describeRowRefusal(locale, row.refusal) },
              ]}
              rows={refused.slice(0, shownRows)}
            />
          </section>
        )}
        <p class="row">
          <ButtonLink href={`/admin/schools/imports/${found.id}/report.csv`} download>
            {words.report}
          </ButtonLink>
          <a href="/admin/schools">{words.back}</a>
        </p>
      </div>
    ),
  })
}

async function sendReport(c: WebContext): Promise<Response> {
  const found = await importOf(c)
  if (found === undefined) return refuse(c, 'not-found')
  const name = `${found.sector}-${found.vintage}-${found.id.slice(0, 8)}.csv`
  return c.body(reportCsv(c.var.locale, found.report), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}

async function importOf(c: WebContext): Promise<RegisterImport | undefined> {
  const id = c.req.param('import') ?? ''
  return validate(id) ? withinScope(c, (trx) => findImport(trx, id)) : undefined
}

function isNothingNew({ added, updated, closed, reopened }: RegisterImport): boolean {
  return added + updated + closed + reopened === 0
}
