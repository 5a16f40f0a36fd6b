import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import {
  Button,
  Card,
  CardLink,
  ConfirmForm,
  ErrorSummary,
  PageHead,
  TextField,
} from '../../../../platform/ui/index.ts'
import { members } from '../../../../platform/web/access.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { chosenFile } from '../../../../platform/web/file-field.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { isUuid } from '../../board-store.ts'
import { exampleInstrument } from '../example-instrument.ts'
import { type InstrumentFault, indicatorsOf, readInstrumentFile, sayIn } from '../instrument.ts'
import { addInstrument, instrumentsOf, type NamedInstrument, removeInstrument } from '../instrument-store.ts'
import { ownInstrumentKey } from '../own-instrument.ts'
import { scorableSeen } from '../seen-store.ts'
import { seenText } from '../text.seen.ts'
import { visitsText } from '../text.ts'
import { seenPath, type Visit, visitsPath } from '../visit.ts'
import { visitsAround } from '../visit-store.ts'
import { whenWords } from '../when-words.ts'
import { NeverAppraisal } from './never-appraisal.tsx'
import { VisitTabs } from './visit-tabs.tsx'
import { performVisit, visitMembers } from './visit-write.ts'

const path = '/s/:organisation/visits/instruments'
const keepers = members('coach', 'leader')
const mostBytes = 256 * 1024
const mostToFillIn = 3
const form = z.object({
  file: chosenFile,
})

/** Which instruments the school has; who coaches or leads adds one that the school has a licence for. */
export const instrumentRoutes: readonly Route[] = [
  { method: 'GET', path, access: visitMembers, handle: (c) => showInstruments(c, emptyForm) },
  { method: 'GET', path: `${path}/example.json`, access: visitMembers, handle: example },
  {
    method: 'POST',
    path,
    access: keepers,
    bodyLimit: mostBytes + 16 * 1024,
    tooLarge: (locale) => seenText(locale).instruments.tooLarge,
    handle: add,
  },
  { method: 'POST', path: `${path}/:instrument/remove`, access: keepers, handle: remove },
]

const stream = (organisationId: string) => `visit-instruments:${organisationId}`

