import type { Translation } from '../../../platform/text/dictionary.ts'
import type { nl } from './text.seen.nl.ts'

export const en: Translation<typeof nl> = {
  watch: {
    title: (name) => `In the lesson of ${name}`,
    start: 'Start the fifteen minutes',
    startLead:
      'Seated? Look at the pupils, not at your colleague. Write down what you see and hear, not what you think of it.',
    kind: 'What do you note?',
    kinds: { seen: 'Seen', heard: 'Heard' },
    words: 'What does a pupil do or say?',
    wordsHint: 'No names. For example: three pupils at the back wait until somebody else starts.',
    add: 'Note it',
    left: 'left in the lesson',
    list: 'Noted',
    none: 'Nothing noted yet.',
    remove: (words) => `Remove: ${words}`,
    done: 'Done watching',
    doneNext: 'Next you talk about it, in four steps.',
    gone: {
      title: 'This visit was taken away',
      lead: (name) =>
        `${name} took away what was seen. What still waited here was not sent, and is no longer on this device.`,
    },
    late: {
      title: 'The talk is done',
      lead: (name) =>
        `What was seen is ${name}’s now. Nothing can be added. What still waited here is no longer on this device.`,
    },
    offline: 'Without a connection you can just go on writing. It will be sent by itself.',
  },
  seen: {
    title: 'What was seen',
    titleYours: 'What was seen in your lesson',
    from: (name) => `by ${name}`,
    yours: (visitor, readers) => {
      if (visitor && readers) return 'This is yours. Only you, who came and whom you share it with can see it.'
      if (visitor) return 'This is yours. Only you and who came can see it.'
      return readers
        ? 'This is yours. Only you and whom you share it with can see it.'
        : 'This is yours. Only you can see it.'
    },
    shared: (name) => `${name} shares this with you. It stays ${name}’s.`,
    visitor: (name) => `This is ${name}’s. You see it until they close it.`,
    correct: 'Is a fact wrong? You can remove it until the talk is done.',
    question: 'The viewing question',
    facts: 'Facts',
    noFacts: 'Nothing was noted.',
    keep: (day) => `We delete this by ourselves after ${day}.`,
    talk: 'To the talk',
    score: 'Fill in an instrument',
    scored: 'The instrument has been filled in.',
    waiting: 'The visit has not begun yet.',
  },
  talk: {
    title: 'The talk',
    lead: 'Four steps, fifteen minutes. One of you presses the button, you look at one phone together.',
    begin: 'Begin the talk',
    step: (step) => `Step ${step} of 4`,
    steps: {
      fact: { title: 'Fact', ask: 'Who watched: tell what you saw and heard. Only facts, no opinion yet.' },
      effect: { title: 'Effect on pupils', ask: 'Who watched: what did it do to the pupils?' },
      clarify: { title: 'Clarify', ask: 'Whose lesson it was: tell what you wanted and what you recognise.' },
      better: { title: 'Together: even better', ask: 'What would work even better for these pupils? Think together.' },
    },
    next: (title) => `On to: ${title}`,
    back: 'Back',
    finish: 'Done talking',
    finishLead: (name) => `After that it is all ${name}’s. Who watched can still read it, not change it.`,
  },
  tries: {
    title: 'What are you going to try?',
    field: 'In your own words',
    save: 'Save',
    none: 'Nothing written yet.',
    own: (name) => `Nothing yet. ${name} writes this, on a phone of their own.`,
    toBoard: 'Put an action on the board',
    toBoardLead:
      'What you write here is on the board of your team. Everybody at school can read it. Nobody sees that it comes from a visit.',
    board: 'On which board?',
    action: 'What are you going to do?',
    due: 'Done by when?',
    put: 'Put it on the board',
  },
  share: {
    title: 'Yours',
    lead: 'You decide who sees this.',
    with: 'Share with a colleague',
    choose: 'Choose somebody',
    share: 'Share this',
    shared: 'Shared with',
    unshare: (name) => `Share no longer with ${name}`,
    close: 'Only for me from now on',
    closeLead: 'Who came and with whom you shared it can not see this any more.',
    closeYes: 'Yes, close it for others',
    closed: 'Only you can see this now.',
    remove: 'Delete everything',
    removeLead:
      'The question, the facts, what you were going to try and the scores go away for everybody. This can not be undone.',
    removeYes: 'Yes, delete everything',
  },
  scoring: {
    title: 'Instrument',
    never: 'Never an appraisal',
    neverLead:
      'Scores help a teacher learn. They do not count in any talk about performance, and nobody else sees them.',
    which: 'Which instrument?',
    notSeen: 'could not see',
    send: 'Save the scores',
    tooLate: 'The talk is done. The scores are your colleague’s now and stay as they are.',
    readBy: (name) => `Only ${name} sees these scores, and not before three visits by three colleagues.`,
  },
  mine: {
    title: 'My scores',
    lead: 'What colleagues saw in your lessons with an instrument. Only you see this.',
    tooFew: (visits, visitors) =>
      `You have ${visits === 1 ? '1 visit' : `${visits} visits`} with an instrument, by ${visitors === 1 ? '1 colleague' : `${visitors} colleagues`}. From three visits by three colleagues on you see something here. Before that a score says more about who looked than about the lesson.`,
    none: 'No scores yet',
    noneLead: 'Ask your colleague to fill in an instrument at a visit.',
    domain: 'Part',
    mean: 'Mean',
    interval: 'Probably between',
    between: (low, high) => `${low} and ${high}`,
    n: 'Visits',
    unknown: 'too few',
    source: (visits, visitors, from, to) =>
      `${visits} visits by ${visitors} colleagues, scale ${from} to ${to}. In 95 of 100 cases what colleagues would give on average is between these numbers.`,
    picture: (instrument) => `${instrument}: mean and margin of each part`,
    count: 'Count for the school',
    countLead:
      'The school wants to know whether lessons change. Your scores only count if you say so: without your name, and only together with those of others. Twice a year we make one figure of five teachers or more. Stop, and from the next figure on you are no longer in it.',
    counts: 'Your scores count now, without your name.',
    countsNot: 'Your scores do not count.',
    agree: 'Yes, count my scores',
    stop: 'Count my scores no longer',
  },
  instruments: {
    title: 'Instruments',
    lead: 'An instrument says what you can look at in a lesson. The short one of Kantelpunt is always there. Does the school have a licence for another? Your coach or school leader puts the file here.',
    own: 'by Kantelpunt',
    ownNote: 'Written by ourselves and not tested for reliability. Use it to talk about.',
    licence: 'Licence',
    source: 'By',
    size: (domains, indicators) =>
      `${domains === 1 ? '1 part' : `${domains} parts`}, ${indicators === 1 ? '1 point' : `${indicators} points`}`,
    import: 'Add an instrument',
    importLead:
      'A JSON file. What it looks like is in docs/observation-format.md. Only put an instrument here that the school may use.',
    file: 'File (.json)',
    add: 'Add it',
    remove: 'Remove this instrument',
    removeLead: 'New visits can not choose it any more. Scores that are there stay.',
    removeYes: 'Yes, remove it',
    tooLarge: 'This file is too large. An instrument is 256 kB at most.',
    wrong: 'This file is not right yet',
    file_: 'the file',
    faults: {
      'not-json': 'is not JSON.',
      missing: 'is missing or empty.',
      'unknown-field': 'does not belong in it.',
      'wrong-kind': 'is of the wrong kind (text, number or list).',
      'too-long': 'is too long.',
      'too-few': 'has too few.',
      'too-many': 'has too many.',
      language: 'needs a text at "nl" or "en".',
      id: 'may only have small letters, digits and hyphens, and begins with a letter.',
      'same-id': 'is there twice.',
      'scale-steps': 'must be one more than the score before it.',
      'other-format': 'differs from the format that we read.',
    },
  },
}
