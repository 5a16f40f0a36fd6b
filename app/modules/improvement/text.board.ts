import { dictionary } from '../../platform/text/dictionary.ts'
import { en } from './text.board.en.ts'
import { nl } from './text.board.nl.ts'

export const boardText = dictionary({ nl, en })
