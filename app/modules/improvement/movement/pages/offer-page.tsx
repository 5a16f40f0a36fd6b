import { z } from 'zod'
import { amsterdamDay, parseDay } from '../../../../platform/text/days.ts'
import { Button, ErrorSummary, PageHead, SelectField, TextArea, TextField } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { type FieldErrors, readForm, type Submission } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { sayNumber } from '../../figure.ts'
import { instantOn } from '../../session-rhythm.ts'
import { typedText } from '../../zones/filled.ts'
import { offerAfternoon, withdrawAfternoon } from '../afternoon-store.ts'
import { movementText } from '../text.ts'
import { asSide, idIn, movementPath, performMovement, speakers } from './movement-write.ts'

const lengths = [90, 120, 150, 180, 240] as const
const form = z.object({
  title: z.string().max(120),
  shows: z.string().max(1500),
  place: z.string().max(120),
  contact: z.string().max(120),
  day: z
    .string()
    .transform(parseDay)
    .refine((day) => day !== null && day < '2100', 'not-a-date'),
  from: z.string().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/),
  minutes: z.coerce.number().pipe(z.literal([...lengths])),
  mostPeople: z.coerce.number().int().min(5).max(60),
})

/** A partner offers an afternoon, or takes away one that nobody booked. */
export const offerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/s/:organisation/movement/offer',
    access: speakers,
    handle: (c) => asSide(c, 'partner', async () => showOffer(c, emptyForm)),
  },
  {
    method: 'POST',
    path: '/s/:organisation/movement/offer',
    access: speakers,
    handle: (c) => asSide(c, 'partner', () => offer(c)),
  },
  {
    method: 'POST',
    path: '/s/:organisation/movement/afternoons/:afternoon/withdraw',
    access: speakers,
    handle: (c) => asSide(c, 'partner', () => withdraw(c)),
  },
]

async function offer(c: WebContext): Promise<Response> {
  const text = movementText(c.var.locale).partner
  const labels = {
    title: text.fieldTitle,
    shows: text.shows,
    place: text.place,
    contact: text.contact,
    day: text.day,
    from: text.from,
    minutes: text.hours,
    mostPeople: text.most,
  }
  const again = (errors: FieldErrors, submission: Submission) =>
    refuseForm(
      c,
      { errors: errors.from === undefined ? errors : { ...errors, from: { reason: 'not-a-time' } }, submission },
      labels,
      (filled) => showOffer(c, filled),
      { 'not-a-time': text.notATime, 'in-the-past': text.inThePast },
    )
  const read = await readForm(c, form)
  if (!read.ok) return again(read.errors, read.submission)
  const { day, from, ...words } = read.value
  const [hours = 0, minutes = 0] = from.split(/[:.]/).map(Number)
  const startsAt = instantOn(day ?? '', hours * 60 + minutes)
  if (startsAt <= c.var.now) return again({ day: { reason: 'in-the-past' } }, read.submission)
  const { id: partnerId, name: partnerName } = organisationOf(c)
  await performMovement(c, read.submission, (trx, record) =>
    offerAfternoon(trx, record, {
      id: read.submission.id,
      partnerId,
      partnerName,
      words: { ...words, startsAt },
      now: c.var.now,
    }),
  )
  return c.redirect(movementPath(c), 303)
}

async function withdraw(c: WebContext): Promise<Response> {
  const id = idIn(c, 'afternoon')
  const { submission } = await readForm(c, z.object({}))
  if (id === null) return refuse(c, 'not-found')
  const partnerId = organisationOf(c).id
  await performMovement(c, submission, (trx, record) => withdrawAfternoon(trx, record, { partnerId, id }))
  return c.redirect(movementPath(c), 303)
}

function showOffer(c: WebContext, filled: FilledForm): Response {
  const { locale, now } = c.var
  const words = movementText(locale)
  const text = words.partner
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  const typed = (name: string, fallback = '') => ({
    name,
    value: typedText(filled, name, fallback),
    error: filled.errors[name],
  })
  return page(c, {
    title: text.offer,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead over={<a href={movementPath(c)}>{text.title}</a>} title={text.offer} />
        <ErrorSummary title={words.problems} problems={problems} />
        <form class="form" method="post" action={`${movementPath(c)}/offer`}>
          <TextField {...typed('title')} label={text.fieldTitle} hint={text.fieldTitleHint} maxlength={120} required />
          <TextArea {...typed('shows')} label={text.shows} rows={5} maxlength={1500} required />
          <TextField {...typed('day')} label={text.day} type="date" min={amsterdamDay(now)} required />
          <TextField {...typed('from', '13:30')} label={text.from} type="time" required />
          <SelectField
            {...typed('minutes', '150')}
            label={text.hours}
            required
            options={lengths.map((minutes) => ({
              value: String(minutes),
              label: text.hour(sayNumber(locale, minutes / 60)),
            }))}
          />
          <TextField {...typed('mostPeople', '30')} label={text.most} type="number" min={5} max={60} required />
          <TextField {...typed('place')} label={text.place} maxlength={120} required />
          <TextField {...typed('contact')} label={text.contact} hint={text.contactHint} maxlength={120} required />
          <div class="actions">
            <Button kind="main">{text.offer}</Button>
          </div>
        </form>
      </div>
    ),
  })
}
