import type { Html } from '#html'
import { tones } from '../tone.ts'

const avatarTones = tones.slice(0, 5)

/** A person as initials in a colour that stays the same for the name. */
export function Avatar({ name }: { readonly name: string }): Html {
  return (
    <span class={`avatar tone-${toneOf(name)}`} title={name}>
      {initials(name)}
    </span>
  )
}

/** At most two letters: of the first name and of the family name, without its prefix (van, de, el). */
export function initials(name: string): string {
  const parts = name.split(/[\s-]+/).filter((part) => /^\p{Lu}/u.test(part))
  const [first, last] =
    parts.length > 0 ? [parts[0], parts.length > 1 ? parts.at(-1) : undefined] : [name.trim(), undefined]
  return [first, last]
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

function toneOf(name: string): string {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return avatarTones[sum % avatarTones.length] ?? 'plain'
}
