import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

export const libraryText = dictionary({ nl, en })
