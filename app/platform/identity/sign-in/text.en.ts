import type { Translation } from '../../text/dictionary.ts'
import type { nl } from './text.nl.ts'

export const en: Translation<typeof nl> = {
  title: 'Sign in',
  intro: 'You get a link by mail. You need no password.',
  email: 'Your mail address at school',
  send: 'Send me a link',
  already: (name) => `You are signed in as ${name}.`,
  goOn: 'Go on',
  or: 'Or else',
  passkey: 'Sign in with a passkey',
  passkeyFailed: 'That did not work. Try again, or have a link sent to you.',
  provider: (name) => `Sign in with ${name}`,
  noAccount: 'No account yet? Your school leader invites you.',
  sent: {
    title: 'Look in your mail',
    body: (minutes) =>
      `Do we know your address? Then a link will be in your mailbox shortly. It works for ${minutes} minutes and once.`,
    nothing: 'Nothing there? Look among the unwanted mail, or ask your school leader whether you are invited.',
    again: 'Try again',
    mailbox: 'To the mailbox of the demo',
  },
  link: {
    title: 'One more press',
    body: (email) => `You sign in as ${email}.`,
    confirm: 'Sign me in',
    goneTitle: 'This link no longer works',
    gone: (minutes) => `A link works once and for ${minutes} minutes. Ask for a new one.`,
    ask: 'Ask for a new link',
  },
  mail: {
    subject: 'Sign in to Kantelpunt',
    text: (name, link, minutes) =>
      `Hello ${name},

Open this link and press the button. Then you are signed in.

${link}

The link works for ${minutes} minutes and once. Did you not ask for this? Then there is nothing to do.`,
  },
  personas: {
    title: 'Look around as …',
    intro: 'This is the demo. Its schools and people are made up. Choose who you are.',
  },
}
