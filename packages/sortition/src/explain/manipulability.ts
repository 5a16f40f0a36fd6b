import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import { selectPanels } from '../selection/select-panels.ts'
import type { Algorithm, SelectOptions } from '../selection/selection.ts'

export interface Manipulability {
  readonly algorithm: Algorithm
  /** The most that anybody could raise his or her own chance by one untrue answer, in probability; 0 where nobody can. */
  readonly worst: number
  /** What the best untrue answer of a person raises the chance by, on average over all people. */
  readonly mean: number
  /** How many untrue answers were tried, of how many there are; where not all were, the figures are what was found so far. */
  readonly tried: number
  readonly all: number
  /** After how many of them no panel was left, so that the organiser would have asked questions. */
  readonly impossible: number
}

export interface ManipulabilityOptions {
  readonly algorithm: Algorithm
  /** For each selection anew; the same numbers give the same figures. */
  readonly random: () => () => number
  /** Milliseconds. */
  readonly clock: () => number
  /** Milliseconds for everything together; one selection may take a tenth of it. */
  readonly timeLimit: number
  readonly gap: number
}

/**
 * How much somebody could gain by giving one untrue answer, all else equal: for every kind of person, every feature and every
 * other value the panels are selected again (the first kind of manipulation in Flanigan, Liang, Procaccia, Wang,
 * Manipulation-robust selection of citizens' assemblies, AAAI 2024; there by copies in the pool too, here of one person in
 * the pool that there is). People who are alike in all answers and limits are tried once. For pools of up to a few hundred.
 */
export function manipulability(solver: Solver, pool: Pool, options: ManipulabilityOptions): Manipulability {
  const { algorithm, random, clock, timeLimit, gap } = options
  const begin = clock()
  const select = (of: Pool) => {
    const asked: SelectOptions = { algorithm, random: random(), clock, timeLimit: timeLimit / 10, gap }
    return selectPanels(solver, of, asked)
  }
  const kinds = kindsOf(pool)
  const all = kinds.length * pool.features.reduce((sum, { values }) => sum + values.length - 1, 0)
  const honest = select(pool)
  let [worst, total, people, tried, impossible] = [0, 0, 0, 0, 0]
  if (!honest.ok) return { algorithm, worst, mean: 0, tried, all, impossible }
  for (const kind of kinds) {
    const [place = 0] = kind
    let best = 0
    let isWhole = true
    for (const changed of untrueAnswers(pool, place)) {
      if (clock() - begin > timeLimit) {
        isWhole = false
        break
      }
      tried += 1
      const answer = select(changed)
      if (answer.ok) {
        const gain = (answer.selection.probabilities[place] ?? 0) - (honest.selection.probabilities[place] ?? 0)
        best = Math.max(best, gain)
      } else if (answer.reason === 'infeasible') impossible += 1
    }
    worst = Math.max(worst, best)
    if (isWhole) {
      total += best * kind.length
      people += kind.length
    }
  }
  return { algorithm, worst, mean: people === 0 ? 0 : total / people, tried, all, impossible }
}

/** People who are alike in all answers and have no limit; everyone else apart. Who is already settled can't gain. */
function kindsOf(pool: Pool): readonly (readonly number[])[] {
  const limited = new Set(pool.limits.flatMap(({ people }) => people))
  const settled = new Set([...pool.selected, ...pool.excluded])
  const kinds = new Map<string, number[]>()
  pool.people.forEach(({ answers }, place) => {
    if (settled.has(place)) return
    const key = limited.has(place) ? `at ${place}` : answers.join()
    const kind = kinds.get(key)
    if (kind === undefined) kinds.set(key, [place])
    else kind.push(place)
  })
  return [...kinds.values()]
}

function* untrueAnswers(pool: Pool, place: number): Generator<Pool> {
  for (const [feature, { values }] of pool.features.entries()) {
    for (const value of values.keys()) {
      if (pool.people[place]?.answers[feature] === value) continue
      const people = pool.people.map((person, at) =>
        at === place ? { ...person, answers: person.answers.with(feature, value) } : person,
      )
      yield { ...pool, people }
    }
  }
}
