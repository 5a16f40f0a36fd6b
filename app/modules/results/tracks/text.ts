import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

/** What a school and its governing body read about their tracks. */
export const tracksText = dictionary({ nl, en })
