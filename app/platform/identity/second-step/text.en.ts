import type { Translation } from '../../text/dictionary.ts'
import type { nl } from './text.nl.ts'

export const en: Translation<typeof nl> = {
  confirm: {
    title: 'Show that it is you',
    intro: 'You lead a school or a board. So after signing in we ask you to confirm once more.',
    passkey: 'Confirm with your passkey',
    code: 'Code from your app',
    codeHint: 'Six digits. They change every half minute.',
    send: 'Confirm',
    lost: 'Lost your phone or passkey?',
    recoveryCode: 'One of your recovery codes',
    recoveryHint: 'Each code works once. No longer have them? Then another leader of your school can help you.',
    recoverySend: 'Confirm with this code',
  },
  setUp: {
    title: 'One more lock',
    intro: 'You lead a school or a board. So besides the mail you need a second step. Setting it up takes a minute.',
    introAnyone: 'With a second step nobody gets into your account, not even with your mail.',
    passkeyTitle: 'With a passkey',
    passkeyBody: 'Your finger, your face or the PIN of this device. The quickest way.',
    passkey: 'Make a passkey',
    appTitle: 'With an app',
    appBody: 'A code from an app on your phone, such as those of Microsoft, Google or 2FAS.',
    app: 'Use an app',
  },
  app: {
    title: 'Connect your app',
    scan: 'Scan this code with the app on your phone.',
    qr: 'QR code to connect your app',
    typed: 'Can’t scan it? Then type this key into the app:',
    code: 'Which code does the app show?',
    send: 'Connect',
  },
  codes: {
    title: 'Your recovery codes',
    ask: 'If you lose your phone or passkey, a recovery code lets you in. Make them now and keep them safe.',
    replace: 'New codes end the old ones.',
    make: 'Make my recovery codes',
    later: 'Later',
    shown: 'Write them down or keep them in your password vault. You see them only now. Each code works once.',
    goOn: 'I have kept them',
  },
  wrong: {
    code: 'This code is wrong or was used before. Wait for the next one and try again.',
    locked: 'Too many wrong codes. Wait a quarter of an hour, or use a recovery code.',
    recovery: 'This recovery code is wrong or was used before.',
    passkey: 'That did not work. Try again or choose another way.',
  },
  signInAgain: {
    title: 'Sign in again first',
    body: 'You signed in more than a day ago. Before you choose a lock we want to be sure that it is you.',
    link: 'Sign in again',
  },
}
