import type { Translation } from '../../text/dictionary.ts'
import type { nl } from './text.nl.ts'

export const en: Translation<typeof nl> = {
  title: 'You are not in',
  reasons: {
    'unclear-account': () =>
      'Your school account did not say who you are. Ask the ICT staff of your school to send the mail address along.',
    pupil: () => 'This is the account of a pupil. Kantelpunt is for people who work at a school.',
    'no-employee': () =>
      'Your school account does not say that you work at a school. Ask the ICT staff of your school to send that along.',
    'no-school-named': () =>
      'Your school account does not say which school you are from. Ask your school leader for an invitation by mail.',
    'unknown-school': (school) =>
      `The school with BRIN ${school} does not take part yet. Is that wrong? Ask your school leader for an invitation by mail.`,
    'several-locations': (school) =>
      `More than one school here belongs to BRIN ${school}. Ask your school leader for an invitation by mail.`,
    'email-unverified': () =>
      'Your school account has no confirmed mail address. Sign in with a link by mail, or ask your school leader.',
    'email-in-use': () => 'There is an account with this mail address already. Sign in with a link by mail.',
    unreachable: () => 'We get no contact with this service. Try again in a few minutes.',
    cancelled: () => 'Signing in was broken off or took too long. Try again.',
  },
  again: 'Back to signing in',
}
