import type { Pool } from './pool.ts'

/** The values of all features in one row: a cell each, with its quota, and for each person the cells he or she counts in. */
export interface QuotaCells {
  readonly count: number
  readonly min: Int32Array
  readonly max: Int32Array
  /** By cell, the places of its feature and of its value there. */
  readonly names: readonly { readonly feature: number; readonly value: number }[]
  /** By place of person, one cell a feature. */
  readonly of: readonly Int32Array[]
  /** By place of person, the places of the limits that he or she counts for. */
  readonly limitsOf: readonly (readonly number[])[]
}

export function quotaCells({ features, people, limits }: Pool): QuotaCells {
  const offsets: number[] = []
  const names = features.flatMap(({ values }, feature) => {
    offsets.push(features.slice(0, feature).reduce((sum, each) => sum + each.values.length, 0))
    return values.map((_, value) => ({ feature, value }))
  })
  const quotas = features.flatMap(({ values }) => values)
  const limitsOf: number[][] = people.map(() => [])
  limits.forEach((limit, at) => {
    for (const person of limit.people) limitsOf[person]?.push(at)
  })
  return {
    count: names.length,
    min: Int32Array.from(quotas, ({ min }) => min),
    max: Int32Array.from(quotas, ({ max }) => max),
    names,
    of: people.map(({ answers }) => Int32Array.from(answers, (value, feature) => (offsets[feature] ?? 0) + value)),
    limitsOf,
  }
}
