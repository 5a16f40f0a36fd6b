import type { Translation } from '../../../platform/text/dictionary.ts'
import type { nl } from './text.public.nl.ts'

export const en: Translation<typeof nl> = {
  title: 'The movement',
  lead: 'In more and more schools, teachers work on their lessons together every week. Here you see where.',
  country: 'The Netherlands',
  province: (name: string) => name,
  municipality: (name: string) => `Municipality of ${name}`,
  body: (number: string) => `Governing body ${number}`,
  count: (inRhythm: string, schools: string) =>
    `At least ${inRhythm} of ${schools} schools ${inRhythm === '1' ? 'works' : 'work'} this way`,
  countNone: (schools: string) => `Of ${schools} schools, none is to be seen yet that works this way`,
  percent: (percent: number) => `That is at least ${percent}%.`,
  tooFew: 'Fewer than 10 schools: a percentage would say nothing.',
  toGo: (count: number) => (count === 1 ? 'With 1 more school it is 20%.' : `With ${count} more schools it is 20%.`),
  tipped: 'The line at 20% is reached. Whether it tips now, nobody knows.',
  plank: (percent: number) => `Plank with a ball: ${percent}% of the way to 20% of the schools`,
  plankTipped: 'Plank that has tipped: 20% of the schools or more',
  meaning: {
    title: 'What does this figure say?',
    counts: (needed: number, weeks: number) =>
      `A school counts when at least one team had a board session in ${needed} or more of the last ${weeks} school weeks, and its leader wants everybody to see that.`,
    atLeast:
      'It is a lower bound. Schools that work this way elsewhere, or do not want to be seen, are not known here.',
    tipping:
      'The line at 20% is a hypothesis: from there on, other schools would follow by themselves. Nobody has studied that for schools.',
    not: 'The figure does not say how good a school is, nor that pupils learn more there.',
    school: 'A school is a location that is open in the register of DUO.',
  },
  provinces: 'By province',
  municipalities: 'By municipality',
  area: 'Where',
  schools: 'Schools',
  inRhythm: 'Work this way, at least',
  share: 'Share, at least',
  noPercent: 'too few schools',
  percentCell: (percent: number) => `${percent}%`,
  source: (day: string) =>
    `Source: schools from the register of DUO (list of ${day}); board sessions on Kantelpunt, counted every night. In order of name.`,
  fictional: 'Example with fictional schools. Board sessions are counted every night. In order of name.',
  counted: 'These schools work this way',
  countedNote: 'A school that is not here may work this way too.',
  ofBody: (number: string) => `Governing body ${number}`,
  none: 'No school to be seen here yet',
  noneDo: 'Does your school work this way? Its leader can let it be seen.',
  empty: 'There are no schools in the register yet',
  emptyDo: 'Without the number of schools there is no share. The administrator first imports the list of DUO.',
  back: 'The whole country',
  stories: {
    title: 'Stories of schools',
    lead: 'Schools tell what they did and what they saw pupils do. A story is an experience, not a proof.',
    all: 'All stories',
    none: 'No story yet',
    noneDo: 'As soon as a school shares its story, it stands here.',
    did: 'What did they do?',
    noticed: 'What did they see pupils do?',
    shared: (school: string, day: string) => `${school} · ${day}`,
    note: 'The school shares this story itself and can take it back.',
  },
}
