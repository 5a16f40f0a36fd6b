import type { ReadProblem, ReadReason } from './problem.ts'

/** Of one kind the first hundred problems are kept. */
const most = 100

export interface ProblemList {
  add(problem: ReadProblem): void
  readonly count: number
  list(): readonly ReadProblem[]
}

export function problemList(): ProblemList {
  const kept: ReadProblem[] = []
  const counts = new Map<ReadReason, number>()
  return {
    add: (problem) => {
      const count = (counts.get(problem.reason) ?? 0) + 1
      counts.set(problem.reason, count)
      if (count <= most) kept.push(problem)
    },
    get count() {
      return kept.length
    },
    list: () => [
      ...kept,
      ...[...counts]
        .filter(([, count]) => count > most)
        .map(([of, count]): ReadProblem => ({ reason: 'more', of, count: count - most })),
    ],
  }
}
