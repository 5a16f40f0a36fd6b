import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeUpConversation } from '../testing.ts'
import { type Vote, type Votes, withVote } from '../votes/votes.ts'
import { momentsOf } from './moments.ts'
import { makeMap, type OpinionMap, placePeople, statementExtremity } from './opinion-map.ts'

const shapes = fc.record({
  people: fc.integer({ min: 2, max: 30 }),
  statements: fc.integer({ min: 1, max: 14 }),
  groups: fc.integer({ min: 1, max: 4 }),
  filled: fc.double({ min: 0.1, max: 1, noNaN: true }),
  seed: fc.integer({ min: 0, max: 1e6 }),
})

describe('the map', () => {
  it('has the directions that Jacobi rotations of the filled in table have', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { votes } = madeUpConversation(shape)
        const leftOut = votes.statements.map((_, j) => (j % 5 === 4 ? 1 : 0))
        const map = makeMap(votes, { leftOut: Uint8Array.from(leftOut) })
        const table = filledIn(votes, leftOut)
        const { values, total } = jacobi(scatter(table))
        if (total < 1e-9) {
          expect(map).toBeUndefined()
          return
        }
        expect(map?.explained[0]).toBeCloseTo((values[0] ?? 0) / total, 9)
        expect(map?.explained[1]).toBeCloseTo((values[1] ?? 0) / total, 9)
        // What lies along a direction is its eigenvalue: also where two are equal and the direction is free to turn.
        for (const k of [0, 1] as const) expect(along(table, map, k)).toBeCloseTo(values[k] ?? 0, 6)
        expect(inner(map?.comps[0], map?.comps[1])).toBeCloseTo(0, 8)
      }),
      // The example has two equal values: one search finds a single direction of them.
      {
        numRuns: 150,
        examples: [[{ people: 18, statements: 14, groups: 1, filled: 0.10593709140084685, seed: 503448 }]],
      },
    )
  })

  it('is the same from pairs of statements, kept while votes change, as from all votes', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.array(fc.tuple(fc.nat(40), fc.nat(16), fc.constantFrom<Vote>(-1, 0, 1)), { maxLength: 12 }),
        (shape, changes) => {
          let { votes } = madeUpConversation(shape)
          let moments = momentsOf(votes, undefined)
          for (const [person, statement, vote] of changes) {
            const next = withVote(votes, String(person), String(statement), vote)
            moments = momentsOf(next, { votes, moments })
            votes = next
          }
          expect(moments).toEqual(momentsOf(votes, undefined))
          const leftOut = new Uint8Array(votes.statements.length)
          const [byPairs, byVotes] = [makeMap(votes, { leftOut, moments }), makeMap(votes, { leftOut })]
          expect(byPairs === undefined).toBe(byVotes === undefined)
          for (const k of [0, 1]) expect(byPairs?.explained[k] ?? 0).toBeCloseTo(byVotes?.explained[k] ?? 0, 9)
        },
      ),
    )
  })

  it('counts people as often as their weight says', () => {
    const { votes } = madeUpConversation({ people: 40, statements: 12, groups: 3, filled: 0.6, seed: 3 })
    const leftOut = new Uint8Array(12)
    const twice = Int32Array.from({ length: 80 }, (_, i) => i >> 1)
    const doubled = takePeople(votes, twice)
    const weights = new Float64Array(40).fill(2)
    const [one, other] = [makeMap(votes, { leftOut, weights }), makeMap(doubled, { leftOut })]
    expect(Math.abs(inner(one?.comps[0], other?.comps[0]))).toBeCloseTo(1, 10)
    expect(one?.explained[0]).toBeCloseTo(other?.explained[0] ?? 0, 10)
  })

  it('turns as it did before, and with the largest part up where there is no before', () => {
    const { votes } = madeUpConversation({ people: 60, statements: 10, groups: 2, filled: 0.8, seed: 5 })
    const leftOut = new Uint8Array(10)
    const map = makeMap(votes, { leftOut })
    if (map === undefined) throw new Error('there are two camps')
    for (const comp of map.comps) expect(Math.max(...comp)).toBe(Math.max(...comp.map(Math.abs)))
    const turned = { comps: [map.comps[0].map((part) => -part), map.comps[1]] } as const
    const again = makeMap(votes, { leftOut, previous: turned })
    expect(inner(again?.comps[0], map.comps[0])).toBeCloseTo(-1, 10)
    expect(inner(again?.comps[1], map.comps[1])).toBeCloseTo(1, 10)
  })

  it('places who voted on few statements as far out as their votes are', () => {
    const { votes } = madeUpConversation({ people: 50, statements: 8, groups: 2, filled: 1, seed: 6 })
    const leftOut = new Uint8Array(8)
    leftOut[7] = 1
    const map = makeMap(votes, { leftOut })
    if (map === undefined) throw new Error('there are two camps')
    const { x } = placePeople(votes, map, leftOut)
    // By hand for the first person: all eight statements are answered, so nothing is stretched.
    let sum = 0
    for (let j = 0; j < 7; j++) sum += ((votes.values[j] ?? 0) - (map.center[j] ?? 0)) * (map.comps[0][j] ?? 0)
    expect(x[0]).toBeCloseTo(sum, 12)
    const one = withVote(votes, 'new', '0', 1)
    const placed = placePeople(one, map, leftOut).x[50] ?? 0
    // One vote, and the one that is left out, of eight.
    expect(placed).toBeCloseTo((1 - (map.center[0] ?? 0)) * (map.comps[0][0] ?? 0) * Math.sqrt(8 / 2), 12)
    expect(statementExtremity(map)[7]).toBe(0)
  })
})

