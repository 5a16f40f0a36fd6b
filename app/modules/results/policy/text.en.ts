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
  workbook: 'The same as an Excel file',
  workbookSheet: 'schools',
  made: 'How was this made?',
  madeWords: (one, other) =>
    `Rule of today: ${one}. Proposal: ${other}. Each school is in the list with its shares, norms and verdicts. Whoever has the files makes the list again with:`,
  files: 'The files, with their sha256:',
  normsFiles: 'The norms that were loaded here, as a file for this command:',
  noOrder:
    'Schools are in the order of their codes. This is no league table: differences smaller than chance say nothing.',
  empty: 'Nothing to compare yet',
  emptyDo: 'This needs the results of the Inspectorate and the reference levels of DUO, of the same years.',
  columns: { name: 'name', place: 'town', municipality: 'municipality', province: 'province' },
  map: {
    title: 'By municipality',
    lead: 'Of every municipality the part of the schools that gets another verdict.',
    label: (count) =>
      `Map with a square for each of ${count} municipalities, about where they are. The figures are in the table below.`,
    legend:
      'Each square is a municipality. The fuller it is, the more schools get another verdict: full is certain, light is open because of masked numbers. Dotted line: too few schools. Thick lines are borders of provinces.',
    off: (names) => `Not on the map: ${names}.`,
    table: 'All municipalities, by name',
    municipality: 'Municipality',
    province: 'Province',
    judged: 'Judged',
    share: 'Other verdict',
    few: 'too few schools',
    source: 'Of fewer than five judged schools no share is given. Place of the squares: GeoNames (CC BY 4.0).',
  },
  plot: {
    title: 'Schoolweging and what pupils reach',
    lead: 'Which part of the pupils reaches the target level, by schoolweging. To the right parents went to school for less long.',
    domain: { reading: 'Reading', language: 'Language', arithmetic: 'Arithmetic' },
    label: (domain, schools) =>
      `${domain}: schoolweging against the part of the pupils at the target level, of ${schools} schools, with the norm as a line. The figures are in the table below.`,
    across: 'Schoolweging',
    legend:
      'The larger a square, the more schools. Full: certain. Light: they may be there, masked numbers decide. The dotted line is the norm of the proposal. Squares with fewer than five schools are left out: this is about the country, not about one school.',
    shown: (schools, hidden) => `${schools} schools; ${hidden} of them are in squares that are too small.`,
    table: (domain) => `${domain} by schoolweging`,
    heads: { class: 'Schoolweging', schools: 'Schools', low: 'At least (%)', high: 'At most (%)', norm: 'Norm (%)' },
    few: 'too few schools',
    quartiles:
      'A quarter of the schools is below the first number, half below the second, three quarters below the third. At least and at most: what the masked numbers allow.',
  },
  range: (low, high) => (low === high ? low : `${low} to ${high}`),
}
