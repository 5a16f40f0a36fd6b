import { shown, some } from '../language.ts'
import type { CheckText } from './text.nl.ts'

export const en: CheckText = {
  rules: {
    min: (feature, value, min, people) =>
      `${shown(feature)}: at least ${min} of ${shown(value)} (there ${people === 1 ? 'is' : 'are'} ${people})`,
    max: (feature, value, max, people) =>
      `${shown(feature)}: at most ${max} of ${shown(value)} (there ${people === 1 ? 'is' : 'are'} ${people})`,
    limit: (name, most, people) => `at most ${most} of the ${people} with ${shown(name)}`,
    selected: (ids) => `already selected: ${some(ids)}`,
    excluded: (ids) => `must stay out: ${some(ids)}`,
  },
  feasible: 'There is a panel that keeps all quotas.',
  infeasible: (seats) => `No panel of ${seats} keeps all quotas.`,
  noTime: 'Time was over before it was known whether there is a panel. Give it more time.',
  tooFew: (rule) => `This cannot be: ${rule}.`,
  conflict: (rules, isMinimal) =>
    isMinimal
      ? `These ${rules.length} rules cannot be kept together; without any one of them the others can. ${rules.join('; ')}.`
      : `These ${rules.length} rules cannot be kept together; some of them may be too many already. ${rules.join('; ')}.`,
  change: (feature, value, from, to) =>
    `${shown(feature)}, ${shown(value)}: ${[
      ...(from[0] === to[0] ? [] : [`minimum from ${from[0]} to ${to[0]}`]),
      ...(from[1] === to[1] ? [] : [`maximum from ${from[1]} to ${to[1]}`]),
    ].join(', ')}`,
  beyond: (change, seats) => `${change} (${seats} outside the flex)`,
  within: (changes, isProven) =>
    `${isProven ? 'The smallest relaxation' : 'A relaxation'} within the flex: ${changes.join('; ')}.`,
  outside: (changes, isProven) =>
    `The flex (min_flex, max_flex) is not enough. ${isProven ? 'The least that helps' : 'What helps'}: ${changes.join('; ')}.`,
  noRelaxation:
    'Other quotas do not help: the limits per address or school, those already selected and those who stay out conflict.',
  noTimeToRelax: 'Time was over before a relaxation was found. Give it more time.',
  impossible: (ids, why) =>
    ids.length === 1
      ? `${some(ids)} can be on no panel. ${why}`
      : `${ids.length} people can be on no panel: ${some(ids)}. ${why}`,
  impossibleConflict: (rules) =>
    rules.length === 1
      ? `For: ${rules.join()}.`
      : `With this person, not all ${rules.length} of these can be kept: ${rules.join('; ')}.`,
  impossibleUnknown: 'Time was over before the reason was found.',
  unknown: (count) => `Of ${count} people it is not known yet whether a panel can have them. Give it more time.`,
}
