import { z } from 'zod'
import { system } from '../../../../platform/database/scope.ts'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { actorOf } from '../../../../platform/identity/viewer.ts'
import { perform } from '../../../../platform/journal/perform.ts'
import { platformOrganisation } from '../../../../platform/organisations/platform-organisation.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Alert, Button, Card, EmptyState, PageHead, Table, TextField } from '../../../../platform/ui/index.ts'
import { operator } from '../../../../platform/web/access.ts'
import { type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { chosenFile } from '../../../../platform/web/file-field.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { type CurriculumFile, checkTerms, type FileTerm, readCurriculum } from '../curriculum-file.ts'
import { compareCurriculum, curriculumLists, type Difference, importCurriculum } from '../curriculum-store.ts'
import { libraryText } from '../text.ts'

const here = '/admin/curriculum'
const mostBytes = 4 * 1024 * 1024
/** Wrong rows that are named on the page. */
const mostRows = 200

const limited = {
  // A form with the terms as JSON has more in it than the file had.
  bodyLimit: 3 * mostBytes,
  tooLarge: (locale: Locale) => libraryText(locale).curriculumAdmin.tooLarge,
  perMinute: 20,
}

/** Bringing in a curriculum: a file, what it would change, and only then the change. For who runs the platform. */
export const curriculumAdminRoutes: readonly Route[] = [
  { method: 'GET', path: here, access: operator, handle: (c) => show(c, emptyForm) },
  { method: 'POST', path: here, access: operator, ...limited, handle: look },
  { method: 'POST', path: `${here}/import`, access: operator, ...limited, handle: put },
]

const lookForm = z.object({
  file: chosenFile.refine((file) => file.size <= mostBytes, 'file-too-large'),
  list: z.string().max(400).default(''),
})

interface Looked {
  readonly read: CurriculumFile
  readonly difference: Difference | null
}

async function look(c: WebContext): Promise<Response> {
  const words = libraryText(c.var.locale).curriculumAdmin
  const form = await readForm(c, lookForm)
  if (!form.ok) {
    const labels = { file: words.fileField, list: words.list }
    return refuseForm(c, form, labels, (filled) => show(c, filled), { 'file-too-large': words.tooLarge })
  }
  const { file, list } = form.value
  const read = readCurriculum(new Uint8Array(await file.arrayBuffer()), list)
  const difference = read.ok ? await withinScope(c, (trx) => compareCurriculum(trx, read.terms)) : null
  const shown = await show(c, { values: form.submission.values, errors: {} }, { read, difference })
  return read.ok && difference?.elsewhere.length === 0
    ? shown
    : new Response(shown.body, { status: 422, headers: shown.headers })
}

const term = z.object({
  uri: z.string(),
  code: z.string(),
  label: z.string(),
  subject: z.string(),
  level: z.string(),
  broader: z.string().nullable(),
  scheme: z.string(),
})

const putForm = z.object({
  terms: z.string().transform((text, context) => {
    const parsed = z.array(term).safeParse(jsonIn(text))
    if (parsed.success) return parsed.data
    context.addIssue('malformed')
    return z.NEVER
  }),
})

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What was looked at, as it was: checked again, since anything may have come in between. */
async function put(c: WebContext): Promise<Response> {
  const words = libraryText(c.var.locale).curriculumAdmin
  const form = await readForm(c, putForm)
  const again = (reason: string) =>
    refuseForm(
      c,
      { errors: { file: { reason } }, submission: form.submission },
      { file: words.fileField },
      (filled) => show(c, { values: {}, errors: filled.errors }),
      { 'look-first': words.lookFirst },
    )
  if (!form.ok) return again('look-first')
  const read = checkTerms(form.value.terms.map((each, index) => ({ ...each, line: index + 1 })))
  if (!read.ok) return again('look-first')
  const { services, visit, now } = c.var
  const operation = {
    organisationId: await services.db.run(system, platformOrganisation),
    stream: 'curriculum:lists',
    actor: actorOf(visit.viewer),
    id: form.submission.id,
    content: { terms: read.terms },
    at: now,
  }
  const { result } = await perform(services.db, system, operation, async (trx, record) => {
    const imported = await importCurriculum(trx, read.terms, now)
    if (imported.ok) {
      const { added, changed, gone } = imported
      record({
        action: 'curriculum-imported',
        subject: 'curriculum:lists',
        changes: { added: [null, added], changed: [null, changed], gone: [null, gone] },
      })
    }
    return imported.ok
  })
  return result ? c.redirect(here, 303) : again('look-first')
}

async function show(c: WebContext, filled: FilledForm, looked?: Looked): Promise<Response> {
  const { locale } = c.var
  const words = libraryText(locale).curriculumAdmin
  const lists = await withinScope(c, curriculumLists)
  const number = (figure: number) => figure.toLocaleString(locale)
  return page(c, {
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead title={words.title} />
        <p class="lead">{words.lead}</p>
        {looked !== undefined && <Outcome locale={locale} looked={looked} />}
        <section class="stack">
          <h2>{words.upload}</h2>
          {/* Answered with a page and not with a redirect, which Turbo does not take. */}
          <form class="form" method="post" action={here} enctype="multipart/form-data" data-turbo="false">
            <TextField
              name="file"
              type="file"
              label={words.fileField}
              hint={words.fileHint}
              accept=".csv,.json,.jsonld,text/csv,application/ld+json"
              error={filled.errors.file}
              required
            />
            <TextField
              name="list"
              type="url"
              label={words.list}
              optional={words.optional}
              hint={words.listHint}
              maxlength={400}
              value={String(filled.values.list ?? '')}
              error={filled.errors.list}
            />
            <div class="actions">
              <Button kind="main">{words.look}</Button>
            </div>
          </form>
        </section>
        <section class="stack">
          <h2>{words.now}</h2>
          {lists.length === 0 ? (
            <EmptyState as="h3" title={words.none}>
              {words.noneDo}
            </EmptyState>
          ) : (
            <Table
              caption={words.now}
              captionHidden
              stacks
              columns={[
                { head: words.listHead, cell: ({ scheme }) => <span class="break">{scheme}</span> },
                { head: words.terms, cell: (row) => number(row.terms), numeric: true },
                { head: words.gone, cell: (row) => number(row.gone), numeric: true },
                { head: words.when, cell: (row) => formatDay(locale, amsterdamDay(row.importedAt), 'long') },
              ]}
              rows={lists}
            />
          )}
        </section>
      </div>
    ),
  })
}

