import type { VoteCollector } from '../votes/votes.ts'
import type { VoteForm } from './read-votes.ts'
import type { RowReader } from './row-reader.ts'

type Pairs = Extract<VoteForm, { readonly form: 'pairs' }>

/** A row a vote. */
export function addPairs(
  reader: RowReader,
  collector: VoteCollector,
  { winner, loser, tie, home, count }: Pairs,
): void {
  const { problems, place } = reader
  const winnerAt = reader.texts(winner)
  const loserAt = reader.texts(loser)
  const isTied = tie === undefined ? () => false : reader.matches(tie)
  const homeAt = home === undefined ? undefined : reader.texts(home)
  const counts = count === undefined ? undefined : reader.numbers(count)
  if (problems.count > 0) return
  reader.each((row, person) => {
    const [one, other] = [winnerAt(row), loserAt(row)]
    if (one === '') problems.add({ ...place(row, winner), reason: 'blank-item' })
    if (other === '') problems.add({ ...place(row, loser), reason: 'blank-item' })
    if (one === '' || other === '') return
    if (!reader.isKnown(one)) problems.add({ ...place(row, winner), reason: 'unknown-item', item: one })
    if (!reader.isKnown(other)) problems.add({ ...place(row, loser), reason: 'unknown-item', item: other })
    if (one === other) {
      problems.add({ ...place(row, loser), reason: 'same-item', item: one })
      return
    }
    const times = counts?.values[row] ?? 1
    if (!(times >= 0 && times <= 1e9)) {
      const text = reader.texts(count ?? '')(row)
      problems.add({ ...place(row, count ?? ''), reason: 'no-number', text, what: 'count' })
      return
    }
    const there = homeAt?.(row) ?? ''
    if (there !== '' && there !== one && there !== other)
      problems.add({ ...place(row, home ?? ''), reason: 'home-elsewhere', item: there })
    if (problems.count > 0) return
    const side = there === '' ? 0 : there === one ? 1 : -1
    if (times > 0) collector.add({ one, other, tied: isTied(row), home: side, count: times, ...person })
    else for (const item of [one, other]) collector.item(item)
  })
  // An item of which no vote counts is still an item.
  reader.eachLeftOut((row) => {
    for (const item of [winnerAt(row), loserAt(row)]) if (item !== '' && reader.isKnown(item)) collector.item(item)
  })
}
