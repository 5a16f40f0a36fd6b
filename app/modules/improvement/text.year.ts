import { dictionary } from '../../platform/text/dictionary.ts'
import { en } from './text.year.en.ts'
import { nl } from './text.year.nl.ts'

export const yearText = dictionary({ nl, en })
