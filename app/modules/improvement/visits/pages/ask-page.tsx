import { z } from 'zod'
import { amsterdamDay } from '../../../../platform/text/days.ts'
import {
  Button,
  Checkbox,
  ErrorSummary,
  PageHead,
  SelectField,
  TextArea,
  TextField,
} from '../../../../platform/ui/index.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { cardsText } from '../../text.cards.ts'
import { typedText } from '../../zones/filled.ts'
import { ownLessons } from '../lesson-of-visit-store.ts'
import { visitsText } from '../text.ts'
import { visitPath, visitStream, visitsPath } from '../visit.ts'
import { askVisit } from '../visit-store.ts'
import { performVisit, visitMembers } from './visit-write.ts'

const form = z.object({
  question: z.string().min(3).max(300),
  className: z.string().max(60).default(''),
  lesson: z.uuid().optional(),
  alsoLeaders: z.literal('yes').optional(),
})

export const askRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/s/:organisation/visits/new',
    access: visitMembers,
    handle: (c) => showForm(c, emptyForm),
  },
  { method: 'POST', path: '/s/:organisation/visits', access: visitMembers, handle: ask },
]

async function ask(c: WebContext): Promise<Response> {
  const { locale, now } = c.var
  const words = visitsText(locale).form
  const read = await readForm(c, form)
  if (!read.ok) {
    const labels = { question: words.question, className: words.className }
    return refuseForm(c, read, labels, (filled) => showForm(c, filled))
  }
  const { value, submission } = read
  const organisation = organisationOf(c)
  const alsoLeaders = value.alsoLeaders === 'yes'
  await performVisit(c, visitStream(submission.id), submission, { alsoLeaders }, async (trx, record) => {
    const own = await ownLessons(trx, organisation.id, personOf(c).id)
    await askVisit(trx, record, {
      organisationId: organisation.id,
      id: submission.id,
      receiverId: personOf(c).id,
      question: value.question,
      className: value.className,
      lessonId: own.find(({ id }) => id === value.lesson)?.id ?? null,
      alsoLeaders,
      today: amsterdamDay(now),
      now,
    })
    return null
  })
  return c.redirect(visitPath(organisation.slug, submission.id), 303)
}

async function showForm(c: WebContext, filled: FilledForm): Promise<Response> {
  const { locale } = c.var
  const words = visitsText(locale).form
  const organisation = organisationOf(c)
  const lessons = await withinScope(c, (trx) => ownLessons(trx, organisation.id, personOf(c).id))
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return page(c, {
    title: words.title,
    width: 'narrow',
    body: (
      <div class="stack tone-visit">
        <PageHead over={organisation.name} title={words.title} />
        <ErrorSummary title={cardsText(locale).problems} problems={problems} />
        <form class="form" method="post" action={visitsPath(organisation.slug)}>
          <TextArea
            name="question"
            label={words.question}
            hint={words.questionHint}
            maxlength={300}
            required
            value={typedText(filled, 'question', (c.req.query('question') ?? '').slice(0, 300))}
            error={filled.errors.question}
          />
          <TextField
            name="className"
            label={words.className}
            optional={words.optional}
            maxlength={60}
            value={typedText(filled, 'className', '')}
            error={filled.errors.className}
          />
          {lessons.length > 0 && (
            <SelectField
              name="lesson"
              label={words.lesson}
              optional={words.optional}
              hint={words.lessonHint}
              choose={words.noLesson}
              options={lessons.map(({ id, title }) => ({ value: id, label: title }))}
              value={typedText(filled, 'lesson', c.req.query('lesson') ?? '')}
              error={filled.errors.lesson}
            />
          )}
          <Checkbox
            name="alsoLeaders"
            label={words.alsoLeaders}
            hint={words.alsoLeadersHint}
            checked={filled.values.alsoLeaders === 'yes'}
          />
          <div class="actions">
            <Button kind="main">{words.send}</Button>
          </div>
          <p class="soft">{words.after}</p>
        </form>
      </div>
    ),
  })
}
