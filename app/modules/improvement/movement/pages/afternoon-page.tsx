import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Alert, Button, Card, ErrorSummary, PageHead, TextArea, TextField } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { type FieldErrors, readForm, type Submission } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { typedText } from '../../zones/filled.ts'
import { type Afternoon, findAfternoon } from '../afternoon-store.ts'
import { bookAfternoon } from '../booking-store.ts'
import { movementText } from '../text.ts'
import { whenWords } from '../when.ts'
import { mailOtherSide } from './booking-mail.ts'
import { asSide, idIn, movementPath, performMovement, speakers } from './movement-write.ts'

const form = z.object({
  people: z.coerce.number().int().min(1).max(60),
  contact: z.string().max(120),
  wish: z.string().max(500).optional(),
})
const path = '/s/:organisation/movement/afternoons/:afternoon'

/** A school reads what an afternoon is about, and books it. */
export const afternoonRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    access: speakers,
    handle: (c) => withAfternoon(c, async (afternoon) => showAfternoon(c, afternoon, emptyForm)),
  },
  { method: 'POST', path, access: speakers, handle: (c) => withAfternoon(c, (afternoon) => book(c, afternoon)) },
]

function withAfternoon(c: WebContext, then: (afternoon: Afternoon) => Promise<Response>): Promise<Response> {
  return asSide(c, 'school', async () => {
    const id = idIn(c, 'afternoon')
    const afternoon = id && (await withinScope(c, (trx) => findAfternoon(trx, id)))
    return afternoon ? then(afternoon) : refuse(c, 'not-found')
  })
}

async function book(c: WebContext, afternoon: Afternoon): Promise<Response> {
  const { now } = c.var
  const text = movementText(c.var.locale).afternoons
  const labels = { people: text.people, contact: text.contact, wish: text.wish }
  const again = (errors: FieldErrors, submission: Submission) =>
    refuseForm(c, { errors, submission }, labels, (filled) => showAfternoon(c, afternoon, filled), {
      taken: text.taken,
      'too-many': text.tooMany,
    })
  const read = await readForm(c, form)
  if (!read.ok) return again(read.errors, read.submission)
  const { submission, value } = read
  if (value.people > afternoon.mostPeople) return again({ people: { reason: 'too-many' } }, submission)
  const { id: schoolId, name: schoolName } = organisationOf(c)
  const { result: booked } = await performMovement(c, submission, async (trx, record) => {
    // Looked at again within the write: the partner may just have taken it away.
    const still = await findAfternoon(trx, afternoon.id)
    if (still === null || still.offeredAt === null || still.startsAt <= now) return false
    const isBooked = await bookAfternoon(trx, record, {
      id: submission.id,
      schoolId,
      schoolName,
      partnerId: afternoon.partnerId,
      afternoonId: afternoon.id,
      people: value.people,
      contact: value.contact,
      wish: value.wish ?? '',
      now,
    })
    if (isBooked) {
      await mailOtherSide(c, trx, { about: 'booked', bookingId: submission.id, afternoon, people: value.people })
    }
    return isBooked
  })
  if (!booked) return again({ people: { reason: 'taken' } }, submission)
  return c.redirect(`${movementPath(c)}/bookings/${submission.id}`, 303)
}

function showAfternoon(c: WebContext, afternoon: Afternoon, filled: FilledForm): Response {
  const { locale, now } = c.var
  const words = movementText(locale)
  const text = words.afternoons
  const bookable = afternoon.free && afternoon.offeredAt !== null && afternoon.startsAt > now
  return page(c, {
    title: afternoon.title,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead over={<a href={movementPath(c)}>{words.title}</a>} title={afternoon.title} />
        <Card as="section" tone="insight">
          <p class="strong">{text.at(afternoon.partnerName)}</p>
          <dl class="facts">
            <dt>{text.when}</dt>
            <dd>{whenWords(locale, afternoon)}</dd>
            <dt>{text.place}</dt>
            <dd>{afternoon.place}</dd>
            <dt>{text.group}</dt>
            <dd>{text.most(afternoon.mostPeople)}</dd>
          </dl>
          <h2>{text.shows}</h2>
          <p class="written">{afternoon.shows}</p>
        </Card>
        {bookable || Object.keys(filled.errors).length > 0 ? (
          <BookForm c={c} afternoon={afternoon} filled={filled} />
        ) : (
          <Alert>{text.notFree}</Alert>
        )}
      </div>
    ),
  })
}

interface BookFormProps {
  readonly c: WebContext
  readonly afternoon: Afternoon
  readonly filled: FilledForm
}

function BookForm({ c, afternoon, filled }: BookFormProps): Html {
  const words = movementText(c.var.locale)
  const text = words.afternoons
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return (
    <section class="stack">
      <h2>{text.book}</h2>
      <p>{text.bookLead}</p>
      <ErrorSummary title={words.problems} problems={problems} />
      <form class="form" method="post" action={`${movementPath(c)}/afternoons/${afternoon.id}`}>
        <TextField
          name="people"
          label={text.people}
          type="number"
          min={1}
          max={afternoon.mostPeople}
          required
          value={typedText(filled, 'people', '')}
          error={filled.errors.people}
        />
        <TextField
          name="contact"
          label={text.contact}
          hint={text.contactHint}
          maxlength={120}
          required
          value={typedText(filled, 'contact', '')}
          error={filled.errors.contact}
        />
        <TextArea
          name="wish"
          label={text.wish}
          optional={words.optional}
          maxlength={500}
          value={typedText(filled, 'wish', '')}
          error={filled.errors.wish}
        />
        <div class="actions">
          <Button kind="main">{text.book}</Button>
        </div>
      </form>
    </section>
  )
}
