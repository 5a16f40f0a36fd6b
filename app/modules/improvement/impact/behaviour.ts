import { meanOfScale } from '@kantelpunt/intervals'
import { ownInstrument, ownInstrumentKey } from '../visits/own-instrument.ts'
import { type Figure, notMeasured } from './impact.ts'

/** A score of a visit that its receiver agreed to count, without a name: see `visits/counted-scores-store.ts`. */
export interface CountedScore {
  readonly teacher: string
  readonly instrument: string
  readonly indicator: string
  /** `2026-11`. */
  readonly month: string
  readonly score: number
}

const scores = ownInstrument.scale.map(({ score }) => score)
const scale = { lowest: Math.min(...scores), highest: Math.max(...scores) }

/**
 * What is seen in lessons, by domain of our own instrument: the mean over teachers of their own mean, so that nobody
 * weighs more who was visited more. Five teachers at least. Other instruments have other scales and are left out.
 */
export function behaviourFigures(counted: readonly CountedScore[]): readonly Figure[] {
  return ownInstrument.domains.map(({ id, indicators }) =>
    behaviourFigure(
      `domain-${id}`,
      counted,
      indicators.map((indicator) => indicator.id),
    ),
  )
}

/** All domains together. */
export function behaviourAll(counted: readonly CountedScore[]): Figure {
  const asked = ownInstrument.domains.flatMap(({ indicators }) => indicators.map(({ id }) => id))
  return behaviourFigure('behaviour-all', counted, asked)
}

function behaviourFigure(
  name: `domain-${string}` | 'behaviour-all',
  counted: readonly CountedScore[],
  asked: readonly string[],
): Figure {
  const figure = { name, unit: 'of-four' } as const
  const own = counted.filter((each) => each.instrument === ownInstrumentKey && asked.includes(each.indicator))
  const byTeacher = [...Map.groupBy(own, ({ teacher }) => teacher).values()]
  if (byTeacher.length === 0) return { ...figure, outcome: notMeasured }
  const means = byTeacher.map((list) => list.reduce((sum, { score }) => sum + score, 0) / list.length)
  return { ...figure, outcome: meanOfScale(means, scale) }
}
