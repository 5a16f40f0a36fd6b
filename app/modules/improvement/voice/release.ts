import {
  decideOpenAnswers,
  flatDimension,
  protectTables,
  type Solver,
  tableOf,
  usualRule,
} from '@kantelpunt/disclosure'
import { fewestAnswers, type Range, tellCounts } from './range.ts'
import { type Answer, type Question, stepsOf } from './round.ts'

/** What may be seen of one question: of the whole group, or of one subgroup. */
export interface View {
  readonly question: number
  /** Place of the subgroup; null for the whole group. */
  readonly subgroup: number | null
  /** How many answered this question. */
  readonly n: number
  /** By step but the last: about how many chose this step or a better one. */
  readonly cuts: readonly Range[]
}

export interface Release {
  readonly answered: number
  readonly views: readonly View[]
  /** Open answers in an order that tells nothing, where there are enough of them. */
  readonly words: readonly { readonly question: number; readonly words: string }[]
}

/**
 * Decides once what of a round may ever be seen. Which views there are follows from numbers of answers alone, never from
 * what was answered: who knows every rule here, and who took part, learns nothing from what is missing.
 * `randomBelow` must be one that can't be foretold.
 */
export function releaseOf(
  questions: readonly Question[],
  subgroupNames: readonly string[],
  answers: readonly Answer[],
  { solver, randomBelow }: { readonly solver: Solver; readonly randomBelow: (limit: number) => number },
): Release {
  const views: View[] = []
  const words: { readonly question: number; readonly words: string }[] = []
  for (const [question, { kind }] of questions.entries()) {
    if (kind === 'words') {
      const given = answers.flatMap((answer) => textOf(answer.given[question]))
      const { apart } = decideOpenAnswers([{ name: 'whole', people: given.length }])
      if (apart.length > 0) words.push(...shuffled(given, randomBelow).map((text) => ({ question, words: text })))
      continue
    }
    const steps = stepsOf(kind)
    const chosen = answers.flatMap(({ subgroup, given }) => {
      const step = given[question]
      return typeof step === 'number' ? [{ subgroup, step }] : []
    })
    const view = (subgroup: number | null, of: readonly { readonly step: number }[]): View => {
      const n = of.length
      const upTo = Array.from({ length: steps - 1 }, (_, cut) => of.filter(({ step }) => step <= cut).length)
      return { question, subgroup, n, cuts: tellCounts(upTo, n, randomBelow) }
    }
    if (chosen.length < fewestAnswers) continue
    views.push(view(null, chosen))
    const bySubgroup = subgroupNames.map((_, place) => chosen.filter(({ subgroup }) => subgroup === place))
    for (const place of shownSubgroups(solver, subgroupNames, chosen.length, bySubgroup)) {
      views.push(view(place, bySubgroup[place] ?? []))
    }
  }
  return { answered: answers.length, views, words }
}

/**
 * The subgroups that may stand beside the whole: of five or more, and none that lets a smaller one be found by taking away.
 * Who chose no subgroup is a subgroup that nobody sees, and may be what is left.
 */
function shownSubgroups(
  solver: Solver,
  names: readonly string[],
  total: number,
  bySubgroup: readonly (readonly unknown[])[],
): readonly number[] {
  if (names.length === 0) return []
  const sizes = bySubgroup.map((group) => group.length)
  const rest = total - sizes.reduce((sum, size) => sum + size, 0)
  const dimension = flatDimension('subgroup', [...names.map((_, place) => String(place)), 'none'])
  const table = tableOf([dimension], ([place = 0]) => sizes[place] ?? rest)
  // The whole group stays, and the numbers decide alone: no time limit can make the answer another one.
  const answer = protectTables(solver, [table], { ...usualRule, keep: 'total' }, { clock: () => 0, timeLimit: 1 })
  if (!answer.ok) return []
  return sizes.flatMap((size, place) => (size >= fewestAnswers && answer.suppressed[0]?.[place] === 0 ? [place] : []))
}

function textOf(given: unknown): readonly string[] {
  return typeof given === 'string' && given.trim() !== '' ? [given.trim()] : []
}

/** Fisher and Yates, so that every order is equally likely. */
function shuffled<T>(list: readonly T[], randomBelow: (limit: number) => number): readonly T[] {
  const out = [...list]
  for (let left = out.length - 1; left > 0; left--) {
    const other = randomBelow(left + 1)
    const [a, b] = [out[left], out[other]]
    if (a === undefined || b === undefined) continue
    out[left] = b
    out[other] = a
  }
  return out
}
