import type { Translation } from '../text/dictionary.ts'
import type { nl } from './text.nl.ts'

export const en: Translation<typeof nl> = {
  title: 'Making lessons better, together',
  lead: 'How far a child gets in the Netherlands depends more and more on parents and school. On the improvement board teachers do something about it: a quarter of an hour each week, together, on what pupils do in the lesson.',
  signIn: 'Sign in',
  demo: 'Look around as a teacher or school leader',
  demoNote: 'This is an example with made-up schools. You can try everything.',
  lookUp: 'Look up a school',
  lookUpNote: 'All schools of the Netherlands, from the register of DUO.',
  how: 'How it works',
  steps: [
    {
      title: 'Year board',
      words: 'The school chooses an ambition, five periods and one theme for the lesson in each.',
    },
    {
      title: 'Team board',
      words: 'Each team chooses goals that can be seen and counted with pupils, and the actions that go with them.',
    },
    {
      title: 'Board session',
      words: 'Once a week, standing, a quarter of an hour: how are you, successes, goals, actions, next week.',
    },
    { title: 'Look-back', words: 'At the end of the period: what worked, what do we keep, adapt, stop?' },
  ],
  joins: [
    { label: 'Join a board session', href: '/m' },
    { label: 'To the board of your class', href: '/k' },
    { label: 'See where schools work this way', href: '/movement' },
    { label: 'See the results of every school', href: '/results' },
  ],
  mailbox: 'The mailbox of the example',
  admin: 'Administration of the platform',
  organisations: 'Where do you want to go?',
  none: 'You don’t belong anywhere yet',
  noneDo: 'Ask your school leader to invite you. You will get an e-mail with a link.',
}
