import { dictionary } from '../../platform/text/dictionary.ts'
import { en } from './text.school.en.ts'
import { nl } from './text.school.nl.ts'

export const schoolText = dictionary({ nl, en })
