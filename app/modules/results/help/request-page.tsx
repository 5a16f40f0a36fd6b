import { z } from 'zod'
import type { Trx } from '../../../platform/database/scope.ts'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Record as RecordEntry } from '../../../platform/journal/perform.ts'
import { addDays, amsterdamDay, parseDay } from '../../../platform/text/days.ts'
import {
  Button,
  Card,
  Chip,
  ConfirmForm,
  PageHead,
  RadioField,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { performSubmission } from '../../../platform/web/answer.ts'
import { organisationOf, type WebContext, withinScope } from '../../../platform/web/context.ts'
import { readForm, type Submission } from '../../../platform/web/form.ts'
import { page } from '../../../platform/web/page.tsx'
import { refuse } from '../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../platform/web/refuse-form.ts'
import type { Route } from '../../../platform/web/route.ts'
import { isUuid, trackPath, tracksPath } from '../tracks/track-reference.ts'
import { helpPath, mailOtherSide } from './help-mail.ts'
import {
  answerHelp,
  findRequest,
  type HelpAnswer,
  type HelpRequest,
  noteHeld,
  requestState,
  withdrawHelp,
} from './request-store.ts'
import { stateWords } from './requests-section.tsx'
import { helpText } from './text.ts'
import { speakers } from './willing-section.tsx'

const path = '/s/:organisation/results/help/:helpRequest'
const day = z.preprocess((typed) => (typeof typed === 'string' ? (parseDay(typed) ?? typed) : typed), z.iso.date())
const answerForm = z.object({
  answer: z.enum(['yes', 'no']),
  visitOn: day.optional(),
  words: z.string().max(600).default(''),
})
const heldForm = z.object({ heldOn: day })
/** Further ahead a day is a slip of the pen. */
const mostDaysAhead = 366

interface Open {
  readonly request: HelpRequest
  readonly isAsker: boolean
}

/** A request, for the leaders of its two sides. */
export const requestRoutes: readonly Route[] = [
  { method: 'GET', path, access: speakers, handle: (c) => withRequest(c, (open) => show(c, open, emptyForm)) },
  ...(
    [
      ['answer', answer],
      ['withdraw', withdraw],
      ['held', held],
    ] as const
  ).map(
    ([action, handle]): Route => ({
      method: 'POST',
      path: `${path}/${action}`,
      access: speakers,
      handle: (c) => withRequest(c, (open) => handle(c, open)),
    }),
  ),
]

async function withRequest(c: WebContext, then: (open: Open) => Promise<Response>): Promise<Response> {
  const id = c.req.param('helpRequest') ?? ''
  const own = organisationOf(c).id
  const request = isUuid(id) ? await withinScope(c, (trx) => findRequest(trx, own, id)) : null
  return request ? then({ request, isAsker: request.askerId === own }) : refuse(c, 'not-found')
}

async function answer(c: WebContext, open: Open): Promise<Response> {
  if (open.isAsker) return refuse(c, 'not-found')
  const { now, locale } = c.var
  const text = helpText(locale).request
  const read = await readForm(c, answerForm)
  const labels = { answer: text.choose, visitOn: text.visitOn, words: text.words }
  if (!read.ok) return refuseForm(c, read, labels, (filled) => show(c, open, filled))
  const { answer, visitOn, words } = read.value
  const today = amsterdamDay(now)
  if (answer === 'yes' && (visitOn === undefined || visitOn < today || visitOn > addDays(today, mostDaysAhead))) {
    const errors = { visitOn: { reason: 'visit-missing' } }
    const sentences = { 'visit-missing': text.visitMissing }
    return refuseForm(c, { ...read, errors }, labels, (filled) => show(c, open, filled), sentences)
  }
  const said: HelpAnswer =
    answer === 'yes' && visitOn !== undefined
      ? { answer: 'yes', visitOn, words }
      : { answer: 'no', visitOn: null, words }
  return act(c, open, read.submission, async (trx, record, request) => {
    if (await answerHelp(trx, record, request, { answer: said, now })) await mailOtherSide(c, trx, request, said.answer)
  })
}

async function withdraw(c: WebContext, open: Open): Promise<Response> {
  if (!open.isAsker) return refuse(c, 'not-found')
  const { submission } = await readForm(c, z.object({}))
  return act(c, open, submission, async (trx, record, request) => {
    if (await withdrawHelp(trx, record, request, c.var.now)) await mailOtherSide(c, trx, request, 'withdrawn')
  })
}

async function held(c: WebContext, open: Open): Promise<Response> {
  if (!open.isAsker) return refuse(c, 'not-found')
  const text = helpText(c.var.locale).request
  const read = await readForm(c, heldForm)
  const labels = { heldOn: text.heldOn }
  if (!read.ok) return refuseForm(c, read, labels, (filled) => show(c, open, filled))
  const { heldOn } = read.value
  if (heldOn < amsterdamDay(open.request.askedAt) || heldOn > amsterdamDay(c.var.now)) {
    const errors = { heldOn: { reason: 'held-missing' } }
    const sentences = { 'held-missing': text.heldMissing }
    return refuseForm(c, { ...read, errors }, labels, (filled) => show(c, open, filled), sentences)
  }
  return act(c, open, read.submission, async (trx, record, request) => {
    await noteHeld(trx, record, request, heldOn)
  })
}

type Work = (trx: Trx, record: RecordEntry, request: HelpRequest) => Promise<void>

/** Does a write on the request as it stands by then: the other side may have been first. */
async function act(c: WebContext, { request: { id } }: Open, submission: Submission, work: Work): Promise<Response> {
  const { id: own, slug } = organisationOf(c)
  await performSubmission(c, `help:${own}`, submission, async (trx, record) => {
    const request = await findRequest(trx, own, id)
    if (request !== null) await work(trx, record, request)
    return id
  })
  return c.redirect(helpPath(slug, id), 303)
}

async function show(c: WebContext, { request, isAsker }: Open, filled: FilledForm): Promise<Response> {
  const { locale } = c.var
  const words = helpText(locale)
  const text = words.request
  const { slug } = organisationOf(c)
  const { answer, message, askedName, askerName, domain, trackId, words: said } = request
  const state = requestState(request)
  const here = helpPath(slug, request.id)
  const title = isAsker ? text.asked(askedName) : text.asks(askerName, words.subject[domain])
  return page(c, {
    title,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead over={<a href={tracksPath(slug)}>{text.back}</a>} title={title}>
          <Chip tone={state === 'yes' || state === 'held' ? 'good' : 'insight'}>{stateWords(locale, request)}</Chip>
        </PageHead>
        <Card as="section" tone="visit">
          <h2>{text.question}</h2>
          <p class="pre-line">{message}</p>
        </Card>
        {answer !== null && (
          <Card as="section" tone={answer === 'yes' ? 'good' : 'plain'}>
            <h2>{isAsker ? text.theirWords : text.yourWords}</h2>
            <p class="strong">{text.answers[answer]}.</p>
            {said !== '' && <p class="pre-line">{said}</p>}
          </Card>
        )}
        {!isAsker && ['waiting', 'yes', 'no'].includes(state) && (
          <AnswerForm c={c} request={request} filled={filled} action={`${here}/answer`} />
        )}
        {isAsker && (state === 'yes' || state === 'held') && (
          <HeldForm c={c} request={request} filled={filled} action={`${here}/held`} />
        )}
        {isAsker && ['waiting', 'yes', 'no'].includes(state) && (
          <ConfirmForm action={`${here}/withdraw`} summary={text.withdraw} confirm={text.withdrawYes}>
            {text.withdrawDo}
          </ConfirmForm>
        )}
        {isAsker && (
          <p>
            <a href={trackPath(slug, trackId)}>{text.toTrack}</a>
          </p>
        )}
      </div>
    ),
  })
}

