import { shown, some } from '../language.ts'
import type { PoolText } from './text.nl.ts'

const count = (people: number) => (people === 1 ? '1 person' : `${people} people`)

export const en: PoolText = {
  line: 'line',
  column: 'column',
  options: 'options',
  problems: {
    'empty-file': () => 'the file is empty. Save it again as CSV, with a header.',
    'row-width': ({ expected, found }) =>
      `${found} cells, and the header has ${expected}. ${
        found > expected
          ? 'Put a text with a comma or semicolon between quotes.'
          : 'Give empty cells a place too: a separator for every cell that is missing.'
      }`,
    'unclosed-quote': () => 'a quote that opens here never closes. Close it, or remove it.',
    'missing-column': ({ known }) =>
      `there is no such column. There are: ${some(known)}. Add the column, or rename one.`,
    'column-twice': () => 'this column is there twice. Give one of the two another name.',
    'no-quotas': () => 'there are no quotas below the header. Add a line for each value.',
    'blank-cell': () => 'this cell is empty. Fill it in.',
    'no-number': ({ text }) => `${shown(text)} is not a whole number of 0 or more. Write a number such as 12.`,
    'control-character': ({ text }) => `${shown(text)} has invisible signs in it. Type the text again.`,
    'value-twice': ({ feature, value, earlier }) =>
      `${shown(value)} of ${shown(feature)} is on line ${earlier} too. Capitals and spaces do not count. Remove one of the two.`,
    'min-above-max': ({ value, min, max }) =>
      `${shown(value)}: at least ${min} and at most ${max} cannot be. Lower min or raise max.`,
    'flex-narrower': ({ value, flex, quota }) =>
      `${shown(value)}: ${flex} is stricter than the quota itself (${quota}). The flex must lie around the quota.`,
    'mins-above-seats': ({ feature, sum, seats }) =>
      `${shown(feature)}: all minima add up to ${sum}, and there are ${seats} seats. Lower the minima by ${sum - seats} together, or give more seats.`,
    'maxes-below-seats': ({ feature, sum, seats }) =>
      `${shown(feature)}: all maxima add up to ${sum}, and there are ${seats} seats. Raise the maxima by ${seats - sum} together, or give fewer seats.`,
    'seats-no-number': ({ seats }) => `${seats} seats cannot be. Give a whole number of 1 or more.`,
    'at-most-no-number': ({ most }) => `at most ${most} cannot be. Give a whole number of 1 or more.`,
    'no-people': () => 'there is nobody below the header. Add a line for each person.',
    'too-many-people': ({ people, most }) =>
      `${people} people are too many: ${most} can be. Draw a smaller group first.`,
    'seats-above-people': ({ seats, people }) =>
      `${seats} seats, and there are ${people} people. Give fewer seats, or find more people.`,
    'blank-id': () => 'this person has no id. Fill it in.',
    'id-twice': ({ id, earlier }) => `${shown(id)} is on line ${earlier} too. Give every person an id of their own.`,
    'unknown-value': ({ text, near, known, count: all }) =>
      near === undefined
        ? `${shown(text)} is not in the quotas. There are: ${some(known, all)}. Change the text, or add a quota for it.`
        : `${shown(text)} is not in the quotas. Is it ${shown(near)}? Change the text, or add a quota for it.`,
    'unknown-id': ({ id }) => `${shown(id)} is nobody in the pool. Check the id.`,
    'selected-and-excluded': ({ id }) =>
      `${shown(id)} is already selected and must stay out too. Remove one of the two.`,
    'selected-above-seats': ({ selected, seats }) =>
      `${selected} people are already selected, and there are ${seats} seats. Give more seats, or remove people.`,
    more: ({ of, count }) => `and ${count} more of the same (${of}).`,
  },
  notes: {
    'column-matched': ({ asked, found }) => `column ${shown(asked)} was found as ${shown(found)}.`,
    'value-matched': ({ feature, found, value, people }) =>
      `${shown(feature)}: ${shown(found)} was read as ${shown(value)} (${count(people)}).`,
    'id-matched': ({ asked, found }) => `${shown(asked)} was found as ${shown(found)}.`,
    'row-numbers': ({ idColumn }) =>
      `people are called by the number of their row, from 1${idColumn === undefined ? '' : `; there is a column ${shown(idColumn)} too`}.`,
    'nothing-shared': ({ columns, people }) =>
      `of ${count(people)}, ${columns.map(shown).join(' and ')} is blank: they share it with nobody.`,
    'partly-blank': ({ shared, people }) =>
      `${people} people share ${shown(shared)}, and the rest is blank: they count as one address. Fill in what is missing.`,
  },
}
