import type { Votes } from '../votes/votes.ts'
import { leadingEigenvectors } from './leading-eigenvectors.ts'
import { type Moments, scatterOf } from './moments.ts'

/** Two directions in which people differ most, and how a person's votes become a place on them. */
export interface OpinionMap {
  /** By statement: the mean vote; 0 where it is left out. */
  readonly center: Float64Array
  /** Two vectors by statement, each of length 1, or of zeros where people differ in fewer directions. */
  readonly comps: readonly [Float64Array, Float64Array]
  /** The share of all differences that lies along each. */
  readonly explained: readonly [number, number]
}

export interface MapOptions {
  /** By statement, 1 where it is left out: it counts as a vote in the middle by everybody. */
  readonly leftOut: Uint8Array
  /** By person, how often the person counts; once where it is not given. */
  readonly weights?: Float64Array | undefined
  /** Where the search for directions begins, and how they are turned: as these. */
  readonly previous?: Pick<OpinionMap, 'comps'> | undefined
  /** Of the same votes, without weights: then the votes need not be gone through. */
  readonly moments?: Moments | undefined
  /** As `leadingEigenvectors` has it. */
  readonly precision?: number | undefined
}

/**
 * Principal components of the votes with the mean of a statement for the votes that are missing, two of them. With
 * means put in, a vote that is missing is at distance 0 from the mean: nothing but the votes themselves is visited.
 * Undefined where everybody votes alike.
 */
export function makeMap(
  votes: Votes,
  { leftOut, weights, previous, moments, precision }: MapOptions,
): OpinionMap | undefined {
  const size = votes.statements.length
  const center = meansOf(votes, leftOut, weights)
  const { total, multiply } =
    moments !== undefined
      ? scatterByPairs(scatterOf(moments, center, leftOut), size)
      : scatterByVotes(votes, center, leftOut, weights)
  if (!(total > 1e-9)) return undefined
  const start = previous?.comps
  const { values: sizes, vectors } = leadingEigenvectors(multiply, { size, count: 2, start, precision })
  const turned = [0, 1].map((k) => {
    const vector = (vectors[k] ?? new Float64Array(size)).map((part, j) => (leftOut[j] === 1 ? 0 : part))
    return turn(vector, previous?.comps[k])
  })
  return {
    center,
    comps: [turned[0] ?? new Float64Array(size), turned[1] ?? new Float64Array(size)],
    explained: [(sizes[0] ?? 0) / total, (sizes[1] ?? 0) / total],
  }
}

/** The scatter of votes around the means: its trace, and what it makes of a vector. */
interface Scatter {
  readonly total: number
  readonly multiply: (from: Float64Array, to: Float64Array) => void
}

function scatterByPairs(scatter: Float64Array, size: number): Scatter {
  let total = 0
  for (let j = 0; j < size; j++) total += scatter[j * size + j] ?? 0
  const multiply = (from: Float64Array, to: Float64Array) => {
    for (let j = 0; j < size; j++) {
      let sum = 0
      for (let k = 0; k < size; k++) sum += (scatter[j * size + k] ?? 0) * (from[k] ?? 0)
      to[j] = sum
    }
  }
  return { total, multiply }
}

