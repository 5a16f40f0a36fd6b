import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

/** What schools, governing bodies and partners read on pages of their own. */
export const movementText = dictionary({ nl, en })
