import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Alert, Card, ConfirmForm, PageHead } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { type Booking, cancelBooking, type Evaluation, evaluate, evaluationsOf, findBooking } from '../booking-store.ts'
import type { Side } from '../tables.ts'
import { movementText } from '../text.ts'
import { whenWords } from '../when.ts'
import { stateOf } from './booking-cards.tsx'
import { mailOtherSide } from './booking-mail.ts'
import { EvaluationForm, Written } from './evaluation.tsx'
import { idIn, movementPath, performMovement, speakers } from './movement-write.ts'

const form = z.object({
  peopleCame: z.coerce.number().int().min(0).max(100),
  worth: z.enum(['1', '2', '3']),
  tookAlong: z.string().max(1000),
  better: z.string().max(1000).optional(),
})
const path = '/s/:organisation/movement/bookings/:booking'

/** A booking, for its two sides: what was agreed, the way to cancel, and afterwards what both found of it. */
export const bookingRoutes: readonly Route[] = [
  { method: 'GET', path, access: speakers, handle: (c) => withBooking(c, (open) => showBooking(c, open, emptyForm)) },
  {
    method: 'POST',
    path: `${path}/cancel`,
    access: speakers,
    handle: (c) => withBooking(c, (open) => cancel(c, open)),
  },
  {
    method: 'POST',
    path: `${path}/evaluation`,
    access: speakers,
    handle: (c) => withBooking(c, (open) => write(c, open)),
  },
]

interface OpenBooking {
  readonly booking: Booking
  readonly side: Side
}

async function withBooking(c: WebContext, then: (open: OpenBooking) => Promise<Response>): Promise<Response> {
  const id = idIn(c, 'booking')
  const own = organisationOf(c).id
  const booking = id && (await withinScope(c, (trx) => findBooking(trx, own, id)))
  return booking ? then({ booking, side: booking.schoolId === own ? 'school' : 'partner' }) : refuse(c, 'not-found')
}

async function cancel(c: WebContext, { booking, side }: OpenBooking): Promise<Response> {
  const { submission } = await readForm(c, z.object({}))
  const { now } = c.var
  // What has been can't be called off.
  if (stateOf(booking, now) === 'coming') {
    await performMovement(c, submission, async (trx, record) => {
      const isCancelled = await cancelBooking(trx, record, { id: booking.id, by: side, now })
      if (isCancelled) {
        await mailOtherSide(c, trx, {
          about: 'cancelled',
          bookingId: booking.id,
          afternoon: booking,
          people: booking.people,
        })
      }
      return isCancelled
    })
  }
  return c.redirect(`${movementPath(c)}/bookings/${booking.id}`, 303)
}

async function write(c: WebContext, open: OpenBooking): Promise<Response> {
  const { booking, side } = open
  const { now, locale } = c.var
  if (!mayEvaluate(booking, now)) return refuse(c, 'not-found')
  const text = movementText(locale).booking
  const read = await readForm(c, form)
  if (!read.ok) {
    const labels = {
      peopleCame: text.came,
      worth: text.worth[side],
      tookAlong: text.tookAlong[side],
      better: text.better,
    }
    return refuseForm(c, read, labels, (filled) => showBooking(c, open, filled))
  }
  const { worth, better = '', ...words } = read.value
  const organisationId = organisationOf(c).id
  await performMovement(c, read.submission, (trx, record) =>
    evaluate(trx, record, { organisationId, booking, words: { ...words, better, worth: Number(worth) }, now }),
  )
  return c.redirect(`${movementPath(c)}/bookings/${booking.id}`, 303)
}

/** From its end on; what was written can be written again. */
function mayEvaluate(booking: Booking, now: Date): boolean {
  return ['evaluate', 'evaluated'].includes(stateOf(booking, now))
}

async function showBooking(c: WebContext, { booking, side }: OpenBooking, filled: FilledForm): Promise<Response> {
  const { locale, now } = c.var
  const words = movementText(locale)
  const text = words.booking
  const state = stateOf(booking, now)
  const written = await withinScope(c, (trx) => evaluationsOf(trx, booking))
  const here = `${movementPath(c)}/bookings/${booking.id}`
  return page(c, {
    title: booking.title,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead over={<a href={movementPath(c)}>{text.over}</a>} title={booking.title} />
        {booking.cancelledBy !== null && <Alert kind="warning">{text.cancelled[booking.cancelledBy]}</Alert>}
        {state === 'coming' && <Alert kind="ok">{text.booked[side]}</Alert>}
        <Agreed c={c} booking={booking} side={side} />
        {state === 'coming' && (
          <>
            <p>{text.later}</p>
            <ConfirmForm action={`${here}/cancel`} summary={text.cancel} confirm={text.cancelYes}>
              {text.cancelDo}
            </ConfirmForm>
          </>
        )}
        {mayEvaluate(booking, now) && (
          <>
            {written[side] !== undefined && Object.keys(filled.errors).length === 0 && (
              <Alert kind="ok">{text.kept[side]}</Alert>
            )}
            <EvaluationForm
              locale={locale}
              side={side}
              action={`${here}/evaluation`}
              filled={filled}
              before={written[side] ?? null}
            />
            <Both c={c} side={side} written={written} />
          </>
        )}
      </div>
    ),
  })
}

interface SideProps {
  readonly c: WebContext
  readonly side: Side
}

function Agreed({ c, side, booking }: SideProps & { readonly booking: Booking }): Html {
  const { locale } = c.var
  const text = movementText(locale).booking
  return (
    <Card as="section" tone="insight">
      <dl class="facts">
        <dt>{side === 'school' ? text.partner : text.school}</dt>
        <dd>{side === 'school' ? booking.partnerName : booking.schoolName}</dd>
        <dt>{text.when}</dt>
        <dd>{whenWords(locale, booking)}</dd>
        <dt>{text.place}</dt>
        <dd>{booking.place}</dd>
        <dt>{text.people}</dt>
        <dd>{booking.people}</dd>
        <dt>{side === 'school' ? text.reachPartner : text.reachSchool}</dt>
        <dd>{side === 'school' ? booking.partnerContact : booking.contact}</dd>
        {booking.wish !== '' && (
          <>
            <dt>{text.wish}</dt>
            <dd>{booking.wish}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}

interface BothProps extends SideProps {
  readonly written: Readonly<Partial<Record<Side, Evaluation>>>
}

/** What the other wrote, or that nothing is there yet; one's own stands in the form. */
function Both({ c, side, written }: BothProps): Html {
  const other = side === 'school' ? 'partner' : 'school'
  const found = written[other]
  if (found === undefined) return <p class="soft">{movementText(c.var.locale).booking.notYet[other]}</p>
  return <Written locale={c.var.locale} side={other} evaluation={found} />
}
