import type { Votes } from '../votes/votes.ts'

/** How many people of each group agreed, disagreed and saw: at `group × statements + statement`. */
export interface GroupVotes {
  readonly groups: number
  readonly statements: number
  readonly sizes: Int32Array
  readonly agree: Int32Array
  readonly disagree: Int32Array
  readonly seen: Int32Array
}

/** `groupOf`: by person the place of the group, −1 where somebody is in none. */
export function countGroupVotes(votes: Votes, groupOf: Int32Array, groups: number): GroupVotes {
  const { starts, columns, values } = votes
  const statements = votes.statements.length
  const sizes = new Int32Array(groups)
  const agree = new Int32Array(groups * statements)
  const disagree = new Int32Array(groups * statements)
  const seen = new Int32Array(groups * statements)
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i] ?? -1
    if (group < 0) continue
    sizes[group] = (sizes[group] ?? 0) + 1
    for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
      const cell = group * statements + (columns[at] ?? 0)
      seen[cell] = (seen[cell] ?? 0) + 1
      if (values[at] === 1) agree[cell] = (agree[cell] ?? 0) + 1
      else if (values[at] === -1) disagree[cell] = (disagree[cell] ?? 0) + 1
    }
  }
  return { groups, statements, sizes, agree, disagree, seen }
}

export interface Tally {
  readonly agree: number
  readonly disagree: number
  readonly seen: number
}

export function tallyOf(votes: GroupVotes, group: number, statement: number): Tally {
  const cell = group * votes.statements + statement
  return { agree: votes.agree[cell] ?? 0, disagree: votes.disagree[cell] ?? 0, seen: votes.seen[cell] ?? 0 }
}

/** Of all groups together. */
export function tallyOfAll(votes: GroupVotes, statement: number): Tally {
  let [agree, disagree, seen] = [0, 0, 0]
  for (let group = 0; group < votes.groups; group++) {
    const tally = tallyOf(votes, group, statement)
    agree += tally.agree
    disagree += tally.disagree
    seen += tally.seen
  }
  return { agree, disagree, seen }
}