interface OutcomeProps {
  readonly locale: Locale
  readonly looked: Looked
}

/** What a file would change, with the button that does it; or what is wrong in it. */
function Outcome({ locale, looked: { read, difference } }: OutcomeProps): Html {
  const words = libraryText(locale).curriculumAdmin
  if (!read.ok) {
    const rows = read.rows ?? []
    return (
      <section class="stack">
        <Alert kind="error" title={words.refused} live>
          {words.file[read.reason](read.what ?? '')}
        </Alert>
        {rows.length > 0 && (
          <Table
            caption={words.wrong(new Set(rows.map(({ line }) => line)).size)}
            stacks
            columns={[
              { head: words.line, cell: ({ line }) => String(line), numeric: true },
              { head: words.why, cell: ({ reason }) => words.rows[reason] },
              { head: words.what, cell: ({ what }) => <span class="break">{what}</span> },
            ]}
            rows={rows.slice(0, mostRows)}
          />
        )}
      </section>
    )
  }
  if (difference === null) throw new Error('A file that could be read was not compared.')
  if (difference.elsewhere.length > 0) {
    return (
      <section class="stack">
        <Alert kind="error" title={words.refused} live>
          {words.elsewhere}
        </Alert>
        <Table
          caption={words.wrong(difference.elsewhere.length)}
          stacks
          columns={[
            { head: words.what, cell: ({ uri }) => <span class="break">{uri}</span> },
            { head: words.listHead, cell: ({ scheme }) => <span class="break">{scheme}</span> },
          ]}
          rows={difference.elsewhere.slice(0, mostRows)}
        />
      </section>
    )
  }
  return <Change locale={locale} terms={read.terms} difference={difference} />
}

interface ChangeProps {
  readonly locale: Locale
  readonly terms: readonly FileTerm[]
  readonly difference: Difference
}

function Change({ locale, terms, difference }: ChangeProps): Html {
  const words = libraryText(locale).curriculumAdmin
  const { added, changed, unchanged, gone } = difference
  const counts = [
    { name: words.added, count: added },
    { name: words.changed, count: changed },
    { name: words.unchanged, count: unchanged },
    { name: words.gone, count: gone },
  ]
  return (
    <Card as="section" tone="design">
      <h2>{words.wouldChange}</h2>
      <Table
        caption={words.wouldChange}
        captionHidden
        columns={[
          { head: words.terms, cell: ({ name }) => name },
          { head: words.count, cell: ({ count }) => count.toLocaleString(locale), numeric: true },
        ]}
        rows={counts}
      />
      <p>{words.goneNote}</p>
      <form class="form" method="post" action={`${here}/import`} enctype="multipart/form-data">
        <input type="hidden" name="terms" value={JSON.stringify(terms)} />
        <div class="actions">
          <Button kind="main">{words.put}</Button>
        </div>
      </form>
    </Card>
  )
}
