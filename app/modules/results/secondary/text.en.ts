import type { nl } from './text.nl.ts'

export const en: typeof nl = {
  lead: 'Of a secondary school this page has what DUO publishes: how pupils went on after a year, and how many candidates passed.',
  progress: 'After a year',
  progressLead: (pupils) => `Of ${pupils} pupils it is known how they went on. The others simply moved up a year.`,
  move: { 'moved-down': 'To a lower level', repeating: 'Repeated the year', 'moved-up': 'To a higher level' },
  heads: {
    move: 'What',
    pupils: 'Pupils',
    share: 'Share',
    chance: 'With chance',
    track: 'Kind of education',
    year: 'School year',
    candidates: 'Candidates',
    passed: 'Passed',
  },
  exams: 'Exams',
  examsLead: 'How many of the candidates passed, by kind of education.',
  noProgress: 'Nothing was loaded about repeating and moving up for this school.',
  noExams: 'Nothing was loaded about exams for this school.',
  range: (low, high) => (low === high ? low : `${low} to ${high}`),
  atLeast: (low) => `${low} or more`,
  percent: (low, high) => (low === high ? `${low}%` : `${low} to ${high}%`),
  unknown: 'cannot be told',
  picture: (rows) => `Shares of the pupils: ${rows}.`,
  legend: 'Bar: what is certain and what masked numbers leave open. Thin line: what chance may do with so many pupils.',
  source: (name, day, year) =>
    `Source: ${name}, published on ${day}${year === null ? '' : `, up to school year ${year}`}.`,
}
