import type { Language } from '../language.ts'
import type { Explanation } from './explain-chance.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

/** The explanation in plain sentences, what matters most first. */
export function describeChance(explanation: Explanation, language: Language): readonly string[] {
  const text = language === 'nl' ? nl : en
  const { standing, fixed, values, sharesLimit } = explanation
  const begin = [text.chance(explanation), text.standing[standing]]
  if (fixed !== undefined) return [...begin, text.fixed[fixed]]
  return [
    ...begin,
    ...values.map((value) => {
      // What the quotas alone do is said already; the proof adds something where they alone do nothing.
      const more = value.weighed !== undefined && value.effect === 'neither' ? ` ${text.weighed[value.weighed]}` : ''
      return `${text.value(value)}${more}`
    }),
    ...(sharesLimit ? [text.sharesLimit] : []),
  ]
}
