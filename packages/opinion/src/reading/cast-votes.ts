import type { CastVotes } from '../votes/votes.ts'

/** Gathers votes one by one, with ids as they come. */
export function castVotes() {
  const people = new Map<string, number>()
  const statements = new Map<string, number>()
  let person = new Int32Array(1024)
  let statement = new Int32Array(1024)
  let value = new Int8Array(1024)
  let count = 0
  const codeOf = (codes: Map<string, number>, id: string) => {
    const known = codes.get(id)
    if (known !== undefined) return known
    codes.set(id, codes.size)
    return codes.size - 1
  }
  return {
    /** The code of a statement; it may have no votes. */
    nameStatement: (id: string) => codeOf(statements, id),
    /** The code of a person. */
    namePerson: (id: string) => codeOf(people, id),
    add: (personCode: number, statementCode: number, vote: number) => {
      if (count === value.length) {
        person = grown(person, new Int32Array(2 * count))
        statement = grown(statement, new Int32Array(2 * count))
        value = grown(value, new Int8Array(2 * count))
      }
      person[count] = personCode
      statement[count] = statementCode
      value[count] = vote
      count++
    },
    done: (): CastVotes => ({
      people: [...people.keys()],
      statements: [...statements.keys()],
      person: person.subarray(0, count),
      statement: statement.subarray(0, count),
      value: value.subarray(0, count),
    }),
  }
}

function grown<Numbers extends Int32Array | Int8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
