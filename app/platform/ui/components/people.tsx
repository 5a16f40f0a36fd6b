import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { text } from '../text.ts'
import { Avatar } from './avatar.tsx'

interface PeopleProps {
  readonly locale: Locale
  readonly id?: string
  readonly names: readonly string[]
  /** How many are shown before the rest becomes a number. */
  readonly most?: number
}

/** Who is here now. */
export function People({ locale, id, names, most = 8 }: PeopleProps): Html {
  const words = text(locale)
  const rest = names.slice(most)
  return (
    <ul class="people" id={id} aria-label={words.present(names.length)}>
      {names.slice(0, most).map((name) => (
        <li>
          <Avatar name={name} />
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <span class="avatar" title={rest.join(', ')} aria-label={words.more(rest.length)} role="img">
            +{rest.length}
          </span>
        </li>
      )}
    </ul>
  )
}
