import type { nl } from './text.nl.ts'

const range = ([low, high]: readonly [number, number]) => (low === high ? String(low) : `${low} to ${high}`)

export const en: typeof nl = {
  nav: 'Results',
  front: {
    title: 'Quality in Sight',
    lead: 'How well do children learn reading, language and arithmetic at a school? Find a school and see each subject by itself, what is certain and what is not.',
    label: 'School, town or BRIN',
    search: 'Search',
    none: 'No school found',
    noneDo: 'Try a part of the name, or add the town.',
    found: (count: number, isMore: boolean) =>
      isMore ? `The first ${count} schools` : count === 1 ? '1 school' : `${count} schools`,
    more: 'There are more. Type more of the name, or add the place.',
    empty: 'There are no results yet',
    emptyDo: 'The operator of this platform loads the files that DUO and the Inspectorate of Education publish.',
    load: 'Load files',
    noFigures: 'No results per subject published',
    rules: 'Two rules side by side',
    rulesLead: 'What happens when each subject counts by itself, instead of the mean of three?',
  },
  domain: { reading: 'reading', language: 'language', arithmetic: 'arithmetic' },
  domainTitle: { reading: 'Reading', language: 'Language', arithmetic: 'Arithmetic' },
  level: {
    '1F': { name: 'Fundamental level (1F)', what: 'what every child needs to take part' },
    '1S/2F': { name: 'Target level (1S/2F)', what: 'what most children can do' },
  },
  paragraph: {
    part: (of, domain) => `${range(of)} for ${domain}`,
    reached: (parts) =>
      `Of every 100 pupils who sat the final test in three school years, so many reached the target level: ${parts}.`,
    clearlyBelow: (domains) => `For ${domains} that is too few for a school with these pupils, and not by chance.`,
    justBelow: (domains) =>
      `For ${domains} it is less than the norm for a school with these pupils; with so few pupils that may be chance.`,
    masked: (domains) =>
      `For ${domains} nobody can tell whether it is enough: small numbers are masked to protect children.`,
    allAbove: 'In every subject that is enough for a school with these pupils.',
    allAboveSome:
      'In every subject that is above the norm for a school with these pupils; with so few pupils a part of that may be chance.',
    noNorm: 'There is no norm per subject to lay beside this for this school.',
    hidden: 'The Inspectorate takes the mean of the three subjects; its verdict therefore does not show this.',
    togetherBelow: 'Over the three subjects together the school is below the norm of the Inspectorate too.',
    noFigures: 'No results per subject are published of this school for all three years.',
  },
  school: {
    over: 'Quality in Sight',
    inWords: 'In short',
    years: '3 years',
    norm: (value) => `norm ${value}`,
    year: (period) => `’${period.slice(2, 4)}–’${period.slice(7, 9)}`,
    picture: (level, domain, over, norm) => `${level} ${domain}: ${over} over three years. ${norm}`,
    pictureNorm: (norm) => `The norm per subject is ${norm}.`,
    share: (low, high) => (low === high ? `${low}%` : `${low} to ${high}%`),
    unknown: 'not known',
    table: (level, domain) => `${level}, ${domain}: the figures`,
    period: 'School year',
    pupils: 'Pupils',
    reached: 'Reached the level',
    byChance: 'With chance added',
    row: {
      years: 'Three years together',
      norm: 'Norm per subject',
      similar: 'Schools like this one, middle half',
      country: 'The Netherlands, middle half',
    },
    standing: {
      'clearly-above': 'Above the norm',
      'just-above': 'Above the norm, but with so few pupils not certain',
      'clearly-below': 'Below the norm',
      'just-below': 'Below the norm, but with so few pupils not certain',
      masked: 'Cannot be told: masked numbers decide',
      'no-norm': 'No norm to lay beside it',
    },
    legend:
      'Blue area: the middle half of schools like this one. Thick bar: what masked numbers leave open. Thin line: what chance can do with so few pupils.',
    similar: 'Schools like this one',
    similarLead: (count) => `Compared with ${count} schools.`,
    tooFew: 'There are fewer than ten schools to compare with. Choose wider.',
    likeness: {
      weighting: 'Pupils’ homes (schoolweging)',
      within: (points) => `at most ${points} points apart`,
      any: 'does not matter',
      size: 'Of the same size (half to twice as many pupils)',
      region: 'Where',
      regions: {
        country: 'all of the Netherlands',
        province: 'the same province',
        municipality: 'the same municipality',
      },
      apply: 'Compare',
    },
    weighting: 'Schoolweging',
    weightingHint: 'from 20 (parents with a long education) to 40',
    pupilsOver: 'Pupils in three years',
    inspectorate: 'Inspectorate, three subjects together',
    verdict: {
      above: 'Above the norm',
      below: 'Below the norm',
      'depends-on-masked': 'Cannot be told',
      'not-judged': 'No verdict over three years',
    },
    beside: (similar: string | undefined, country: string | undefined) =>
      [
        similar === undefined ? '' : `Half of the schools like this one: ${similar}.`,
        country === undefined ? '' : `Half of all schools in the Netherlands: ${country}.`,
      ]
        .filter(Boolean)
        .join(' '),
    severalLocations:
      'The Inspectorate judges more than one school under this BRIN, or several buildings together. Which verdict belongs to this building is not published; the figures per subject below are of this building.',
    figuresCsv: 'Figures of this school (CSV)',
    figuresExcel: 'Figures of this school (Excel)',
    figuresJson: 'Figures of this school (JSON)',
    register: 'Address and facts of the school',
    source: (files) => `Source: ${files}. The mask <5 is 1 to 4 pupils.`,
    none: 'No results of this school are loaded.',
    other: 'Find another school',
  },
}
