import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

/** What a leader or a board reads about the growth of their own pupils. */
export const growthText = dictionary({ nl, en })
