import type { Expected, Problem } from './problem.ts'

/** So many are described; the rest is counted. */
const described = 100

/** Gathers what is wrong with a file. */
export interface Problems {
  readonly all: readonly Problem[]
  readonly count: number
  add(problem: Problem): void
  expected(at: string, what: Expected): void
}

export function gatherProblems(): Problems {
  const all: Problem[] = []
  let count = 0
  const add = (problem: Problem) => {
    count++
    if (all.length < described) all.push(problem)
  }
  return {
    all,
    get count() {
      return count
    },
    add,
    expected: (at, what) => add({ kind: 'expected', at, what }),
  }
}

export type Fields = Readonly<Record<string, unknown>>

/** The fields of an object with no others than these, or undefined. */
export function fieldsOf(value: unknown, at: string, known: readonly string[], problems: Problems): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.expected(at, 'an object')
    return undefined
  }
  for (const field in value) if (!known.includes(field)) problems.add({ kind: 'unknown-field', at, field })
  // An object that is no list has fields; what is in them is not known.
  return value as Fields
}

/** A list; an empty one where there is none. */
export function listOf(value: unknown, at: string, problems: Problems): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value !== undefined) problems.expected(at, 'a list')
  return []
}

/** Whole and ≥ 0; 0 where it is not. */
export function wholeNumber(value: unknown, at: string, problems: Problems): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31) return value
  problems.expected(at, 'a whole number of 0 or more')
  return 0
}
