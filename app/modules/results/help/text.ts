import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

/** What two schools read of asking each other. */
export const helpText = dictionary({ nl, en })
