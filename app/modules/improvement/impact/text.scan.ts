import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.scan.en.ts'
import { nl } from './text.scan.nl.ts'

export const scanText = dictionary({ nl, en })
