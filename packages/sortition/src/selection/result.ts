import type { Certificate } from '../certificate/certificate.ts'
import { statisticsOf } from '../explain/statistics.ts'
import type { Pool } from '../pool/pool.ts'
import type { Algorithm, Selection } from './selection.ts'

/** A selection as it is published: JSON in which people are called by their ids. */
export interface PanelResult {
  readonly algorithm: Algorithm
  readonly seats: number
  /** How many people there are. */
  readonly pool: number
  readonly panels: readonly { readonly members: readonly string[]; readonly probability: number }[]
  readonly probabilities: Readonly<Record<string, number>>
  readonly statistics: {
    readonly min: number
    readonly max: number
    readonly gini: number
    readonly geometricMean: number
  }
  readonly certificate: Certificate
  readonly seconds: number
}

/** What `panel select` writes and `verifyResult` reads. */
export function resultOf(pool: Pool, selection: Selection, seconds: number): PanelResult {
  const idOf = (place: number) => pool.people[place]?.id ?? ''
  const { min, max, gini, geometricMean } = statisticsOf(selection.probabilities)
  return {
    algorithm: selection.algorithm,
    seats: pool.seats,
    pool: pool.people.length,
    panels: selection.panels.map(({ members, probability }) => ({ members: members.map(idOf), probability })),
    // An own property for every id, also for one that is called __proto__.
    probabilities: Object.fromEntries(pool.people.map(({ id }, place) => [id, selection.probabilities[place] ?? 0])),
    statistics: { min, max, gini, geometricMean },
    certificate: selection.certificate,
    seconds,
  }
}
