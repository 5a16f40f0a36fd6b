import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.en.ts'
import { nl } from './text.nl.ts'

/** What a policy maker reads about rules. */
export const policyText = dictionary({ nl, en })
