import type { nl } from './text.scan.nl.ts'

export const en: typeof nl = {
  title: 'What is it like at our school?',
  over: (year) => `Questionnaire on school culture · ${year}`,
  promise:
    'Twelve sentences, three minutes. Anonymous: nobody sees who answers what, not even the school leader. The outcome is there only when the questionnaire is closed, and only with 5 answers or more.',
  grades: ['not at all', 'a little', 'half and half', 'mostly', 'completely'],
  conditions: {
    conviction: 'Conviction',
    'role-models': 'Role models',
    systems: 'Time and agreements',
    skills: 'Skills',
  },
  items: {
    'conviction-1': 'I see why we work on our lessons together.',
    'conviction-2': 'Pupils gain from our working like this.',
    'conviction-3': 'I want to go on with this next year.',
    'role-models-1': 'Our school leader takes part and shows what he or she learns.',
    'role-models-2': 'I see colleagues try something new in their lessons.',
    'role-models-3': 'When something fails, we simply talk about it.',
    'systems-1': 'There is fixed time to work on lessons together.',
    'systems-2': 'What we agree comes back: we look whether it worked.',
    'systems-3': 'When something holds us back, it gets solved.',
    'skills-1': 'I know how to design a lesson with a colleague.',
    'skills-2': 'I can give a colleague something back that helps.',
    'skills-3': 'I ask pupils what helps them, and do something with it.',
  },
  send: 'Give my answer',
  given: 'Your answer is in. Thank you.',
  received: (n) => (n === 1 ? '1 answer in' : `${n} answers in`),
  start: {
    title: 'The questionnaire of this year has not begun yet',
    do: 'Everybody in the school fills it in once, best at the same moment.',
    button: 'Begin the questionnaire',
    others: 'The school leader or school coach begins it.',
  },
  close: {
    summary: 'Close the questionnaire',
    lead: 'After that no answer comes in any more, and everybody in the school sees the outcome.',
    yes: 'Yes, close it',
  },
  onlyTeam: 'These questions are for teachers, coach and leader of the school itself.',
  closed: 'The questionnaire is closed.',
  toLayers: 'See the five layers',
  refused: {
    'no-scan': 'There is no questionnaire now.',
    closed: 'The questionnaire was closed just now. Your answer could not be added.',
    'answered-before': 'You answered already. An answer can’t be changed: we don’t know which one is yours.',
  },
  perStatement: 'By sentence',
  statement: 'Sentence',
  tooFew: (n, least) => `There are ${n} answers. The outcome is shown from ${least} on, so that nobody is recognised.`,
}
