import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import type { HelpRequest } from './request-store.ts'
import { helpText } from './text.ts'

interface CountedProps {
  readonly locale: Locale
  readonly schoolIds: readonly string[]
  readonly willing: number
  readonly requests: readonly HelpRequest[]
}

/** What a governing body sees of help from school to school: how often, and nothing of who or what. */
export function CountedHelp({ locale, schoolIds, willing, requests }: CountedProps): Html {
  const words = helpText(locale)
  const asked = requests.filter(({ askerId, withdrawnAt }) => schoolIds.includes(askerId) && withdrawnAt === null)
  const yes = asked.filter(({ answer }) => answer === 'yes').length
  const held = asked.filter(({ heldOn }) => heldOn !== null).length
  return (
    <section class="stack">
      <h2>{words.ofBodyTitle}</h2>
      <p>{words.ofBody(willing, asked.length, yes, held)}</p>
    </section>
  )
}
