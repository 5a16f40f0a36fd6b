import type { TableKind } from '@kantelpunt/school-results'
import { system } from '../../../platform/database/scope.ts'
import { amsterdamDay, type Day, formatDay } from '../../../platform/text/days.ts'
import { Alert, Button, Checkbox, EmptyState, PageHead, Table, TextField } from '../../../platform/ui/index.ts'
import type { WebContext } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/page.tsx'
import type { FilledForm } from '../../../platform/web/refuse-form.ts'
import { numberWords } from '../number-words.ts'
import { newestPicture } from '../picture/picture-store.ts'
import { publishedText } from '../published/text.ts'
import { keptFiles, latestUploads } from '../published/uploads-store.ts'
import { allVersions } from '../secondary/versions-store.ts'
import { SecondaryVersions } from './secondary-versions.tsx'

const uploadsShown = 20

/** What is loaded, and the form to load more. */
export async function showFiles(c: WebContext, { values, errors }: FilledForm): Promise<Response> {
  const { locale, services } = c.var
  const { admin: words, kind: kinds, outcome: outcomes, upload } = publishedText(locale)
  const { files, uploads, picture, versions } = await services.db.run(system, async (trx) => ({
    files: await keptFiles(trx),
    uploads: await latestUploads(trx, uploadsShown),
    picture: await newestPicture(trx),
    versions: await allVersions(trx),
  }))
  const day = (text: string) => formatDay(locale, text as Day, 'long')
  const kindWords = (all: readonly string[]) => all.map((kind) => kinds[kind as TableKind] ?? kind).join(', ')
  return page(c, {
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead title={words.title} />
        <p class="lead">{words.lead}</p>
        {Object.keys(errors).length > 0 && (
          <Alert kind="error" title={words.problem} live>
            {words.again}
          </Alert>
        )}
        {/* Not by Turbo: only a page that the browser itself loaded asks again by itself how far the file is. */}
        <form class="form" method="post" action="/admin/results" enctype="multipart/form-data" data-turbo="false">
          <input type="hidden" name="_op" value={services.newId()} />
          <TextField
            name="file"
            type="file"
            label={words.file}
            hint={words.fileHint}
            error={errors.file}
            accept=".csv,.ods,.json,text/csv,text/plain,application/json"
            required
          />
          <TextField
            name="published"
            type="date"
            label={words.published}
            optional={words.optional}
            hint={words.publishedHint}
            value={String(values.published ?? '')}
            error={errors.published}
          />
          <TextField
            name="source"
            label={words.source}
            optional={words.optional}
            hint={words.sourceHint}
            value={String(values.source ?? '')}
            error={errors.source}
            maxlength={500}
          />
          <Checkbox
            name="acceptClosures"
            value="yes"
            label={words.acceptClosures}
            checked={values.acceptClosures === 'yes'}
          />
          <div class="actions">
            <Button kind="main">{words.send}</Button>
          </div>
        </form>
        <section class="stack">
          <h2>{words.now}</h2>
          <p>
            {picture === undefined
              ? words.noPicture
              : words.picture(
                  numberWords(locale, picture.schools.length),
                  formatDay(locale, amsterdamDay(picture.madeAt), 'long'),
                )}
          </p>
          {files.length === 0 ? (
            <EmptyState as="h2" title={words.nothing}>
              {words.nothingDo}
            </EmptyState>
          ) : (
            <Table
              caption={words.now}
              captionHidden
              stacks
              columns={[
                { head: words.columns.file, cell: (file) => file.file_name },
                { head: words.columns.what, cell: (file) => kindWords(file.kinds) },
                {
                  head: words.columns.years,
                  cell: ({ first_school_year: first, last_school_year: last }) =>
                    [...new Set([first, last])].filter((year) => year !== null).join(' … ') || '–',
                },
                { head: words.columns.published, cell: (file) => day(file.published_on) },
                { head: words.columns.rows, cell: (file) => numberWords(locale, file.rows_of), numeric: true },
              ]}
              rows={files}
            />
          )}
        </section>
        <SecondaryVersions locale={locale} versions={versions} />
        {uploads.length > 0 && (
          <section class="stack">
            <h2>{words.uploads}</h2>
            <Table
              caption={words.uploads}
              captionHidden
              stacks
              columns={[
                {
                  head: words.columns.file,
                  cell: (each) => <a href={`/admin/results/uploads/${each.id}`}>{each.file_name}</a>,
                },
                {
                  head: words.columns.outcome,
                  cell: ({ outcome, stage }) => (outcome === null ? upload.stage[stage] : outcomes[outcome]),
                },
                {
                  head: words.columns.when,
                  cell: ({ uploaded_at }) => formatDay(locale, amsterdamDay(uploaded_at), 'long'),
                },
              ]}
              rows={uploads}
            />
          </section>
        )}
      </div>
    ),
  })
}
