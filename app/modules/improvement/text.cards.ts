import { dictionary } from '../../platform/text/dictionary.ts'
import { en } from './text.cards.en.ts'
import { nl } from './text.cards.nl.ts'

export const cardsText = dictionary({ nl, en })
