import { dictionary } from '../../../platform/text/dictionary.ts'
import { en } from './text.public.en.ts'
import { nl } from './text.public.nl.ts'

/** What everybody reads, without an account. */
export const publicText = dictionary({ nl, en })
