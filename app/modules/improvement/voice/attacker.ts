import type { Range } from './range.ts'

/** A view as somebody sees it who also knows who is in it. */
export interface SeenView {
  readonly members: ReadonlySet<number>
  readonly cuts: readonly Range[]
}

/** How likely a range is to be told of a count out of n. */
export type Likelihood = (range: Range, count: number, n: number) => number

interface Attack {
  readonly views: readonly SeenView[]
  readonly steps: number
  /** Answers that the attacker knows or gave: pupil → step. */
  readonly known: ReadonlyMap<number, number>
  readonly likelihood: Likelihood
  readonly draw: (limit: number) => number
  readonly tries: number
}

/** By pupil whose answer is not known: how likely each step is after all that was seen. */
export type Belief = ReadonlyMap<number, readonly number[]>

/** Pupils who are in the same views can't be told apart: only how many of them chose which step. */
interface Kind {
  readonly pupils: readonly number[]
  readonly views: readonly number[]
  readonly chose: number[]
  readonly sum: number[]
}

/**
 * The attacker of the tests: lays any number of views of one question side by side, knows who is in each and how
 * everything is told, believes that everybody answers alike every time, and may know some answers. Says by Bayes' rule how
 * likely each answer of each pupil is (before: any share of the class is as likely as any other), by a walk over the ways
 * in which all may have answered (Metropolis). Uses nothing of the release but what is published.
 */
export function believe({ views, steps, known, likelihood, draw, tries }: Attack): Belief {
  const kinds = kindsOf(views, known, steps)
  /** By view and cut: how many are up to it now. */
  const counts = views.map(({ members, cuts }, view) =>
    cuts.map((_, cut) => {
      const fromKnown = [...known].filter(([pupil, step]) => members.has(pupil) && step <= cut).length
      const fromKinds = kinds.filter((kind) => kind.views.includes(view)).map((kind) => upTo(kind, cut))
      return fromKinds.reduce((sum, count) => sum + count, fromKnown)
    }),
  )
  const all = Array.from({ length: steps }, (_, at) => kinds.reduce((sum, { chose }) => sum + (chose[at] ?? 0), 0))
  const sizes = views.map(({ members }) => members.size)
  const people = kinds.flatMap((kind) => kind.pupils.map(() => kind))
  const early = tries / 10
  for (let attempt = 0; attempt < tries; attempt++) {
    const kind = people[draw(people.length)]
    if (kind === undefined) break
    const from = pick(kind, draw(kind.pupils.length))
    const to = draw(steps)
    const by = to < from ? 1 : -1
    // Any share is as likely beforehand, and so is any order within it: moving one changes only these two.
    let odds = from === to ? 1 : ((all[to] ?? 0) + 1) / (all[from] ?? 1)
    for (const view of kind.views) {
      for (let cut = Math.min(from, to); cut < Math.max(from, to) && odds > 0; cut++) {
        const range = views[view]?.cuts[cut]
        const count = counts[view]?.[cut] ?? 0
        const n = sizes[view] ?? 0
        if (range === undefined) continue
        const was = likelihood(range, count, n)
        const is = likelihood(range, count + by, n)
        odds = was === 0 ? (is === 0 ? odds : 1e9) : (odds * is) / was
      }
    }
    if (from !== to && draw(1_000_000) < odds * 1_000_000) {
      add(kind.chose, from, -1)
      add(kind.chose, to, 1)
      add(all, from, -1)
      add(all, to, 1)
      for (const view of kind.views)
        for (let cut = Math.min(from, to); cut < Math.max(from, to); cut++) add(counts[view] ?? [], cut, by)
    }
    if (attempt >= early && attempt % 4 === 0)
      for (const each of kinds) for (const [at, count] of each.chose.entries()) add(each.sum, at, count)
  }
  return new Map(
    kinds.flatMap(({ pupils, sum }) => {
      const total = sum.reduce((all, each) => all + each, 0)
      return pupils.map((pupil): [number, readonly number[]] => [pupil, sum.map((each) => each / total)])
    }),
  )
}

function kindsOf(views: readonly SeenView[], known: ReadonlyMap<number, number>, steps: number): readonly Kind[] {
  const pupils = [...new Set(views.flatMap(({ members }) => [...members]))].filter((pupil) => !known.has(pupil))
  const byViews = Map.groupBy(pupils, (pupil) =>
    views.flatMap(({ members }, view) => (members.has(pupil) ? [view] : [])).join(),
  )
  return [...byViews.values()].map((alike) => ({
    pupils: alike,
    views: views.flatMap(({ members }, view) => (members.has(alike[0] ?? -1) ? [view] : [])),
    // Spread evenly, to begin with.
    chose: Array.from({ length: steps }, (_, at) => alike.filter((_, place) => place % steps === at).length),
    sum: Array.from({ length: steps }, () => 0),
  }))
}

/** The step of one of a kind, each as likely as the others. */
function pick({ chose }: Kind, one: number): number {
  let left = one
  for (const [step, count] of chose.entries()) {
    if (left < count) return step
    left -= count
  }
  return chose.length - 1
}

function upTo({ chose }: Kind, cut: number): number {
  return chose.slice(0, cut + 1).reduce((sum, count) => sum + count, 0)
}

function add(list: number[], at: number, by: number): void {
  list[at] = (list[at] ?? 0) + by
}
