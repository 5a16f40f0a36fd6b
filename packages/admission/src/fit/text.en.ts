import type { FitText } from './text.ts'

export const fitTextEn: FitText = {
  score: (score, of) => `${score} of ${of} points`,
  points: (points, of) => `${points} of ${of}`,
  subject: {
    full: 'You want to teach this subject.',
    part: 'You want to teach some of these subjects.',
    none: 'This subject is not on your list.',
    unknown: 'We don’t know yet which subjects you want to teach.',
  },
  qualification: {
    full: 'You have the earlier degree that is asked for.',
    part: 'You have part of what is asked for.',
    none: 'You don’t have the earlier degree that is asked for yet.',
    unknown: 'We don’t know yet which degrees you have.',
  },
  form: {
    full: 'The programme comes in the form you want.',
    part: 'The form fits in part.',
    none: 'The programme doesn’t come in the form you want.',
    unknown: 'We don’t know yet whether you want full-time, part-time or hybrid.',
  },
  travel: {
    full: 'The programme is close by.',
    part: 'The journey is somewhat longer.',
    none: 'The journey is very long.',
    unknown: 'We don’t know the travel time yet.',
  },
  shortage: {
    full: 'There are too few teachers of this subject.',
    part: 'There are slightly too few teachers of this subject.',
    none: 'There are enough teachers of this subject.',
    unknown: 'We don’t know whether there are enough teachers of this subject.',
  },
  experience: {
    full: 'You have enough experience in teaching or training.',
    part: 'You have some experience in teaching or training.',
    none: 'You have little experience in teaching or training yet.',
    unknown: 'We don’t know yet how much experience you have.',
  },
  language: {
    full: 'You speak the language of the programme.',
    part: 'You speak some of the languages of the programme.',
    none: 'You don’t speak the language of the programme yet.',
    unknown: 'We don’t know yet which languages you speak.',
  },
  start: {
    full: 'The programme starts when you can.',
    part: 'The programme starts nearly when you can.',
    none: 'The programme doesn’t start when you can.',
    unknown: 'We don’t know yet when you can start.',
  },
}