function example(c: WebContext): Response {
  return c.body(`${JSON.stringify(exampleInstrument, null, 2)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="voorbeeld-kijkwijzer.json"',
  })
}

async function add(c: WebContext): Promise<Response> {
  const { locale, now } = c.var
  const words = seenText(locale).instruments
  const { id: organisationId, slug } = organisationOf(c)
  const read = await readForm(c, form)
  const labels = { file: words.file }
  const again = (filled: FilledForm) => showInstruments(c, filled)
  if (!read.ok) return refuseForm(c, read, labels, again)
  const { submission, value } = read
  const file = readInstrumentFile(await value.file.text())
  if (!file.ok) {
    const sentences = file.faults.map((fault) => sayFault(fault, words)).join(' ')
    return refuseForm(c, { errors: { file: { reason: 'faults' } }, submission }, labels, again, { faults: sentences })
  }
  const { instrument } = file
  await performVisit(c, stream(organisationId), submission, { instrument }, async (trx, record) => {
    await addInstrument(trx, { organisationId, id: submission.id, by: personOf(c).id, now }, instrument)
    record({ action: 'instrument-added', subject: `instrument:${submission.id}` })
    return null
  })
  return c.redirect(`${visitsPath(slug)}/instruments`, 303)
}

function sayFault({ at, why }: InstrumentFault, words: ReturnType<typeof seenText>['instruments']): string {
  return `${at === '' ? words.file_ : at} ${words.faults[why]}`
}

async function remove(c: WebContext): Promise<Response> {
  const id = c.req.param('instrument') ?? ''
  const { id: organisationId, slug } = organisationOf(c)
  if (!isUuid(id)) return refuse(c, 'not-found')
  const read = await readForm(c, z.object({}))
  const { result } = await performVisit(c, stream(organisationId), read.submission, {}, async (trx, record) => {
    const removed = await removeInstrument(trx, organisationId, id, c.var.now)
    if (removed) record({ action: 'instrument-removed', subject: `instrument:${id}` })
    return removed
  })
  return result ? c.redirect(`${visitsPath(slug)}/instruments`, 303) : refuse(c, 'not-found')
}

async function showInstruments(c: WebContext, filled: FilledForm): Promise<Response> {
  const { locale, visit } = c.var
  const organisation = organisationOf(c)
  const words = seenText(locale).instruments
  const me = personOf(c).id
  const { all, been } = await withinScope(c, async (trx) => {
    const scorable = await scorableSeen(trx, organisation.id)
    const around = await visitsAround(trx, organisation.id, me)
    return {
      all: await instrumentsOf(trx, organisation.id),
      been: around.filter(({ id, state, visitorId }) => state === 'done' && visitorId === me && scorable.has(id)),
    }
  })
  const keeps = visit.roles.includes('coach') || visit.roles.includes('leader')
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  const here = `${visitsPath(organisation.slug)}/instruments`
  return page(c, {
    title: words.title,
    body: (
      <div class="stack tone-visit">
        <PageHead over={organisation.name} title={words.title} />
        <VisitTabs c={c} />
        <p>{words.lead}</p>
        <NeverAppraisal locale={locale} />
        <FillIn c={c} been={been.slice(0, mostToFillIn)} />
        <div class="grid">
          {all.map((each) => (
            <InstrumentCard c={c} named={each} removeAction={keeps ? `${here}/${each.key}/remove` : null} />
          ))}
        </div>
        {keeps && (
          <Card as="section" shape="flat">
            <h2>{words.import}</h2>
            <p>{words.importLead}</p>
            <p>
              {words.importFormat}{' '}
              <a href={`${here}/example.json`} download>
                {words.example}
              </a>
            </p>
            <ErrorSummary title={words.wrong} problems={problems} />
            <form class="form" method="post" action={here} enctype="multipart/form-data">
              <TextField
                name="file"
                type="file"
                label={words.file}
                accept=".json,application/json"
                required
                error={filled.errors.file}
              />
              <div class="actions">
                <Button kind="main">{words.add}</Button>
              </div>
            </form>
          </Card>
        )}
      </div>
    ),
  })
}

/** Visits that I came to, to fill in an instrument for. */
function FillIn({ c, been }: { readonly c: WebContext; readonly been: readonly Visit[] }): Html | null {
  const { locale } = c.var
  if (been.length === 0) return null
  return (
    <section class="stack tight">
      <h2>{seenText(locale).seen.score}</h2>
      <div class="grid">
        {been.map(({ id, receiverName, startsAt, className }) => (
          <CardLink
            tone="visit"
            href={`${seenPath(organisationOf(c).slug, id)}/scores`}
            title={visitsText(locale).youWereWith(receiverName)}
            note={[startsAt && whenWords(locale, startsAt), className].filter(Boolean).join(' · ')}
          />
        ))}
      </div>
    </section>
  )
}

interface InstrumentCardProps {
  readonly c: WebContext
  readonly named: NamedInstrument
  readonly removeAction: string | null
}

function InstrumentCard({ c, named: { key, instrument }, removeAction }: InstrumentCardProps): Html {
  const { locale } = c.var
  const words = seenText(locale).instruments
  return (
    <Card as="section" tone="visit" over={words.size(instrument.domains.length, indicatorsOf(instrument).size)}>
      <h2>{sayIn(locale, instrument.name)}</h2>
      <p class="soft">
        {words.source} {instrument.source} · {words.licence} {instrument.licence}
      </p>
      {key === ownInstrumentKey && <p class="soft">{words.ownNote}</p>}
      <ul>
        {instrument.domains.map((domain) => (
          <li>{sayIn(locale, domain.name)}</li>
        ))}
      </ul>
      {removeAction && key !== ownInstrumentKey && (
        <ConfirmForm action={removeAction} summary={words.remove} confirm={words.removeYes}>
          {words.removeLead}
        </ConfirmForm>
      )}
    </Card>
  )
}