interface FormProps {
  readonly c: WebContext
  readonly request: HelpRequest
  readonly filled: FilledForm
  readonly action: string
}

function typed({ values }: FilledForm, name: string, kept: string | null): string {
  const value = values[name]
  return typeof value === 'string' ? value : (kept ?? '')
}

function AnswerForm({ c, request, filled, action }: FormProps): Html {
  const text = helpText(c.var.locale).request
  return (
    <Card as="section" shape="flat">
      <h2>{request.answer === null ? text.answer : text.answerAgain}</h2>
      <form class="form" method="post" action={action}>
        <input type="hidden" name="_op" value={c.var.services.newId()} />
        <RadioField
          name="answer"
          label={text.choose}
          required
          options={(['yes', 'no'] as const).map((value) => ({ value, label: text.answers[value] }))}
          value={typed(filled, 'answer', request.answer)}
          error={filled.errors.answer}
        />
        <TextField
          name="visitOn"
          type="date"
          label={text.visitOn}
          hint={text.visitOnHint}
          optional={text.optional}
          value={typed(filled, 'visitOn', request.visitOn)}
          error={filled.errors.visitOn}
        />
        <TextArea
          name="words"
          label={text.words}
          hint={text.wordsHint}
          optional={text.optional}
          rows={3}
          maxlength={600}
          value={typed(filled, 'words', request.words)}
          error={filled.errors.words}
        />
        <div class="actions">
          <Button kind="main">{text.send}</Button>
        </div>
      </form>
    </Card>
  )
}

function HeldForm({ c, request, filled, action }: FormProps): Html {
  const text = helpText(c.var.locale).request
  return (
    <Card as="section" shape="flat">
      <h2>{text.held}</h2>
      <form class="form" method="post" action={action}>
        <input type="hidden" name="_op" value={c.var.services.newId()} />
        <TextField
          name="heldOn"
          type="date"
          label={text.heldOn}
          required
          value={typed(filled, 'heldOn', request.heldOn ?? request.visitOn)}
          error={filled.errors.heldOn}
        />
        <div class="actions">
          <Button kind="quiet">{text.note}</Button>
        </div>
      </form>
    </Card>
  )
}
