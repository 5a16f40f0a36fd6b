import { addOrder, addPoints as addPointsOf, tiersOf } from '../votes/from-lists.ts'
import type { VoteCollector } from '../votes/votes.ts'
import { mostVotes } from './most-votes.ts'
import type { NumberedList } from './numbered-lists.ts'
import type { VoteForm } from './read-votes.ts'
import type { RowPerson, RowReader } from './row-reader.ts'

type Of<Form extends VoteForm['form']> = Extract<VoteForm, { readonly form: Form }>

/** A row a person, the whole list in one cell: `a > b = c > d`. */
export function addRankings(
  reader: RowReader,
  collector: VoteCollector,
  { ranking }: Of<'rankings'>,
  unlistedBelow: boolean,
): void {
  const { problems, place } = reader
  const textAt = reader.texts(ranking)
  if (problems.count > 0) return
  const lists: { readonly person: RowPerson; readonly tiers: readonly (readonly string[])[] }[] = []
  const last = new Map<string, number>()
  reader.each((row, person) => {
    const text = textAt(row)
    const tiers = tiersOf(text)
    const named = tiers.flat()
    if (text === '' || named.includes('')) problems.add({ ...place(row, ranking), reason: 'blank-item' })
    for (const item of named)
      if (item !== '' && !reader.isKnown(item)) problems.add({ ...place(row, ranking), reason: 'unknown-item', item })
    const twice = named.find((item, k) => named.indexOf(item) !== k)
    if (twice !== undefined && twice !== '') problems.add({ ...place(row, ranking), reason: 'item-twice', item: twice })
    const before = person.voter === undefined ? undefined : last.get(person.voter)
    if (before !== undefined) {
      reader.repeats++
      lists[before] = { person, tiers }
      return
    }
    if (person.voter !== undefined) last.set(person.voter, lists.length)
    // Who is not named is still one person, whose choices have to do with each other.
    lists.push({ person: { ...person, voter: person.voter ?? `line ${place(row, ranking).line}` }, tiers })
  })
  addLists(reader, collector, lists, unlistedBelow)
}

/** Positions of items on each person's list; equal ones tie. */
export function addPositions(
  reader: RowReader,
  collector: VoteCollector,
  lists: readonly NumberedList[],
  unlistedBelow: boolean,
): void {
  const ordered = lists.map(({ person, values }) => {
    const positions = [...new Set(values.values())].toSorted((a, b) => a - b)
    return { person, tiers: positions.map((at) => [...values].filter(([, each]) => each === at).map(([id]) => id)) }
  })
  addLists(reader, collector, ordered, unlistedBelow)
}

/** Points of each person over items. */
export function addPoints({ problems }: RowReader, collector: VoteCollector, lists: readonly NumberedList[]): void {
  if (problems.count > 0) return
  const all = itemsOf(
    collector,
    lists.map(({ values }) => [...values.keys()]),
  )
  for (const { person, values } of lists) {
    // Before they are made: one list may be too long by itself.
    const given = [...values.values()].filter((value) => value > 0).length
    if (collector.size + given * all.length > mostVotes) {
      problems.add({ reason: 'too-many-votes', most: mostVotes })
      return
    }
    addPointsOf(collector, all, values, person)
  }
}

function addLists(
  { problems }: RowReader,
  collector: VoteCollector,
  lists: readonly { readonly person: RowPerson; readonly tiers: readonly (readonly string[])[] }[],
  unlistedBelow: boolean,
): void {
  if (problems.count > 0) return
  const all = itemsOf(
    collector,
    lists.map(({ tiers }) => tiers.flat()),
  )
  for (const { person, tiers } of lists) {
    const named = new Set(tiers.flat())
    const others = unlistedBelow ? all.length : named.size
    if (collector.size + named.size * others > mostVotes) {
      problems.add({ reason: 'too-many-votes', most: mostVotes })
      return
    }
    const rest = unlistedBelow ? all.filter((item) => !named.has(item)) : []
    addOrder(collector, tiers, rest, person)
  }
}

/** Makes all items known, in the order in which they come, and gives them. */
function itemsOf(collector: VoteCollector, named: readonly (readonly string[])[]): readonly string[] {
  for (const items of named) for (const item of items) collector.item(item)
  return collector.votes().items
}
