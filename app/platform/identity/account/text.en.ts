import type { Translation } from '../../text/dictionary.ts'
import type { nl } from './text.nl.ts'

export const en: Translation<typeof nl> = {
  title: 'My account',
  saved: 'Saved.',
  you: {
    title: 'You',
    name: 'Name',
    nameHint: 'This is how your colleagues see you on the board.',
    email: 'Mail address',
    language: 'Language',
    languageHint: 'Your mails come in this language too.',
    save: 'Save',
  },
  places: { title: 'Where you belong', none: 'You belong nowhere yet. Ask your school leader for an invitation.' },
  steps: {
    title: 'Second step when signing in',
    none: 'You have no second step yet.',
    setUp: 'Set up a second step',
    another: 'Add one',
    passkey: 'Passkey',
    made: (day) => `made on ${day}`,
    app: 'App with codes',
    codes: (left) => (left === 1 ? '1 recovery code left' : `${left} recovery codes left`),
    newCodes: 'Make new recovery codes',
    remove: 'Remove',
    confirmFirst: 'First confirm that it is you. After that you can change this.',
    confirm: 'Confirm',
  },
  devices: {
    title: 'Where you are signed in',
    this: 'this device',
    unknown: 'Unknown device',
    used: (day) => `used on ${day}`,
    since: (day) => `signed in on ${day}`,
    end: 'Sign out',
    endOthers: 'Sign out everywhere but here',
  },
}
