import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

/** What a parent reads about a secondary school. */
export const secondaryText = dictionary({ nl, en })
