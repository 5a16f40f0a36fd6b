import type { Language } from '../language.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'
import type { Why } from './verdict.ts'

/** Why a result is not sound, in one plain sentence. */
export function describeWhy({ reason, at = '?' }: Why, language: Language): string {
  return (language === 'nl' ? nl : en)[reason](at)
}
