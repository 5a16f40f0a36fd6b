import type { Translation } from '../text/dictionary.ts'
import type { nl } from './text.nl.ts'

export const en: Translation<typeof nl> = {
  fieldError: {
    required: (label) => `Fill in: ${label}.`,
    tooLong: (label, limit) => `${label} can't be longer than ${limit} characters. Make it shorter.`,
    tooShort: (label, limit) => `${label} needs at least ${limit} characters.`,
    tooLarge: (label, limit) => `${label} can't be higher than ${limit}.`,
    tooSmall: (label, limit) => `${label} can't be lower than ${limit}.`,
    notANumber: (label) => `Write a number at ${label}, such as 7.`,
    notADate: (label) => `Write a date at ${label}, such as 28-11-2026.`,
    notAnOption: (label) => `Choose one of the options at ${label}.`,
    malformed: (label) => `We don't understand what stands at ${label}. Write it differently.`,
  },
  refusal: {
    'sign-in-first': { title: 'Sign in first', detail: 'This page is only for people who are signed in.' },
    'second-step-first': {
      title: 'First show that it is you',
      detail: 'Whoever leads a school or a board confirms signing in with a passkey or a code.',
    },
    'no-such-organisation': {
      title: 'This page is not here',
      detail: 'The address is wrong, or this page is not of your school.',
    },
    'not-found': {
      title: 'This page is not here',
      detail: 'It may have moved or been taken away. Go back to the start.',
    },
    'not-yours': {
      title: 'You have no access here',
      detail: 'Your role does not give access. Ask your school leader if you do need this.',
    },
    'other-origin': {
      title: 'This came from another website',
      detail: 'For safety it was not carried out. Open the page again and retry.',
    },
    'read-only': { title: 'This is to be read only', detail: 'Ask with GET, HEAD or OPTIONS.' },
    'too-large': { title: 'This is too large', detail: 'Send less at once.' },
    'too-many': { title: 'One moment', detail: 'Too much came in at once from this address. Try again in a minute.' },
    fault: {
      title: 'Something went wrong on our side',
      detail: 'What you wrote was not processed. Go back and try again.',
    },
    form: { title: 'Not filled in right yet', detail: 'Look at the fields with a message.' },
    malformed: {
      title: 'We could not read this',
      detail: 'The form came in damaged. Go back and send it again.',
    },
    'sent-before': {
      title: 'This form was sent before',
      detail: 'What you wrote then is kept. To save something else, open the page again and write it there.',
    },
    busy: { title: 'One moment', detail: 'The server is starting or stopping. Try again shortly.' },
  },
  toStart: 'To the start',
  gate: { 'sign-in-first': 'Sign in', 'second-step-first': 'Confirm' },
  account: 'My account',
  reference: (id) => `Reference: ${id}`,
}
