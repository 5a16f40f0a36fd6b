import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

/** The words of asking, coming and planning. */
export const visitsText = dictionary({ nl, en })
