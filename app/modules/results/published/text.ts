import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

/** What whoever keeps the published files reads. */
export const publishedText = dictionary({ nl, en })
