import type { Child, Html } from '#html'
import { Icon, type IconName } from '../icons/icon.tsx'
import type { Tone } from '../tone.ts'

interface ChipProps {
  readonly tone?: Tone
  readonly icon?: IconName
  /** A chip with an address leads to what it names. */
  readonly href?: string
  readonly children: Child
}

/** A short fact about a thing: where it comes from, that it is reached, that it is late. */
export function Chip({ tone = 'plain', icon, href, children }: ChipProps): Html {
  const Tag = href ? 'a' : 'span'
  return (
    <Tag class={`chip tone-${tone}`} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </Tag>
  )
}
