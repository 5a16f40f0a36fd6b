import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { ButtonLink, Card, Chip, ConfirmForm, EmptyState, PageHead } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { type Afternoon, offeredBy } from '../afternoon-store.ts'
import { bookingsOf } from '../booking-store.ts'
import { movementText } from '../text.ts'
import { whenWords } from '../when.ts'
import { BookingCards } from './booking-cards.tsx'
import { movementPath } from './movement-write.ts'

/** Of a company or institution: which schools come, and which afternoons it offers. */
export async function showPartner(c: WebContext): Promise<Response> {
  const words = movementText(c.var.locale).partner
  const { id, name } = organisationOf(c)
  const { offered, bookings } = await withinScope(c, async (trx) => ({
    offered: await offeredBy(trx, id),
    bookings: await bookingsOf(trx, id),
  }))
  const leads = c.var.visit.roles.includes('leader')
  const offer = leads && (
    <ButtonLink kind="main" icon="plus" href={`${movementPath(c)}/offer`}>
      {words.offer}
    </ButtonLink>
  )
  return page(c, {
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead over={name} title={words.title}>
          {offered.length > 0 && offer}
        </PageHead>
        <p class="lead">{words.lead}</p>
        <section class="stack">
          <h2>{words.bookings}</h2>
          {bookings.length === 0 ? (
            <p class="soft">{words.noBookings}</p>
          ) : (
            <BookingCards c={c} side="partner" bookings={bookings} leads={leads} />
          )}
        </section>
        <section class="stack">
          <h2>{words.offered}</h2>
          {offered.length === 0 ? (
            <EmptyState title={words.none} example={words.example} action={offer}>
              {words.noneDo}
            </EmptyState>
          ) : (
            <ul class="cards grid">
              {offered.map((afternoon) => (
                <Offered c={c} afternoon={afternoon} leads={leads} />
              ))}
            </ul>
          )}
        </section>
      </div>
    ),
  })
}

interface OfferedProps {
  readonly c: WebContext
  readonly afternoon: Afternoon
  readonly leads: boolean
}

function Offered({ c, afternoon, leads }: OfferedProps): Html {
  const { locale, now } = c.var
  const words = movementText(locale).partner
  const past = afternoon.startsAt <= now
  const { free } = afternoon
  return (
    <Card as="li" tone={past || !free ? 'plain' : 'insight'} over={whenWords(locale, afternoon)}>
      <h3>{afternoon.title}</h3>
      <p>
        <Chip tone={past ? 'plain' : free ? 'insight' : 'good'}>
          {past ? words.past : free ? words.free : words.taken}
        </Chip>
      </p>
      {leads && free && (
        <ConfirmForm
          action={`${movementPath(c)}/afternoons/${afternoon.id}/withdraw`}
          summary={words.withdraw}
          confirm={words.withdrawYes}
        >
          {words.withdrawDo}
        </ConfirmForm>
      )}
    </Card>
  )
}
