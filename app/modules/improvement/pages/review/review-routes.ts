import { z } from 'zod'
import type { Trx } from '../../../../platform/database/scope.ts'
import type { Performed, Record as RecordEntry } from '../../../../platform/journal/perform.ts'
import { members } from '../../../../platform/web/access.ts'
import { answerChange, performSubmission } from '../../../../platform/web/answer.ts'
import { changedFields } from '../../../../platform/web/changed-fields.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { describeErrors } from '../../../../platform/web/field-error.ts'
import { readForm, type Submission } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { boardPath, boardStream } from '../../board.ts'
import { pulseItems } from '../../pulse.ts'
import { type ClosingAnswer, closingFaults } from '../../review.ts'
import { answerPulse, closePulse, closeReview, evaluateGoal, type Writing, writeLookBack } from '../../review-writes.ts'
import { reviewText } from '../../text.review.ts'
import { reviewListRoute } from './review-list-page.tsx'
import { reviewPageRoute, showReview } from './review-page.tsx'
import { findReview, type OpenReview, reviewPath } from './review-place.ts'
import { isTeamMember, voterOf } from './review-voter.ts'
import { takeUpRoute } from './take-up-route.ts'

const writers = members('teacher', 'coach', 'leader')
const path = '/s/:organisation/boards/:board/periods/:period'

export const reviewRoutes: readonly Route[] = [
  reviewListRoute,
  reviewPageRoute,
  { method: 'POST', path: `${path}/goals/:goal`, access: writers, handle: postEvaluation },
  { method: 'POST', path: `${path}/pulse`, access: writers, handle: postPulse },
  { method: 'POST', path: `${path}/pulse/close`, access: writers, handle: postPulseClose },
  { method: 'POST', path: `${path}/look-back`, access: writers, handle: postLookBack },
  { method: 'POST', path: `${path}/close`, access: writers, handle: postClose },
  takeUpRoute,
]

const evaluation = z.object({
  worked: z.string().max(1000).default(''),
  decision: z.enum(['keep', 'adapt', 'stop']).optional(),
})

async function postEvaluation(c: WebContext): Promise<Response> {
  const open = await findReview(c)
  if (!isWritable(open)) return refuse(c, 'not-found')
  const words = reviewText(c.var.locale).goals
  const form = await readForm(c, evaluation)
  if (!form.ok)
    return refuse(c, 'form', {
      errors: describeErrors(c.var.locale, form.errors, { worked: words.worked, decision: words.decision }),
    })
  const goalId = c.req.param('goal') ?? ''
  const changed = changedFields(form.value, form.submission)
  const done = await write(c, open, form.submission, (trx, record, writing) =>
    evaluateGoal(trx, record, open.place, goalId, changed, writing),
  )
  return done.result === 'no-such-goal' ? refuse(c, 'not-found') : answer(c, open, done, `goal-${goalId}`)
}

const grade = z.coerce.number().int().min(1).max(5)
const pulseForm = z.object({
  'kept-promises': grade,
  'dared-to-say': grade,
  'helped-each-other': grade,
})

async function postPulse(c: WebContext): Promise<Response> {
  const open = await findReview(c)
  if (!isWritable(open)) return refuse(c, 'not-found')
  const words = reviewText(c.var.locale).pulse
  const form = await readForm(c, pulseForm)
  if (!form.ok) return refuse(c, 'form', { errors: describeErrors(c.var.locale, form.errors, words.items) })
  // What was answered must not be found back in the remembered operation, not even as a hash: 125 answers are soon tried.
  const unseen: Submission = { ...form.submission, values: {} }
  const answers = pulseItems.map((item) => form.value[item])
  const voter = voterOf(c, open.place)
  const done = await write(
    c,
    open,
    unseen,
    async (trx, record, writing) =>
      (await isTeamMember(trx, c, open.place))
        ? answerPulse(trx, record, open.place, { voter, answers }, writing)
        : 'not-of-the-team',
    `voter:${voter}`,
  )
  switch (done.result) {
    case 'closed':
      return refuse(c, 'form', { detail: words.closedSorry })
    case 'answered-before':
      return refuse(c, 'form', { detail: words.answeredBefore })
    case 'not-of-the-team':
      return refuse(c, 'form', { detail: words.guests })
    case 'done':
      return answer(c, open, done, 'review-pulse')
  }
}

