import { shown } from '../language.ts'
import type { ExplainText } from './text.nl.ts'

const percent = (chance: number) => `${(100 * chance).toFixed(1)}%`

/** What people read about their chance, in English. */
export const en: ExplainText = {
  percent,
  chance: ({ chance, equal }) =>
    `Your chance was ${percent(chance)}. Had everyone had the same chance, it would have been ${percent(equal)}.`,
  standing: {
    certain: 'You were on every panel.',
    impossible: 'You were on none of the panels.',
    above: 'So your chance was above average.',
    equal: 'That is nearly the same.',
    below: 'So your chance was below average.',
  },
  fixed: {
    'already-selected': 'You had been chosen before: the lot was about the other seats.',
    excluded: 'You took no part in the draw.',
    'no-panel': 'There is no panel with you on it that keeps all quotas.',
  },
  value: ({ feature, value, min, max, people, low, high, effect }) => {
    const what = `${shown(feature)}: ${shown(value)}`
    const seats = min === max ? `${min}` : `${min} to ${max}`
    const there = min === 1 && max === 1 ? `There was ${seats} seat for this` : `There were ${seats} seats for this`
    if (effect === 'unsaid' || people === undefined)
      return `${what}. ${there}. How full or empty this group was we don’t say: it is too small, and then it would be about somebody else.`
    const start = `${what}. ${there}, and ${people} people signed up.`
    if (effect === 'raises')
      return `${start} Those are few: on average their chance was at least ${percent(low ?? 0)}. That made your chance larger.`
    if (effect === 'lowers')
      return `${start} Those are many: on average their chance was at most ${percent(high ?? 0)}. That made your chance smaller.`
    return `${start} In itself that made little difference.`
  },
  weighed: {
    up: 'Together with the other quotas this worked in your favour.',
    down: 'Together with the other quotas this held your chance back.',
  },
  sharesLimit: 'You share an address or school with somebody else, and only so many of you can be on a panel.',
  picture: {
    title: 'Mean chance by group',
    label: (equal) => `The mean chance of each group. The dash is the chance that is equal for everyone: ${equal}.`,
    equal: 'equal chance',
    value: 'Group',
    people: 'People',
    mean: 'Mean chance',
    together: 'small groups together',
  },
}
