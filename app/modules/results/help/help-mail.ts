import type { Trx } from '../../../platform/database/scope.ts'
import { organisationOf, type WebContext } from '../../../platform/web/context.ts'
import { type HelpRequest, otherSideOf } from './request-store.ts'
import { helpText } from './text.ts'

/** Tells the leaders of the other side of a request, in the transaction of the write. What was written stays on the page. */
export async function mailOtherSide(
  c: WebContext,
  trx: Trx,
  { id, domain }: Pick<HelpRequest, 'id' | 'domain'>,
  about: 'asked' | 'yes' | 'no' | 'withdrawn',
): Promise<void> {
  const { services } = c.var
  const sender = organisationOf(c).name
  for (const reader of await otherSideOf(trx, id)) {
    const locale = reader.locale ?? 'nl'
    const { mail, subject } = helpText(locale)
    await services.mailer.send(trx, {
      to: reader.email,
      subject: mail[about].subject(sender),
      text: [
        mail.hello(reader.name),
        mail[about].body(sender, subject[domain]),
        `${mail.link}\n${services.settings.origin}${helpPath(reader.slug, id)}`,
        mail.bye,
      ].join('\n\n'),
      locale,
    })
  }
}

/** The page of a request, for one of its two sides. */
export function helpPath(slug: string, requestId: string): string {
  return `/s/${slug}/results/help/${requestId}`
}
