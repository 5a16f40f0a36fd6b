import type { Estimate, Interval, TooFew } from '@kantelpunt/intervals'
import type { Condition } from './culture-scan.ts'

/** The five layers, from what people do to what pupils reach. The order is that of the page, not of worth. */
export const layers = ['execution', 'enthusiasm', 'culture', 'behaviour', 'results'] as const
export type LayerName = (typeof layers)[number]

export const instruments = ['sessions', 'visits', 'designs'] as const
export type Instrument = (typeof instruments)[number]

export type FigureName =
  | Instrument
  | 'pulse'
  | 'pulse-change'
  | Condition
  | 'culture-all'
  | 'culture-change'
  | 'agreement'
  | `domain-${string}`
  | 'behaviour-all'
  | 'reached'
  | 'nearer'

/** In what a figure is: times a month, a mean on a scale, a share of all, points more, or agreement (1 is all alike). */
export type FigureUnit = 'per-month' | 'of-five' | 'of-four' | 'share' | 'points' | 'agreement'

/** `not-measured`: nobody has begun with it. `still-open`: it can be seen when the questions are closed; `half-open`:
 * when the half school year is over. */
export type Absent =
  | TooFew
  | { readonly ok: false; readonly reason: 'not-measured' | 'half-open' }
  | { readonly ok: false; readonly reason: 'still-open'; readonly n: number }

/** The interval is null where it would not hold as often as it says: too few weeks, or goals of too few teams. */
export interface Shown extends Omit<Estimate, 'interval'> {
  readonly interval: Interval | null
}

export type FigureOutcome = Shown | Absent

/** The one form in which everything of the five layers is told. */
export interface Figure {
  readonly name: FigureName
  /** What it is of where the name alone doesn't say: a team. */
  readonly of?: string
  readonly unit: FigureUnit
  readonly outcome: FigureOutcome
  /** What schools in rhythm do; a mark to hold it against, not a norm. */
  readonly reference?: number
  /** Of how many teams, where weeks, goals or answers of teams were counted. */
  readonly teams?: number
  /** Of a change: how many answered then and now. */
  readonly both?: readonly [before: number, after: number]
}

export interface Layer {
  readonly name: LayerName
  readonly figures: readonly Figure[]
}

/** Where the picture of a figure begins and ends. */
export function rangeOf(unit: FigureUnit): readonly [low: number, high: number] {
  switch (unit) {
    case 'per-month':
      return [0, 6]
    case 'of-five':
      return [1, 5]
    case 'of-four':
      return [1, 4]
    case 'share':
      return [0, 1]
    case 'points':
      return [-2, 2]
    case 'agreement':
      return [-1, 1]
  }
}

export const notMeasured = { ok: false, reason: 'not-measured' } as const
