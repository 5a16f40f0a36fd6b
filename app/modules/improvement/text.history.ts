import { dictionary } from '../../platform/text/dictionary.ts'
import { en } from './text.history.en.ts'
import { nl } from './text.history.nl.ts'

export const historyText = dictionary({ nl, en })
