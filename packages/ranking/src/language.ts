/** What people read here is said in Dutch or in English. */
export type Language = 'nl' | 'en'

/** A text of a file as it can be shown: in quotes, cut off, and without signs that steer a terminal or turn text around. */
export function shown(text: string): string {
  const visible = text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
  return `"${visible.length > 60 ? `${visible.slice(0, 60)}…` : visible}"`
}

const listed = 8

/** The first few of a list, and how many more there are. */
export function some(texts: readonly string[]): string {
  const rest = texts.length - listed
  return texts.slice(0, listed).map(shown).join(', ') + (rest > 0 ? ` … (+${rest})` : '')
}
