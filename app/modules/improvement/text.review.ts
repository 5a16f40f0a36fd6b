import { dictionary } from '../../platform/text/dictionary.ts'
import { en } from './text.review.en.ts'
import { nl } from './text.review.nl.ts'

export const reviewText = dictionary({ nl, en })
