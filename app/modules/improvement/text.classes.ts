import { dictionary } from '../../platform/text/dictionary.ts'
import { en } from './text.classes.en.ts'
import { nl } from './text.classes.nl.ts'

export const classesText = dictionary({ nl, en })