async function postPulseClose(c: WebContext): Promise<Response> {
  const open = await findReview(c)
  if (!isWritable(open)) return refuse(c, 'not-found')
  const form = await readForm(c, z.object({}))
  const done = await write(c, open, form.submission, (trx, record, writing) =>
    closePulse(trx, record, open.place, writing),
  )
  return answer(c, open, done, 'review-pulse')
}

const words1000 = z.string().max(1000).default('')
const lookBackForm = z.object({ proudOf: words1000, learned: words1000, teamwork: words1000, nextTime: words1000 })

async function postLookBack(c: WebContext): Promise<Response> {
  const open = await findReview(c)
  if (!isWritable(open)) return refuse(c, 'not-found')
  const form = await readForm(c, lookBackForm)
  if (!form.ok)
    return refuse(c, 'form', { errors: describeErrors(c.var.locale, form.errors, reviewText(c.var.locale).lookBack) })
  const changed = changedFields(form.value, form.submission)
  const done = await write(c, open, form.submission, (trx, record, writing) =>
    writeLookBack(trx, record, open.place, changed, writing),
  )
  return answer(c, open, done, 'review-look-back')
}

async function postClose(c: WebContext): Promise<Response> {
  const open = await findReview(c)
  if (open === null || open.audience !== 'writes') return refuse(c, 'not-found')
  const { locale } = c.var
  const words = reviewText(locale).close
  const form = await readForm(c, z.object({}).loose())
  if (open.review.lookBack.closedAt !== null) return refuse(c, 'form', { detail: words.already })
  const { values } = form.submission
  const { goals, openActions } = open.review
  const answers = openActions.map(({ id }) => closingAnswer(id, values))
  const undecided = goals.filter((goal) => goal.state === 'running' && goal.decision === null)
  const faults = closingFaults(
    openActions.map((action) => action.id),
    answers,
  )
  if (undecided.length > 0 || faults.length > 0) {
    const described = faults.map(({ actionId, reason }): [string, string] => {
      const description = openActions.find((action) => action.id === actionId)?.description ?? ''
      return reason === 'choose'
        ? [`choice-${actionId}`, words.choose(description)]
        : [`reason-${actionId}`, words.sayWhy(description)]
    })
    const general = undecided.length > 0 ? words.decideFirst(undecided.length) : undefined
    return showReview(c, open, { errors: Object.fromEntries(described), values, general })
  }
  const decided = goals.flatMap(({ id, state, decision }) =>
    state === 'running' && decision !== null ? [{ id, decision }] : [],
  )
  const closing = { actions: answers, goals: decided, nextPeriodId: open.next?.id ?? null }
  const done = await write(c, open, form.submission, (trx, record, writing) =>
    closeReview(trx, record, open.place, closing, writing),
  )
  return answer(c, open, done, 'main')
}

const choices: readonly string[] = ['done', 'carry-over', 'stopped'] satisfies readonly ClosingAnswer['choice'][]

function closingAnswer(actionId: string, values: Submission['values']): ClosingAnswer {
  const choice = values[`choice-${actionId}`]
  const reason = values[`reason-${actionId}`]
  return {
    actionId,
    choice: typeof choice === 'string' && choices.includes(choice) ? (choice as ClosingAnswer['choice']) : null,
    reason: typeof reason === 'string' ? reason.slice(0, 300) : '',
  }
}

function isWritable(open: OpenReview | null): open is OpenReview {
  return open !== null && open.audience === 'writes' && open.review.lookBack.closedAt === null
}

function write<R>(
  c: WebContext,
  open: OpenReview,
  submission: Submission,
  work: (trx: Trx, record: RecordEntry, writing: Writing) => Promise<R>,
  actor?: string,
): Promise<Performed<R>> {
  const writing: Writing = { id: submission.id, writtenAt: submission.writtenAt, now: c.var.now }
  const stream = boardStream(open.board.id)
  return performSubmission(c, stream, submission, (trx, record) => work(trx, record, writing), actor)
}

function answer(c: WebContext, open: OpenReview, done: Performed<unknown>, fragment: string): Promise<Response> {
  const to = reviewPath(boardPath(organisationOf(c).slug, open.board.id), open.review.period.id)
  return answerChange(c, done, { to: `${to}#${fragment}`, stream: boardStream(open.board.id), view: 'review' })
}
