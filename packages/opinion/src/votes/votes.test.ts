import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareIds, gatherVotes, noVotes, type Vote, type Votes, withVote } from './votes.ts'

const aVote = fc.constantFrom<Vote>(-1, 0, 1)
const rows = fc.array(
  fc.record({ person: fc.integer({ min: 0, max: 12 }), statement: fc.integer({ min: 0, max: 11 }), vote: aVote }),
  { maxLength: 80 },
)

describe('votes', () => {
  it('keep the last of each person on each statement, whatever the order of the rest', () => {
    fc.assert(
      fc.property(rows, (cast) => {
        const last = new Map(cast.map(({ person, statement, vote }) => [`${person} ${statement}`, vote]))
        const { votes, replaced } = gathered(cast)
        expect(tableOf(votes)).toEqual(last)
        expect(replaced).toBe(cast.length - last.size)
        expect(votes.people).toEqual(votes.people.toSorted((one, other) => Number(one) - Number(other)))
      }),
    )
  })

  it('are the same one by one, and none of the earlier ones change', () => {
    fc.assert(
      fc.property(rows, (cast) => {
        const states = [{ votes: noVotes, table: new Map<string, number>() }]
        for (const { person, statement, vote } of cast) {
          const { votes, table } = states.at(-1) ?? { votes: noVotes, table: new Map() }
          const next = withVote(votes, String(person), String(statement), vote)
          states.push({ votes: next, table: new Map([...table, [`${person} ${statement}`, vote]]) })
        }
        for (const { votes, table } of states) expect(tableOf(votes)).toEqual(table)
        expect(tableOf(states.at(-1)?.votes ?? noVotes)).toEqual(tableOf(gathered(cast).votes))
      }),
    )
  })

  it('order ids that are numbers by size, before those that are texts', () => {
    expect(['b', '10', '9', 'a', '01'].toSorted(compareIds)).toEqual(['01', '9', '10', 'a', 'b'])
  })
})

function gathered(cast: readonly { person: number; statement: number; vote: Vote }[]) {
  const people = [...new Set(cast.map(({ person }) => person))]
  const statements = [...new Set(cast.map(({ statement }) => statement))]
  return gatherVotes({
    people: people.map(String),
    statements: statements.map(String),
    person: Int32Array.from(cast, ({ person }) => people.indexOf(person)),
    statement: Int32Array.from(cast, ({ statement }) => statements.indexOf(statement)),
    value: Int8Array.from(cast, ({ vote }) => vote),
  })
}

function tableOf({ people, statements, starts, columns, values }: Votes): Map<string, number> {
  const table = new Map<string, number>()
  for (const [i, person] of people.entries())
    for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
      expect(at > (starts[i] ?? 0) ? columns[at - 1] : -1).toBeLessThan(columns[at] ?? -1)
      table.set(`${person} ${statements[columns[at] ?? 0]}`, values[at] ?? Number.NaN)
    }
  return table
}
