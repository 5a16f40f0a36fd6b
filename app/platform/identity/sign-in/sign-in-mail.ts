import { z } from 'zod'
import { system } from '../../database/scope.ts'
import { locales } from '../../text/dictionary.ts'
import type { Services } from '../../web/services.ts'
import { linkMinutes, type SignInLetter } from '../auth/auth.ts'
import '../auth/auth-tables.ts'
import { returnPath, withReturn } from './return-path.ts'
import { text } from './text.ts'

/** What goes along with a request for a link: where to go on, and the language of the page that asked. */
export const linkWishes = z.object({ to: z.string(), locale: z.enum(locales) })
export type LinkWishes = z.infer<typeof linkWishes>

/** Links that one address may have open at once: more would be somebody else filling a mailbox. */
const mostOpenLinks = 4

export function signInAddress(origin: string, token: string, to = '/'): string {
  return origin + withReturn(`/sign-in/link?token=${token}`, returnPath(to))
}

/** Mails the link where the address is somebody's, and does nothing where it is not: the page says the same in both. */
export async function deliverSignInLink(services: Services, { email, token, metadata }: SignInLetter): Promise<void> {
  const { to, locale } = linkWishes.parse(metadata)
  await services.db.run(system, async (trx) => {
    const person = await trx
      .selectFrom('users')
      .select(['name', 'email', 'locale'])
      .where('email', '=', email.toLowerCase())
      .executeTakeFirst()
    if (person === undefined) return
    const { open } = await trx
      .selectFrom('verifications')
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .where('value', '=', JSON.stringify({ email }))
      .where('expires_at', '>', services.clock())
      .executeTakeFirstOrThrow()
    if (open > mostOpenLinks) return
    const language = person.locale ?? locale
    const { mail } = text(language)
    await services.mailer.send(trx, {
      to: person.email,
      subject: mail.subject,
      text: mail.text(person.name, signInAddress(services.settings.origin, token, to), linkMinutes),
      locale: language,
    })
  })
}
