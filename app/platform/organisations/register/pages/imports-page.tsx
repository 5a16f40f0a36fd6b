import { z } from 'zod'
import { system } from '../../../database/scope.ts'
import { actorOf } from '../../../identity/viewer.ts'
import { type Operation, type Performed, perform } from '../../../journal/perform.ts'
import { type Day, formatDay } from '../../../text/days.ts'
import { Alert, Button, Checkbox, EmptyState, PageHead, Table, TextField } from '../../../ui/index.ts'
import { operator } from '../../../web/access.ts'
import { personOf, type WebContext, withinScope } from '../../../web/context.ts'
import { chosenFile } from '../../../web/file-field.ts'
import { readForm } from '../../../web/form.ts'
import { page } from '../../../web/page.tsx'
import { refuse, wantsProblem } from '../../../web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../web/refuse-form.ts'
import type { Route } from '../../../web/route.ts'
import { platformOrganisation } from '../../platform-organisation.ts'
import { describeFileRefusal } from '../describe-refusal.ts'
import { applyImport, type ImportOptions, type PreparedImport, prepareImport } from '../import-schools.ts'
import { latestImports } from '../imports-store.ts'
import { limits } from '../register-file.ts'
import { registerState } from '../register-store.ts'
import { text as registerText } from '../text.ts'
import { text } from './text.ts'

const uploadForm = z.object({
  file: chosenFile,
  vintage: z.string().max(20).optional(),
  acceptClosures: z.literal('yes').optional(),
})

export const importsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/admin/schools',
    access: operator,
    handle: (c) => showImports(c, emptyForm, c.req.query('closures') === 'accept'),
  },
  {
    method: 'POST',
    path: '/admin/schools',
    access: operator,
    // What multipart adds around the file is far less than a megabyte.
    bodyLimit: limits.bytes + 1024 * 1024,
    tooLarge: (locale) => describeFileRefusal(locale, { reason: 'too-large', limitBytes: limits.bytes }),
    perMinute: 20,
    handle: upload,
  },
]

/** Takes a list in, and goes on to the page of that import, whether it was accepted or not. */
async function upload(c: WebContext): Promise<Response> {
  const { locale, now } = c.var
  const words = text(locale).admin
  const form = await readForm(c, uploadForm)
  const asksClosures = form.submission.values.acceptClosures !== undefined
  if (!form.ok) {
    const labels = { file: words.file, vintage: words.vintage }
    return refuseForm(c, form, labels, (filled) => showImports(c, filled, asksClosures))
  }
  const { file, vintage, acceptClosures } = form.value
  const options: ImportOptions = {
    vintage,
    acceptClosures: acceptClosures === 'yes',
    by: personOf(c).id,
    clock: () => now,
    newId: () => form.submission.id,
  }
  const prepared = await prepareImport({ path: file.name, chunks: file.stream() }, options)
  if (!('outcome' in prepared)) {
    const { result } = await performImport(c, prepared, options)
    return c.redirect(`/admin/schools/imports/${result}`, 303)
  }
  const field = prepared.refusal.reason.startsWith('vintage-') ? 'vintage' : 'file'
  const errors = { [field]: describeFileRefusal(locale, prepared.refusal) }
  if (wantsProblem(c)) return refuse(c, 'form', { errors })
  const shown = await showImports(c, { values: form.submission.values, errors }, asksClosures)
  return new Response(shown.body, { status: 422, headers: shown.headers })
}

/** The import and its entry in the journal of the platform, in one transaction. Resolves to the id of the import. */
async function performImport(
  c: WebContext,
  prepared: PreparedImport,
  options: ImportOptions,
): Promise<Performed<string>> {
  const { db } = c.var.services
  const platform = await db.run(system, platformOrganisation)
  const { sha256, vintage } = prepared
  const operation: Operation = {
    organisationId: platform,
    stream: 'register:schools',
    actor: actorOf(c.var.visit.viewer),
    id: options.newId(),
    content: { sha256, vintage: vintage.vintage, acceptClosures: options.acceptClosures },
    at: c.var.now,
  }
  return perform(db, system, operation, async (trx, record) => {
    const answer = await applyImport(trx, prepared, options)
    const { id, rows, added, updated, closed } = answer.import
    if (answer.outcome !== 'again') {
      record({
        action: answer.outcome === 'imported' ? 'schools-imported' : 'schools-refused',
        subject: `register-import:${id}`,
        changes: { rows: [null, rows], added: [null, added], updated: [null, updated], closed: [null, closed] },
      })
    }
    return id
  })
}

async function showImports(c: WebContext, { values, errors }: FilledForm, asksClosures: boolean): Promise<Response> {
  const { locale } = c.var
  const words = text(locale).admin
  const { sector: sectors } = registerText(locale)
  const { state, imports } = await withinScope(c, async (trx) => ({
    state: await registerState(trx),
    imports: await latestImports(trx, 50),
  }))
  const wrong = Object.values(errors).length > 0
  const number = (figure: number) => figure.toLocaleString(locale)
  const day = (vintage: string) => formatDay(locale, vintage as Day, 'long')
  return page(c, {
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead title={words.title} />
        <p class="lead">{words.lead}</p>
        <section class="stack">
          <h2>{words.upload}</h2>
          {wrong && (
            <Alert kind="error" title={words.problem} live>
              {words.chooseAgain}
            </Alert>
          )}
          <form class="form" method="post" action="/admin/schools" enctype="multipart/form-data">
            <TextField
              name="file"
              type="file"
              label={words.file}
              hint={words.fileHint}
              error={errors.file}
              accept=".csv,text/csv,text/plain"
              required
            />
            <TextField
              name="vintage"
              type="date"
              label={words.vintage}
              optional={words.optional}
              hint={words.vintageHint}
              value={String(values.vintage ?? '')}
              error={errors.vintage}
            />
            {asksClosures && (
              <Checkbox
                name="acceptClosures"
                value="yes"
                label={words.acceptClosures}
                checked={values.acceptClosures === 'yes'}
              />
            )}
            <div class="actions">
              <Button kind="main">{words.send}</Button>
            </div>
          </form>
        </section>
        <section class="stack">
          <h2>{words.now}</h2>
          <Table
            caption={words.now}
            captionHidden
            columns={[
              { head: words.sector, cell: (row) => sectors[row.sector] },
              { head: words.open, cell: (row) => number(row.open), numeric: true },
              { head: words.closed, cell: (row) => number(row.closed), numeric: true },
              { head: words.newest, cell: (row) => (row.newest === null ? words.none : day(row.newest)) },
            ]}
            rows={state}
          />
        </section>
        <section class="stack">
          <h2>{words.earlier}</h2>
          {imports.length === 0 ? (
            <EmptyState as="h2" title={words.noEarlier}>
              {words.noEarlierDo}
            </EmptyState>
          ) : (
            <Table
              caption={words.earlier}
              captionHidden
              columns={[
                {
                  head: words.list,
                  cell: (row) => <a href={`/admin/schools/imports/${row.id}`}>{row.file_name}</a>,
                },
                { head: words.sector, cell: (row) => sectors[row.sector] },
                { head: words.of, cell: (row) => <span class="nowrap">{day(row.vintage)}</span> },
                { head: words.rows, cell: (row) => number(row.rows), numeric: true },
                { head: words.outcome, cell: (row) => words[row.status] },
                { head: words.when, cell: (row) => <span class="nowrap">{moment(locale, row.imported_at)}</span> },
              ]}
              rows={imports}
            />
          )}
        </section>
      </div>
    ),
  })
}

function moment(locale: string, instant: Date): string {
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(instant)
}
