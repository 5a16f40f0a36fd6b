import type { nl } from './text.nl.ts'

export const en: typeof nl = {
  title: 'Two rules side by side',
  lead: 'Today the mean of reading, language and arithmetic counts. Good reading can then hide weak arithmetic. The proposal: each subject counts by itself, as strictly. What changes?',
  slider: 'Norm for reading higher, in points',
  sliderHint: 'Slide to see what happens when the norm for reading goes up.',
  show: 'Show',
  raised: (points) =>
    points === '0'
      ? 'The norms per subject are as strict as today’s.'
      : `The norm for reading is ${points} points higher.`,
  lost: (schools) => `${schools} schools are good enough now and not then`,
  lostPupils: (pupils) => `with ${pupils} pupils in three years`,
  open: (schools) => `Of another ${schools} nobody can tell: masked numbers decide.`,
  gained: (schools) => `${schools} schools are not good enough now and would be then.`,
  judged: (schools) => `Both rules judge ${schools} schools.`,
  matrix: 'All schools',
  verdict: {
    above: 'good enough',
    below: 'not good enough',
    'depends-on-masked': 'cannot be told',
    'not-judged': 'no verdict',
  },
  today: 'Now, mean of three subjects',
  proposal: 'Proposal, each subject by itself',
  schoolsHead: 'Schools',
  pupilsHead: 'Pupils',
  provinces: 'By province',
  classes: 'By schoolweging',
  classLead: 'Schoolweging tells how long parents went to school: 20 is long, 40 is short.',
  group: {
    province: 'Province',
    class: 'Schoolweging',
    judged: 'Judged',
    lost: 'Becomes not good enough',
    open: 'Cannot be told',
    share: 'Share',
  },
  shareOf: (low, high) => (low === high ? `${low}%` : `${low} to ${high}%`),
  download: 'List of all schools (CSV)',
  made: 'How was this made?',
  madeWords: (one, other) =>
    `Rule of today: ${one}. Proposal: ${other}. Each school is in the list with its shares, norms and verdicts. Whoever has the files makes the list again with:`,
  files: 'The files, with their sha256:',
  noOrder:
    'Schools are in the order of their codes. This is no league table: differences smaller than chance say nothing.',
  empty: 'Nothing to compare yet',
  emptyDo: 'This needs the results of the Inspectorate and the reference levels of DUO, of the same years.',
  columns: { name: 'name', place: 'town', municipality: 'municipality', province: 'province' },
  range: (low, high) => (low === high ? low : `${low} to ${high}`),
}
