import { shown, some } from '../language.ts'
import type { ReadText } from './text.nl.ts'

const what = { count: 'a count', position: 'a place on the list', points: 'a number of points' } as const

export const en: ReadText = {
  line: 'line',
  column: 'column',
  problems: {
    'empty-file': () => 'the file is empty. Save it again as CSV, with a header.',
    'row-width': ({ expected, found }) =>
      `${found} cells, and the header has ${expected}. Was the file cut off? Put a text with a comma between quotes.`,
    'unclosed-quote': () => 'a quote opens here and never closes. Close it, or take it away.',
    'missing-column': ({ asked, known }) => `there is no column ${shown(asked)}. There are: ${some(known)}.`,
    'column-twice': ({ asked }) => `the column ${shown(asked)} is there twice. Rename one of the two.`,
    'blank-item': () => 'the choice is missing here. Fill it in, or leave the row out.',
    'blank-voter': () => 'who chose is missing here. Fill it in, or leave --voter out.',
    'same-item': ({ item }) => `${shown(item)} stands against itself. Check the row.`,
    'unknown-item': ({ item }) => `${shown(item)} is not on the list of items. Add it, or change the text.`,
    'item-twice': ({ item }) => `${shown(item)} is on this list twice. Take one away.`,
    'which-column': ({ taken, known }) =>
      `items were read from the first column, ${shown(taken)}, and some are there twice. If they stand in another, name it with --item-id. There are: ${some(known)}.`,
    'no-number': ({ text, what: kind }) => `${shown(text)} is not ${what[kind]} of 0 or more.`,
    'home-elsewhere': ({ item }) => `${shown(item)} is neither of the two that were chosen between.`,
    'voter-in-two-groups': ({ voter, groups }) =>
      `${shown(voter)} is in ${shown(groups[1])} here and in ${shown(groups[0])} before. Choose one.`,
    'nothing-matches': ({ asked, known }) =>
      `no row has ${shown(asked)}.${known.length > 0 ? ` There is: ${some(known)}.` : ''}`,
    'no-votes': () => 'there are no votes.',
    'voter-needed': () => 'say with --voter which column holds who chose; lists go by person.',
    'too-many-votes': ({ most }) =>
      `this makes more than ${most} choices between two, which is too many. Take a sample.`,
    more: ({ of, count }) => `and ${count} more of the same (${of}).`,
  },
  notes: {
    'left-out': ({ rows }) =>
      rows === 1
        ? '1 row does not count, because a condition does not hold for it.'
        : `${rows} rows do not count, because a condition does not hold for them.`,
    repeats: ({ votes }) =>
      `${votes === 1 ? 'Once' : `${votes} times`} somebody chose about the same again: the last time counts.`,
    'one-person': () => 'All votes are of one person: this says nothing about others.',
    'no-people': () => 'Who voted is not known. Intervals take all votes to be independent of each other.',
    'all-tied': () => 'Nobody chose: all votes are ties.',
    'items-without-votes': ({ items }) => `Without votes: ${some(items)}.`,
    'votes-without-group': ({ votes }) =>
      votes === 1 ? '1 vote belongs to no group.' : `${votes} votes belong to no group.`,
  },
}
