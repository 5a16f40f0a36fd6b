import { dictionary } from '../../text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

export const text = dictionary({ nl, en })
