import { validate } from 'uuid'
import { z } from 'zod'
import { system } from '../../../platform/database/scope.ts'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { actorOf } from '../../../platform/identity/viewer.ts'
import { perform } from '../../../platform/journal/perform.ts'
import { platformOrganisation } from '../../../platform/organisations/platform-organisation.ts'
import { describeFileRefusal as describeListRefusal } from '../../../platform/organisations/register/describe-refusal.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Alert, PageHead } from '../../../platform/ui/index.ts'
import { operator } from '../../../platform/web/access.ts'
import { personOf, type WebContext } from '../../../platform/web/context.ts'
import { chosenFile } from '../../../platform/web/file-field.ts'
import { readForm } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/page.tsx'
import { refuse } from '../../../platform/web/refuse.tsx'
import { emptyForm, refuseForm } from '../../../platform/web/refuse-form.ts'
import type { Route } from '../../../platform/web/route.ts'
import { numberWords } from '../number-words.ts'
import { describeFileRefusal } from '../published/describe-refusal.ts'
import { mostBytes } from '../published/prepare-results.ts'
import { publishedText } from '../published/text.ts'
import { loadUploadJob } from '../published/upload-job.ts'
import { findUpload, keepUpload, type Upload } from '../published/uploads-store.ts'
import { showFiles } from './files-page.tsx'
import { RefusedPlaces, sendUploadReport, UnknownInRegister } from './upload-report.tsx'

const uploadForm = z.object({
  file: chosenFile,
  published: z.iso.date().optional(),
  source: z.string().max(500).optional(),
  acceptClosures: z.literal('yes').optional(),
})

/** For the operator of the platform: what is loaded, loading more, and how far that is. */
export const uploadRoutes: readonly Route[] = [
  { method: 'GET', path: '/admin/results', access: operator, handle: (c) => showFiles(c, emptyForm) },
  {
    method: 'POST',
    path: '/admin/results',
    access: operator,
    // What multipart adds around the file is far less than a megabyte.
    bodyLimit: mostBytes + 1024 * 1024,
    tooLarge: (locale) => describeFileRefusal(locale, { ok: false, reason: 'too-large', limitBytes: mostBytes }),
    perMinute: 20,
    handle: upload,
  },
  { method: 'GET', path: '/admin/results/uploads/:upload', access: operator, handle: showUpload },
  { method: 'GET', path: '/admin/results/uploads/:upload/report.csv', access: operator, handle: sendUploadReport },
]

/** Keeps the file and leaves the work to a job: a spreadsheet takes seconds, and nobody should wait behind it. */
async function upload(c: WebContext): Promise<Response> {
  const { locale, now, services } = c.var
  const form = await readForm(c, uploadForm)
  if (!form.ok) {
    const { file, published, source } = publishedText(locale).admin
    return refuseForm(c, form, { file, published, source }, (filled) => showFiles(c, filled))
  }
  const { file, published, source, acceptClosures } = form.value
  const body = new Uint8Array(await file.arrayBuffer())
  const platform = await services.db.run(system, platformOrganisation)
  const { id } = form.submission
  await perform(
    services.db,
    system,
    {
      organisationId: platform,
      stream: 'results:files',
      actor: actorOf(c.var.visit.viewer),
      id,
      content: { name: file.name, size: body.length, published, source, acceptClosures },
      at: now,
    },
    async (trx, record) => {
      await keepUpload(trx, {
        id,
        fileName: file.name.slice(-255) || 'file',
        body,
        publishedOn: published ?? null,
        source: source ?? '',
        acceptClosures: acceptClosures === 'yes',
        at: now,
        by: personOf(c).id,
      })
      await services.jobs.send(trx, loadUploadJob.name, { upload: id })
      record({ action: 'results-uploaded', subject: `result-upload:${id}`, changes: { bytes: [null, body.length] } })
      return id
    },
  )
  return c.redirect(`/admin/results/uploads/${id}`, 303)
}

async function showUpload(c: WebContext): Promise<Response> {
  const { locale, services } = c.var
  const words = publishedText(locale).upload
  const id = c.req.param('upload') ?? ''
  const found = validate(id) ? await services.db.run(system, (trx) => findUpload(trx, id)) : undefined
  if (found === undefined) return refuse(c, 'not-found')
  // Without script too: the browser asks again by itself for as long as there is something to wait for.
  if (found.stage !== 'done') c.header('refresh', '2')
  return page(c, {
    title: found.file_name,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead over={words.over} title={found.file_name} />
        {found.stage === 'done' ? (
          <Outcome locale={locale} upload={found} />
        ) : (
          <section class="stack">
            <p class="lead">{words.stage[found.stage]}</p>
            {found.rows_of > 0 && (
              <>
                <progress max={found.rows_of} value={found.rows_done} aria-label={words.stage[found.stage]} />
                <p class="num">
                  {words.progress(numberWords(locale, found.rows_done), numberWords(locale, found.rows_of))}
                </p>
              </>
            )}
            <p class="soft">{words.wait}</p>
          </section>
        )}
        <p>
          <a href="/admin/results">{words.back}</a>
        </p>
      </div>
    ),
  })
}

function Outcome({ locale, upload: found }: { readonly locale: Locale; readonly upload: Upload }): Html {
  const words = publishedText(locale).upload
  const { answer, outcome } = found
  if (answer === null) return <></>
  const refusal =
    'listRefusal' in answer
      ? describeListRefusal(locale, answer.listRefusal)
      : 'refusal' in answer
        ? describeFileRefusal(locale, answer.refusal)
        : answer.is === 'busy'
          ? words.busy
          : undefined
  return (
    <section class="stack">
      {refusal !== undefined ? (
        <Alert kind="error" title={words.refused}>
          {refusal}
        </Alert>
      ) : (
        <Alert kind={outcome === 'refused' ? 'error' : 'ok'}>
          {outcome === 'refused' ? words.refused : outcome === 'again' ? words.again : words.loaded}
        </Alert>
      )}
      {answer.pictureFailed === true && <Alert kind="error">{words.pictureFailed}</Alert>}
      {'kinds' in answer && answer.kinds.length > 0 && (
        <p>
          {words.results(
            answer.kinds.map((kind) => publishedText(locale).kind[kind]).join(', '),
            numberWords(locale, answer.rows),
          )}
        </p>
      )}
      {answer.is === 'norms' && 'id' in answer && <p>{words.norms(answer.id)}</p>}
      {'refused' in answer && answer.refused !== undefined && answer.refused.total > 0 && (
        <RefusedPlaces locale={locale} upload={found.id} refused={answer.refused} />
      )}
      {'unknown' in answer && answer.unknown !== undefined && answer.unknown.total > 0 && (
        <UnknownInRegister locale={locale} upload={found.id} unknown={answer.unknown} />
      )}
      {'importId' in answer && (
        <>
          {outcome !== 'refused' && <p>{words.schools}</p>}
          <p>
            <a href={`/admin/schools/imports/${answer.importId}`}>{words.report}</a>
          </p>
        </>
      )}
    </section>
  )
}
