import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.seen.en.ts'
import { nl } from './text.seen.nl.ts'

/** The words of what is between receiver and visitor: watching, talking, scores. */
export const seenText = dictionary({ nl, en })
