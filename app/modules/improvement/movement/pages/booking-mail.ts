import type { Trx } from '../../../../platform/database/scope.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { otherSideOf } from '../booking-store.ts'
import { movementText } from '../text.ts'
import { whenWords } from '../when.ts'

interface BookingNews {
  readonly about: 'booked' | 'cancelled'
  readonly bookingId: string
  readonly afternoon: { readonly title: string; readonly startsAt: Date; readonly minutes: number }
  readonly people: number
}

/** Tells the leaders of the other side that an afternoon was booked or called off, in the transaction of the write. */
export async function mailOtherSide(c: WebContext, trx: Trx, news: BookingNews): Promise<void> {
  const { services } = c.var
  const sender = organisationOf(c).name
  for (const reader of await otherSideOf(trx, news.bookingId)) {
    const locale = reader.locale ?? 'nl'
    const words = movementText(locale).mail
    const { subject, body } = words[news.about]
    const when = whenWords(locale, news.afternoon)
    const address = `${services.settings.origin}/s/${reader.slug}/movement/bookings/${news.bookingId}`
    await services.mailer.send(trx, {
      to: reader.email,
      subject: subject(sender),
      text: [
        words.hello(reader.name),
        body(sender, news.afternoon.title, when, news.people),
        `${words.link}\n${address}`,
        words.bye,
      ].join('\n\n'),
      locale,
    })
  }
}
