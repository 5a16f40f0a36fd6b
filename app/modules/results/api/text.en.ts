import type { nl } from './text.nl.ts'

export const en: typeof nl = {
  title: 'Kantelpunt: public school results',
  description:
    'Results of schools per subject as DUO and the Inspectorate of Education publish them. Masked numbers are intervals: low and high. Free to use with the source named.',
  schools: 'All schools, in the order of their codes, by page',
  school: 'One school, with each subject over three school years',
  secondarySchools: 'All secondary schools of which something is published, in the order of their codes, by page',
  secondarySchool:
    'One secondary school: four figures of the Inspectorate beside their norm, how pupils moved on, and exams',
  rules: 'Two rules side by side: the mean of today and each subject by itself',
  norms: 'Every version of the norms',
  noFigures: { title: 'No results yet', detail: 'No files of results are loaded on this platform yet.' },
  unknownSchool: {
    title: 'Unknown school',
    detail: 'Give the code of a location, such as 04LY00, or of the Inspectorate, such as 00AP-C1.',
  },
  unknownSecondary: {
    title: 'Unknown school',
    detail: 'Give the code of a location, such as 00AH07.',
  },
  file: {
    secondarySchools: 'secondary-schools',
    secondarySchool: 'secondary-school',
    schools: 'schools',
    school: 'school',
    rules: 'two-rules',
    norms: 'norms',
    source: 'source',
  },
  unknownFormat: {
    title: 'There is no such format',
    detail: 'format is json, csv or xlsx.',
  },
  notAcceptable: {
    title: 'This does not come in that format',
    detail:
      'Ask in Accept for application/json, text/csv or application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.',
  },
  columns: (names) => `Columns are named as in the JSON: ${names}.`,
  format:
    'The form in which you get the figures; goes before Accept. In csv and xlsx is the whole list, or the page that was asked.',
  badParameter: {
    code: (name) => `${name} is four digits, such as 0363.`,
    repeated: (name) => `${name} is there more than once. Give it once.`,
    step: (name, most, step) => `${name} is a number from 0 to ${most}, in steps of ${step}.`,
    title: 'That value can’t be used here',
    detail: (name, least, most) =>
      most === null
        ? `${name} is a whole number from ${least}.`
        : `${name} is a whole number from ${least} to ${most}.`,
  },
}
