import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import { type Conflict, conflictOf } from './conflict.ts'
import { openPanelModel, type PanelModel } from './panel-model.ts'
import { type Relaxation, relax } from './relaxation.ts'
import { type Group, groupsOf, type Rule, rulesOf } from './rules.ts'

export interface CheckOptions {
  /** Milliseconds, from any beginning. */
  readonly clock: () => number
  /** Milliseconds after which it answers with what it knows by then. */
  readonly timeLimit: number
}

export type PoolCheck =
  | {
      readonly outcome: 'feasible'
      /** Places of people, ascending: one panel that keeps all. */
      readonly panel: readonly number[]
      readonly impossible: readonly ImpossiblePeople[]
      /** Places of people of whom the time did not suffice to say whether any panel has them. */
      readonly unknown: readonly number[]
    }
  | {
      readonly outcome: 'infeasible'
      readonly conflict: Conflict
      /** 'none' where no change of quotas helps: limits and lists alone conflict. */
      readonly relaxation: Relaxation | 'none' | 'no-time'
    }
  | { readonly outcome: 'no-time' }

/** People whom no panel has, all for the same reason; that is left out where the time did not suffice to find it. */
export interface ImpossiblePeople {
  readonly people: readonly number[]
  readonly because: Conflict | undefined
}

/** Whether a panel exists, and for whom none does; else which rules conflict and the least that would have to change. */
export function checkPool(solver: Solver, pool: Pool, { clock, timeLimit }: CheckOptions): PoolCheck {
  const end = clock() + timeLimit
  const secondsLeft = () => (end - clock()) / 1000
  const groups = groupsOf(pool)
  const rules = rulesOf(pool, groups)
  const model = openPanelModel(solver, pool, groups)
  try {
    const first = model.find({ rules, seconds: secondsLeft() })
    if (first === 'no-time') return { outcome: 'no-time' }
    if (first === 'none') {
      const relaxation = relax(solver, pool, groups, secondsLeft() / 2)
      return { outcome: 'infeasible', conflict: conflictOf(model, rules, undefined, secondsLeft), relaxation }
    }
    const { impossible, unknown } = coverage(model, groups, rules, first, secondsLeft)
    const panel = groups.flatMap(({ people }, g) => people.slice(0, first[g] ?? 0)).toSorted((a, b) => a - b)
    return { outcome: 'feasible', panel, impossible: reasonsOf(model, groups, rules, impossible, secondsLeft), unknown }
  } finally {
    model[Symbol.dispose]()
  }
}

/**
 * Which groups no panel has. Each programme asks for a panel with as many as possible of those not yet seen, so that one covers
 * many, with everyone who can take the place of one of its members; the last one, which finds nobody, proves it of all who
 * remain.
 */
function coverage(
  model: PanelModel,
  groups: readonly Group[],
  rules: readonly Rule[],
  first: Int32Array,
  secondsLeft: () => number,
): { readonly impossible: readonly number[]; readonly unknown: readonly number[] } {
  const unseen = new Set([...groups.keys()].filter((g) => groups[g]?.set !== 'excluded'))
  const excluded = [...groups.keys()].filter((g) => groups[g]?.set === 'excluded')
  for (let panel: ReturnType<PanelModel['find']> = first; typeof panel !== 'string'; ) {
    for (const g of unseen) if ((panel[g] ?? 0) > 0) unseen.delete(g)
    for (const g of model.exchangeable(panel, unseen)) unseen.delete(g)
    if (unseen.size === 0) break
    panel = secondsLeft() > 0 ? model.find({ rules, wish: unseen, seconds: secondsLeft() }) : 'no-time'
    if (panel === 'no-time')
      return { impossible: excluded, unknown: [...unseen].flatMap((g) => groups[g]?.people ?? []) }
  }
  return { impossible: [...unseen, ...excluded].toSorted((a, b) => a - b), unknown: [] }
}

/** Who shares a reason is named together: what rules out one is tried on the next. */
function reasonsOf(
  model: PanelModel,
  groups: readonly Group[],
  rules: readonly Rule[],
  impossible: readonly number[],
  secondsLeft: () => number,
): readonly ImpossiblePeople[] {
  const found: { readonly because: Conflict | undefined; readonly people: number[] }[] = []
  const add = (because: Conflict | undefined, people: readonly number[]) => {
    const same = found.find((each) => each.because === because)
    if (same === undefined) found.push({ because, people: [...people] })
    else same.people.push(...people)
  }
  const recent: Conflict[] = []
  for (const must of impossible) {
    const { people, set } = groups[must] ?? { people: [], set: 'free' }
    const own: Rule = { kind: 'excluded', people }
    const holds = ({ rules: some }: Conflict) =>
      secondsLeft() > 0 && model.find({ rules: some, must, seconds: Math.min(1, secondsLeft()) }) === 'none'
    if (set === 'excluded') add({ rules: [own], minimal: true }, people)
    else if (secondsLeft() <= 0) add(undefined, people)
    else {
      const known = recent.find(holds)
      const because = known ?? conflictOf(model, rules, must, secondsLeft)
      // A few of those found last: people who are alike in what rules them out often stand together.
      if (known === undefined) recent.unshift(because)
      if (recent.length > 12) recent.pop()
      add(because, people)
    }
  }
  return found.map(({ because, people }) => ({ because, people: people.toSorted((a, b) => a - b) }))
}
