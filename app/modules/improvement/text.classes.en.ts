import type { Translation } from '../../platform/text/dictionary.ts'
import type { nl } from './text.classes.nl.ts'

export const en: Translation<typeof nl> = {
  title: 'Class boards',
  lead: 'A board that belongs to the class. Pupils join with a code, without an account.',
  none: 'No class board yet',
  noneLead: 'Make one for your class. Pupils write what went well on it, and tick what is done.',
  noneExample: 'Grade 6, until the Christmas holiday.',
  open: 'Open the board',
  until: (day) => `until ${day}`,
  make: 'Make a class board',
  name: 'Which class?',
  nameHint: 'For example: grade 6.',
  endsOn: 'Until which day?',
  endsOnHint: (day) => `${day} at the latest. After that we wipe the board.`,
  wrong: {
    'in-the-past': 'This day is over. Choose a day that is still to come.',
    'too-late': 'That is too far away. A class board stays for one period, ten weeks at most.',
  },
  joinTitle: 'Join',
  joinLead: (address) => `Go to ${address} and type:`,
  qr: (code) => `QR code to join with code ${code}`,
  gone: (day) =>
    `This board is here until ${day}. After that we wipe everything: the cards, the nicknames and who wrote what.`,
  close: 'Close this board now',
  closeLead: 'The board goes away for everybody at once and everything is wiped. You cannot undo this.',
  closeYes: 'Yes, wipe the board',
  closed: 'This board is no longer here.',
  join: {
    title: 'Join your class',
    code: 'What is the code?',
    codeHint: 'The code is on the board: six letters and numbers.',
    nickname: 'What do you want to be called?',
    nicknameHint: 'May stay empty. Choose a nickname, not your real name.',
    go: 'Join',
    unknown: 'This code is of no board. Look again.',
    keep: 'We keep only your nickname and what you write on the board, until the board goes away.',
    pupil: 'Pupil',
  },
}
