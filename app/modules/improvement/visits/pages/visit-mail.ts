import type { Trx } from '../../../../platform/database/scope.ts'
import { organisationOf, personOf, type WebContext } from '../../../../platform/web/context.ts'
import { visitsText } from '../text.ts'
import { visitPath } from '../visit.ts'
import { whenWords } from '../when-words.ts'

interface VisitNews {
  readonly about: 'taken' | 'planned' | 'given-back' | 'withdrawn'
  readonly to: string
  readonly visitId: string
  readonly startsAt: Date | null
}

/** Tells the other one that a visit comes or does not: who and when, never the question or anything that was seen. */
export async function mailVisit(c: WebContext, trx: Trx, { about, to, visitId, startsAt }: VisitNews): Promise<void> {
  const reader = await trx
    .selectFrom('users')
    .select(['name', 'email', 'locale'])
    .where('id', '=', to)
    .executeTakeFirst()
  if (reader === undefined) return
  const { services } = c.var
  const locale = reader.locale ?? 'nl'
  const words = visitsText(locale)
  const sender = personOf(c).name
  const when = startsAt ? whenWords(locale, startsAt) : words.noTime
  const address = `${services.settings.origin}${visitPath(organisationOf(c).slug, visitId)}`
  const parts = [words.mail.hello(reader.name), words.mail[about].body(sender, when)]
  if (about !== 'withdrawn') parts.push(`${words.mail.link}\n${address}`)
  await services.mailer.send(trx, {
    to: reader.email,
    subject: words.mail[about].subject(sender),
    text: [...parts, words.mail.bye].join('\n\n'),
    locale,
  })
}
