import type { PageText } from './text.nl.ts'

/** What the page of a lottery says in English. */
export const en: PageText = {
  title: 'Drawing the panel',
  skip: 'To the content',
  other: 'Nederlands',
  lead: 'Check it yourself. This page does everything on your own device, also without internet.',
  steps: {
    list: 'The list was fixed beforehand',
    draw: 'Chance picks one',
    me: 'Am I on the list?',
  },
  list: {
    made: (panels, seats) => `There are ${panels} possible panels, each of ${seats} people.`,
    equal:
      'Each panel is equally likely. The fingerprint below was published beforehand: change one name and you get another.',
    hash: 'Fingerprint (SHA-256)',
    right: (milliseconds) => `Correct. This page worked out the fingerprint again in ${milliseconds} ms.`,
    changed: 'The list on this page was changed. Don’t trust this page, and ask for the real one.',
    publishedLabel: 'What was published beforehand?',
    publishedHint: 'Paste the fingerprint that you got before the draw.',
    compare: 'Compare',
    same: 'That is the same one. Nothing in the list was changed.',
    different: 'That is another one. This is not the list that was published beforehand.',
    nothing: 'Paste the fingerprint first.',
    download: 'Save the list',
  },
  draw: {
    text: 'Fill in what everyone could see after it was published: the dice, a national lottery, a beacon.',
    digits: (digits) =>
      `Fill in the ${digits} digits that were drawn. The number is the number of the panel; only zeros is the last panel.`,
    label: 'What came out?',
    hint: 'Capitals, punctuation and spaces don’t matter. Leading zeros do: 03 is not the same as 3.',
    button: 'Pick the panel',
    empty: 'Fill in what came out first: letters or digits.',
    notDigits: (digits) => `Fill in exactly ${digits} digits.`,
    number: (number) => `Panel ${number}`,
    of: (panels) => `of ${panels}`,
    counted: (text, milliseconds) => `Counted as “${text}”, worked out in ${milliseconds} ms.`,
    members: (count) => `The ${count} members`,
    youAreOn: 'You are on this panel.',
    youAreNotOn: 'You are not on this panel.',
    changed: 'Nothing can be picked: the list is not right.',
  },
  me: {
    idLabel: 'Your name or number',
    idHint: 'As it stands with your registration.',
    keyLabel: 'Your key',
    keyHint: 'The 16 letters and digits that you got. They stay on this device.',
    pseudonymHint:
      'The list has pseudonyms. With your number and your key you find yours; a pseudonym will do as well.',
    button: 'Find me',
    empty: 'Fill in who you are first.',
    none: 'On none of the panels. See whether you wrote it exactly as when you signed up.',
    on: (count, panels) => `On ${count} of the ${panels} panels`,
    chance: (chance) => `So your chance was ${chance}.`,
    picture: (count, panels) => `All ${panels} panels as little blocks; you are on the ${count} coloured ones.`,
    drawn: 'The block with a frame is the panel that was drawn.',
  },
  how: {
    title: 'How it works exactly',
    hash: 'The fingerprint is SHA-256 of the list as text (UTF-8). Save the list and work it out with another program, such as sha256sum.',
    text: 'In what came out letters become small, and everything that is no letter or digit becomes one space (Unicode NFKC). Before it come, each on a line: kantelpunt-panel-draw/1, the fingerprint, the number of panels and a 0. SHA-256 of that, read as a number, divided by the number of panels: the remainder plus 1 is the number. If the number is above the last whole multiple, the 0 becomes a 1 and it goes again.',
    digits: 'The digits that were drawn are the number. Nothing is calculated with them.',
  },
  noScript: 'Turn on JavaScript to check the draw. The page fetches and sends nothing.',
}
