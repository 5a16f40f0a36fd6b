import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import { quotaCells } from '../pool/quota-cells.ts'
import { addTo, quotaLoss } from './quota-loss.ts'
import { openReplacement } from './replacement-programme.ts'

export interface Replacement {
  /** Places of alternates who come on the panel, ascending. */
  readonly chosen: readonly number[]
  /** The panel as it then is, ascending. */
  readonly panel: readonly number[]
  /** Missing and too many people over all values, plus empty seats; `before` without any alternate. */
  readonly loss: number
  readonly before: number
  readonly emptySeats: number
  /** The values whose quota is not kept. */
  readonly short: readonly Short[]
  /** Nothing better exists with these alternates: the integer programme has ended. */
  readonly proven: boolean
}

export interface Short {
  readonly feature: string
  readonly value: string
  readonly count: number
  readonly min: number
  readonly max: number
}

export interface ReplaceOptions {
  /** All are places of people. */
  readonly panel: readonly number[]
  readonly droppedOut: readonly number[]
  readonly alternates: readonly number[]
  /** Uniform on [0, 1): decides between choices that are as good, so that who is as useful is as likely. */
  readonly random: () => number
  /** Seconds for each of two integer programmes (10). */
  readonly seconds?: number
}

/**
 * Chooses from the alternates those who bring the panel back to its quotas best: an integer programme over who comes, first
 * for the least loss, and then, of all choices with that loss, the one with the smallest sum of random numbers. Limits (one
 * per address) hold between those who stay and those who come. Alternates who dropped out themselves don't come.
 */
export function replaceDropouts(solver: Solver, pool: Pool, options: ReplaceOptions): Replacement {
  const gone = new Set(options.droppedOut)
  const stays = options.panel.filter((person) => !gone.has(person))
  const there = new Set(stays)
  const excluded = new Set(pool.excluded)
  const candidates = options.alternates.filter(
    (person) => !gone.has(person) && !there.has(person) && !excluded.has(person),
  )
  const cells = quotaCells(pool)
  const counts = new Int32Array(cells.count)
  for (const person of stays) addTo(counts, cells.of[person] ?? new Int32Array(), 1)
  const open = Math.max(0, pool.seats - stays.length)
  const before = quotaLoss(cells, counts, open)
  const { chosen, proven } = choose(solver, pool, { stays, candidates, open, counts }, options)
  for (const person of chosen) addTo(counts, cells.of[person] ?? new Int32Array(), 1)
  return {
    chosen,
    panel: [...stays, ...chosen].sort((one, other) => one - other),
    loss: quotaLoss(cells, counts, open - chosen.length),
    before,
    emptySeats: open - chosen.length,
    short: cells.names.flatMap(({ feature, value }, cell) => {
      const [count, min, max] = [counts[cell] ?? 0, cells.min[cell] ?? 0, cells.max[cell] ?? 0]
      if (count >= min && count <= max) return []
      const { name, values } = pool.features[feature] ?? { name: '', values: [] }
      return [{ feature: name, value: values[value]?.name ?? '', count, min, max }]
    }),
    proven,
  }
}

interface Situation {
  readonly stays: readonly number[]
  readonly candidates: readonly number[]
  readonly open: number
  readonly counts: Int32Array
}

function choose(
  solver: Solver,
  pool: Pool,
  situation: Situation,
  { random, seconds = 10 }: ReplaceOptions,
): { readonly chosen: readonly number[]; readonly proven: boolean } {
  // Drawn for all, in the order given, so that the same numbers go to the same people.
  const lots = situation.candidates.map(() => random())
  if (situation.open === 0 || situation.candidates.length === 0) return { chosen: [], proven: true }
  using programme = openReplacement(solver, pool, situation)
  const first = programme.least(seconds)
  const second = programme.withLoss(first.loss, lots, seconds)
  const places = second?.chosen ?? first.chosen
  return {
    chosen: places.map((place) => situation.candidates[place] ?? 0).sort((one, other) => one - other),
    proven: first.proven && (second?.proven ?? false),
  }
}