function scatterByVotes(
  { people, statements, starts, columns, values }: Votes,
  center: Float64Array,
  leftOut: Uint8Array,
  weights: Float64Array | undefined,
): Scatter {
  const size = statements.length
  /** Length of a vote −1, 0 or 1 from the mean, by statement; 0 where it is left out. */
  const away = new Float64Array(3 * size)
  for (let j = 0; j < size; j++)
    for (let v = -1; v <= 1; v++) away[3 * j + v + 1] = leftOut[j] === 1 ? 0 : v - (center[j] ?? 0)
  const distances = new Float64Array(columns.length)
  let total = 0
  let pairs = 0
  for (let i = 0; i < people.length; i++) {
    const weight = weights?.[i] ?? 1
    const first = starts[i] ?? 0
    const end = starts[i + 1] ?? 0
    pairs += (end - first) ** 2
    for (let at = first; at < end; at++) {
      const distance = away[3 * (columns[at] ?? 0) + (values[at] ?? 0) + 1] ?? 0
      distances[at] = distance
      total += weight * distance * distance
    }
  }
  // Each step goes through all votes twice; all pairs at once cost as much as some 50 steps for people of 100 votes.
  if (size <= 1024 && pairs <= 100 * columns.length) {
    const scatter = new Float64Array(size * size)
    for (let i = 0; i < people.length; i++) {
      const first = starts[i] ?? 0
      const end = starts[i + 1] ?? 0
      for (let at = first; at < end; at++) {
        const row = (columns[at] ?? 0) * size
        const distance = (weights?.[i] ?? 1) * (distances[at] ?? 0)
        for (let other = first; other <= at; other++) {
          const cell = row + (columns[other] ?? 0)
          scatter[cell] = (scatter[cell] ?? 0) + distance * (distances[other] ?? 0)
        }
      }
    }
    // Statements rise within a person, so only the half below the diagonal was filled.
    for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) scatter[k * size + j] = scatter[j * size + k] ?? 0
    return scatterByPairs(scatter, size)
  }
  const multiply = (from: Float64Array, to: Float64Array) => {
    for (let i = 0; i < people.length; i++) {
      const first = starts[i] ?? 0
      const end = starts[i + 1] ?? 0
      let along = 0
      for (let at = first; at < end; at++) {
        const j = columns[at] ?? 0
        along += (distances[at] ?? 0) * (from[j] ?? 0)
      }
      along *= weights?.[i] ?? 1
      if (along === 0) continue
      for (let at = first; at < end; at++) {
        const j = columns[at] ?? 0
        to[j] = (to[j] ?? 0) + (distances[at] ?? 0) * along
      }
    }
  }
  return { total, multiply }
}

/**
 * Where people stand: their distances from the means along both directions, times √(statements / votes): who voted on few
 * statements would be near the middle for that reason alone. Statements that are left out count among the votes of
 * everybody, as in the published analyses, which tempers the correction.
 */
export function placePeople(
  votes: Votes,
  map: OpinionMap,
  leftOut: Uint8Array,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const { people, statements, starts, columns, values } = votes
  const [first, second] = map.comps
  const without = leftOut.reduce((count, out) => count + out, 0)
  const x = new Float64Array(people.length)
  const y = new Float64Array(people.length)
  for (let i = 0; i < people.length; i++) {
    let answered = without
    let alongFirst = 0
    let alongSecond = 0
    for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
      const j = columns[at] ?? 0
      if (leftOut[j] === 1) continue
      const away = (values[at] ?? 0) - (map.center[j] ?? 0)
      alongFirst += away * (first[j] ?? 0)
      alongSecond += away * (second[j] ?? 0)
      answered++
    }
    const stretch = Math.sqrt(statements.length / Math.max(1, answered))
    x[i] = alongFirst * stretch
    y[i] = alongSecond * stretch
  }
  return { x, y }
}

/**
 * How far out a statement is: where somebody would stand who agreed with it and voted on nothing else. By statement,
 * 0 where it is left out.
 */
export function statementExtremity(map: OpinionMap): Float64Array {
  const [first, second] = map.comps
  const stretch = Math.sqrt(map.center.length)
  return map.center.map((mean, j) => stretch * Math.abs(1 - mean) * Math.hypot(first[j] ?? 0, second[j] ?? 0))
}

function meansOf({ people, statements, starts, columns, values }: Votes, leftOut: Uint8Array, weights?: Float64Array) {
  const sums = new Float64Array(statements.length)
  const counts = new Float64Array(statements.length)
  for (let i = 0; i < people.length; i++) {
    const weight = weights === undefined ? 1 : (weights[i] ?? 0)
    for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) {
      const j = columns[at] ?? 0
      sums[j] = (sums[j] ?? 0) + weight * (values[at] ?? 0)
      counts[j] = (counts[j] ?? 0) + weight
    }
  }
  return sums.map((sum, j) => (leftOut[j] === 1 || !((counts[j] ?? 0) > 0) ? 0 : sum / (counts[j] ?? 1)))
}

/** Which way a direction points is arbitrary: as the previous one, or else with the largest part positive. */
function turn(vector: Float64Array, previous: Float64Array | undefined): Float64Array {
  let sign = 0
  if (previous !== undefined) for (let j = 0; j < vector.length; j++) sign += (vector[j] ?? 0) * (previous[j] ?? 0)
  if (sign === 0) {
    let largest = 0
    for (const part of vector) if (Math.abs(part) > largest * (1 + 1e-9)) [largest, sign] = [Math.abs(part), part]
  }
  return sign < 0 ? vector.map((part) => 0 - part) : vector
}
