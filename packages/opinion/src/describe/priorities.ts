import { type GroupVotes, tallyOfAll } from './group-votes.ts'
import { share } from './proportion-tests.ts'

/** A statement about the person itself ("I teach in primary education") is asked first: it tells the groups apart. */
const ofAboutPeople = 49

/**
 * By statement, how much showing it next would teach: higher where it is far out on the map, agreed with, seldom passed,
 * and seen by few. `extremity` as `statementExtremity` gives it. Chances of being shown are in proportion to it.
 */
export function prioritiesOf(votes: GroupVotes, extremity: Float64Array, aboutPeople: Uint8Array): Float64Array {
  return Float64Array.from({ length: votes.statements }, (_, statement) => {
    if (aboutPeople[statement] === 1) return ofAboutPeople
    const { agree, disagree, seen } = tallyOfAll(votes, statement)
    const passed = share(seen - agree - disagree, seen)
    const importance = (1 - passed) * (1 + (extremity[statement] ?? 0)) * share(agree, seen)
    // Nine times as much for a statement that nobody has seen; half of the extra is gone with every five people.
    return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2
  })
}
