import { dictionary } from '../../platform/text/dictionary.ts'
import { en } from './text.session.en.ts'
import { nl } from './text.session.nl.ts'

export const sessionText = dictionary({ nl, en })
