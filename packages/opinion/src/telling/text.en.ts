import type { ExpectedJson } from '../reading/refusal.ts'
import { type OpinionText, shown, some } from './text.ts'

const expected: Readonly<Record<ExpectedJson, string>> = {
  'list-of-votes': 'a list of votes, [{ "participant_id": …, "statement_id": …, "vote": … }, …]',
  'vote-fields': 'a vote with participant_id, statement_id and vote',
  id: 'an id, a number or a text that is not blank',
  vote: 'a vote: −1, 0 or 1',
  'groups-of-people': 'groups with their people, { "a": ["person", …], … }',
  'list-of-statements': 'a list of statements, [{ "statement_id": …, "moderated": … }, …]',
  moderated: 'moderated: −1, 0 or 1',
  start: 'group-clusters, groups or centers to start from',
  center: 'a centre, two numbers',
}

export const opinionTextEn: OpinionText = {
  refusals: {
    empty: () => 'The file is empty.',
    'row-width': ({ line }) => `Line ${line}: the row is not as wide as the header; the file may have been cut.`,
    'unclosed-quote': ({ line, column }) =>
      `Line ${line}, column ${column}: a quote that opens here never closes; the file may have been cut.`,
    'unknown-format': ({ header }) =>
      `Line 1: these are no votes; comment-id, voter-id and vote are needed, or participant and a column a statement, or JSON. Here is ${some(header)}.`,
    'missing-column': ({ name, have }) => `Line 1: add a column ${name}; the columns are ${some(have)}.`,
    'column-twice': ({ name, column, earlier }) =>
      `Line 1, column ${column}: ${shown(name)} is column ${earlier} already; leave one of them.`,
    'no-votes': () => 'There are no votes in the file.',
    blank: ({ line, column, name }) => `Line ${line}, column ${column} (${name}): the cell is blank; fill it in.`,
    'bad-vote': ({ line, column, name, text }) =>
      `Line ${line}, column ${column} (${shown(name)}): ${shown(text)} is not −1 (disagree), 0 (pass) or 1 (agree).`,
    'no-text': () => 'This is no text in UTF-8, or longer than the 500 MB that can be read.',
    'no-json': ({ message }) => `This is no JSON (${shown(message)}); the file may have been cut.`,
    'bad-json': ({ at, expected: what, found }) => `${at}: expected ${expected[what]}; here is ${shown(found)}.`,
    'unknown-person': ({ ids, count }) => `No votes are known of ${some(ids, count)}; take them out of the groups.`,
    'in-two-groups': ({ id, groups }) =>
      `${shown(id)} is in group ${shown(groups[0])} and in ${shown(groups[1])}; leave one of them.`,
    'unknown-statement': ({ file, ids, count }) =>
      `There are votes on ${some(ids, count)}, which ${file} does not have; add them there, take the votes out, or do without that file (--statements none).`,
    'too-few-people': ({ counted, least }) =>
      `${counted === 1 ? '1 person' : `${counted} people`} voted often enough; a group is only described from ${least} people on.`,
    'all-left-out': ({ statements }) =>
      `${statements === 1 ? 'The one statement is' : `All ${statements} statements are`} left out: refused, about the person, or answered by fewer than 5 people. There is nothing to draw a map of.`,
    'no-differences': () => 'Everybody votes alike: there are no groups to be found.',
    'too-few-places': ({ groups, places }) =>
      `People stand in only ${places} different places: ${groups} groups can't be made of that.`,
  },
  replaced: (count) =>
    count === 1
      ? '1 vote was replaced by a later one of the same person on the same statement; the last one counts.'
      : `${count} votes were replaced by later ones of the same person on the same statement; the last one counts.`,
  statementsFrom: (file, leftOut) =>
    `${file} says which statements were refused or ask about the person: ${leftOut} are left out of the map (--statements none to do without).`,
  answeredByFew: (count) =>
    `${count} statements that fewer than 5 people answered are left out of the map; with --statements FILE those that were refused.`,
  unusableStatements: (file) => `${file} could not be read as statements and is not used.`,
  tooSmall: (groups) =>
    groups === 1
      ? '1 group has fewer than 5 people; nothing is told of it, and its people are counted nowhere.'
      : `${groups} groups have fewer than 5 people; nothing is told of them, and their people are counted nowhere.`,
  groups: (sizes, counted, people) =>
    `${sizes.length === 1 ? '1 group' : `${sizes.length} groups`} of ${sizes.join(', ')} people; ${counted} of ${people} voted often enough to count.`,
  givenGroups: (sizes, counted, people) =>
    `${sizes.length === 1 ? '1 group' : `${sizes.length} groups`} of ${sizes.join(', ')} people; ${counted} of the ${people} who voted are in a group.`,
  allTooSmall: (largest) =>
    `The largest group has ${largest === 1 ? '1 person' : `${largest} people`}; a group is only described from 5 people on.`,
  stability: (group, share, resamples) =>
    `Group ${group} is stable in ${Math.round(100 * share)} % of ${resamples} resamples.`,
}
