import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

/** What a program's maker reads. */
export const apiText = dictionary({ nl, en })
