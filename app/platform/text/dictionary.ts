export const locales = ['nl', 'en'] as const
export type Locale = (typeof locales)[number]

/** The same keys with the same shapes, with other words: what a translation must be complete in. */
export type Translation<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Translation<T[K]> }

/** Joins the languages of a room to one function. Dutch leads; a missing or extra key in English does not compile. */
export function dictionary<const T>(texts: {
  readonly nl: T
  readonly en: Translation<T>
}): (locale: Locale) => Translation<T> {
  // The Dutch text is a translation of itself; TypeScript can't see that for a generic T.
  const byLocale: Readonly<Record<Locale, Translation<T>>> = { nl: texts.nl as Translation<T>, en: texts.en }
  return (locale) => byLocale[locale]
}