function filledIn(votes: Votes, leftOut: readonly number[]): number[][] {
  const table = votes.people.map((_, i) => {
    const row: (number | undefined)[] = votes.statements.map(() => undefined)
    for (let at = votes.starts[i] ?? 0; at < (votes.starts[i + 1] ?? 0); at++)
      row[votes.columns[at] ?? 0] = votes.values[at]
    return row
  })
  const means = votes.statements.map((_, j) => {
    const given = table.flatMap((row) => row[j] ?? [])
    return given.reduce((sum, value) => sum + value, 0) / Math.max(1, given.length)
  })
  return table.map((row) =>
    row.map((value, j) => (leftOut[j] === 1 || value === undefined ? 0 : value - (means[j] ?? 0))),
  )
}

function scatter(table: readonly (readonly number[])[]): number[][] {
  const size = table[0]?.length ?? 0
  return Array.from({ length: size }, (_, j) =>
    Array.from({ length: size }, (_, k) => table.reduce((sum, row) => sum + (row[j] ?? 0) * (row[k] ?? 0), 0)),
  )
}

/** All eigenvalues, largest first, by rotations (Jacobi 1846): nothing in common with Lanczos. */
function jacobi(matrix: number[][]): { values: number[]; total: number } {
  const n = matrix.length
  for (let sweep = 0; sweep < 60; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const [a, b, c] = [matrix[p]?.[p] ?? 0, matrix[p]?.[q] ?? 0, matrix[q]?.[q] ?? 0]
        if (Math.abs(b) < 1e-14) continue
        const angle = Math.atan2(2 * b, a - c) / 2
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
        for (const row of matrix)
          [row[p], row[q]] = [cos * (row[p] ?? 0) + sin * (row[q] ?? 0), cos * (row[q] ?? 0) - sin * (row[p] ?? 0)]
        const [one = [], other = []] = [matrix[p], matrix[q]]
        for (let k = 0; k < n; k++)
          [one[k], other[k]] = [
            cos * (one[k] ?? 0) + sin * (other[k] ?? 0),
            cos * (other[k] ?? 0) - sin * (one[k] ?? 0),
          ]
      }
  const values = matrix.map((row, j) => row[j] ?? 0).sort((one, other) => other - one)
  return { values, total: values.reduce((sum, value) => sum + value, 0) }
}

function along(table: readonly (readonly number[])[], map: OpinionMap | undefined, k: 0 | 1): number {
  return table.reduce((sum, row) => sum + row.reduce((s, value, j) => s + value * (map?.comps[k][j] ?? 0), 0) ** 2, 0)
}

function inner(one: Float64Array | undefined, other: Float64Array | undefined): number {
  return one?.reduce((sum, value, j) => sum + value * (other?.[j] ?? 0), 0) ?? Number.NaN
}

function takePeople(votes: Votes, chosen: Int32Array): Votes {
  const rows = [...chosen].map((i) => [votes.starts[i] ?? 0, votes.starts[i + 1] ?? 0] as const)
  const starts = new Int32Array(chosen.length + 1)
  for (const [n, [from, to]] of rows.entries()) starts[n + 1] = (starts[n] ?? 0) + to - from
  return {
    people: [...chosen.keys()].map(String),
    statements: votes.statements,
    starts,
    columns: Int32Array.from(rows.flatMap(([from, to]) => [...votes.columns.subarray(from, to)])),
    values: Int8Array.from(rows.flatMap(([from, to]) => [...votes.values.subarray(from, to)])),
  }
}
