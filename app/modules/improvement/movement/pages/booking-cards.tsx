import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Card, Chip, type Tone } from '../../../../platform/ui/index.ts'
import type { WebContext } from '../../../../platform/web/context.ts'
import type { Booking } from '../booking-store.ts'
import type { Side } from '../tables.ts'
import { movementText } from '../text.ts'
import { endOf, whenWords } from '../when.ts'
import { movementPath } from './movement-write.ts'

export type BookingState = 'coming' | 'evaluate' | 'evaluated' | 'cancelled'

/** What is to be done with a booking now. */
export function stateOf(booking: Booking, now: Date): BookingState {
  if (booking.cancelledAt !== null) return 'cancelled'
  if (endOf(booking) > now) return 'coming'
  return booking.evaluated ? 'evaluated' : 'evaluate'
}

const toneOf: Readonly<Record<BookingState, Tone>> = {
  coming: 'insight',
  evaluate: 'board',
  evaluated: 'good',
  cancelled: 'plain',
}

interface BookingCardsProps {
  readonly c: WebContext
  /** Who looks: a school reads the name of the partner, a partner that of the school. */
  readonly side: Side
  readonly bookings: readonly Booking[]
  readonly leads: boolean
}

export function BookingCards({ c, side, bookings, leads }: BookingCardsProps): Html {
  const words = movementText(c.var.locale)
  return (
    <ul class="cards grid">
      {bookings.map((booking) => {
        const state = stateOf(booking, c.var.now)
        const who = side === 'school' ? words.afternoons.at(booking.partnerName) : booking.schoolName
        return (
          <Card as="li" tone={toneOf[state]} over={whenWords(c.var.locale, booking)}>
            {leads ? (
              <a class="title" href={`${movementPath(c)}/bookings/${booking.id}`}>
                {who}
              </a>
            ) : (
              <b>{who}</b>
            )}
            <p class="soft">{booking.title}</p>
            <p>
              <Chip tone={toneOf[state]}>{words.booking.state[state]}</Chip>
            </p>
          </Card>
        )
      })}
    </ul>
  )
}
