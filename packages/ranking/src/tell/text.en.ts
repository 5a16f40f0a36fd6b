import { shown, some } from '../language.ts'
import type { RankingText } from './text.nl.ts'

export const en: RankingText = {
  number: (value, decimals) =>
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value),
  votes: (votes, ties, people) =>
    `${votes === '1' ? '1 vote was' : `${votes} votes were`} counted${ties === '0' ? '' : `, and ${ties} times somebody could not decide`}${people > 0 ? ` (${people} ${people === 1 ? 'person' : 'people'})` : ''}.`,
  first: (item, low, high) =>
    low === high
      ? `${shown(item)} is in place 1, and that is certain.`
      : `${shown(item)} is in place 1; it may be place ${low} to ${high}.`,
  sharedFirst: (items) => `In place 1 together are ${some(items)}.`,
  top: (top, sure, perhaps) =>
    `Certainly among the first ${top}: ${sure.length === 0 ? 'none' : some(sure)}. Perhaps: ${perhaps.length === 0 ? 'none' : some(perhaps)}.`,
  alike: (items) => `These cannot be told apart: ${some(items)}.`,
  components: (count) =>
    `There are ${count} sets of items that were never compared with each other. How these sets stand to each other is not known.`,
  penalised:
    'Some items always won or always lost against others. What they are worth is therefore drawn to the middle, as far as votes leave room.',
  unevenOpponents:
    'Mind: some items mostly met strong or mostly met weak ones, as when pairs were chosen. A share of wins then says little, and its interval does not hold. Take --model bradley-terry.',
  margin: (winner, margin, runnerUp) =>
    `${shown(winner)} wins by a margin of ${margin} votes: so many more go against the best order with ${shown(runnerUp)} first.`,
  noMargin: (winner, runnerUp) => `${shown(winner)} and ${shown(runnerUp)} can be first just as well.`,
  difference: (item, higher, lower, stands) =>
    `On ${shown(item)} ${shown(higher)} (higher) and ${shown(lower)} differ most${stands ? '' : ', but that may be chance'}.`,
  hidden: (groups) => `Not shown apart, for too few people or because that would give others away: ${some(groups)}.`,
  refusals: {
    'no-items': () => 'There is nothing to rank.',
    'too-many-items': ({ items, most }) =>
      `${items} items are too many for this model, which takes ${most}. Take --model wins.`,
    'kemeny-cycle': ({ cycle, most }) =>
      `${cycle.length} items win from each other in a circle (${some(cycle)}); the best order can be found exactly for ${most}. Take --model bradley-terry.`,
    'unknown-group': ({ group, known }) => `${shown(group)} is no group. There are: ${some(known)}.`,
    'group-without-weight': ({ group }) => `No weight is given for the group ${shown(group)}.`,
    'no-groups': () => 'There are no groups with votes and a weight above 0.',
  },
}
