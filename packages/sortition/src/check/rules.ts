import type { Pool } from '../pool/pool.ts'

/** What a panel has to keep besides its number of seats; each can be left out by itself, to find out which ones conflict. */
export type Rule =
  | { readonly kind: 'min'; readonly feature: number; readonly value: number }
  | { readonly kind: 'max'; readonly feature: number; readonly value: number }
  /** By place in the pool's limits. */
  | { readonly kind: 'limit'; readonly limit: number }
  /** Places of people who are alike and on every panel. */
  | { readonly kind: 'selected'; readonly people: readonly number[] }
  /** The same, on none. */
  | { readonly kind: 'excluded'; readonly people: readonly number[] }

/** People who are alike in all that counts. */
export interface Group {
  readonly people: readonly number[]
  readonly answers: readonly number[]
  readonly limits: readonly number[]
  readonly set: 'free' | 'selected' | 'excluded'
}

export function groupsOf(pool: Pool): readonly Group[] {
  const limitsOf = new Map<number, number[]>()
  for (const [k, { people }] of pool.limits.entries())
    for (const person of people) {
      const limits = limitsOf.get(person)
      if (limits === undefined) limitsOf.set(person, [k])
      else limits.push(k)
    }
  const setOf = new Map<number, Group['set']>()
  for (const person of pool.selected) setOf.set(person, 'selected')
  for (const person of pool.excluded) setOf.set(person, 'excluded')
  const groups = new Map<string, Group & { readonly people: number[] }>()
  for (const [person, { answers }] of pool.people.entries()) {
    const limits = limitsOf.get(person) ?? []
    const set = setOf.get(person) ?? 'free'
    const key = `${answers.join()} ${limits.join()} ${set}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { people: [person], answers, limits, set })
    else group.people.push(person)
  }
  return [...groups.values()]
}

/**
 * All rules that can be broken at all. Those that are better left out of an explanation stand first: what conflicts without them
 * is told without them.
 */
export function rulesOf(pool: Pool, groups: readonly Group[]): readonly Rule[] {
  const limits = pool.limits.map((_, limit): Rule => ({ kind: 'limit', limit }))
  const lists = (['excluded', 'selected'] as const).flatMap((kind) =>
    groups.filter(({ set }) => set === kind).map(({ people }): Rule => ({ kind, people })),
  )
  const quotas = pool.features.flatMap(({ values }, feature) =>
    values.flatMap(({ min, max }, value): Rule[] => [
      ...(max < pool.seats ? [{ kind: 'max' as const, feature, value }] : []),
      ...(min > 0 ? [{ kind: 'min' as const, feature, value }] : []),
    ]),
  )
  return [...limits, ...lists, ...quotas]
}
