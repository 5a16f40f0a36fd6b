import { meanOfPeople } from '@kantelpunt/intervals'
import type { BehaviourFigure, CountedBehaviour } from '../visits/behaviour-store.ts'
import { ownInstrument } from '../visits/own-instrument.ts'
import { type Figure, notMeasured } from './impact.ts'

const scores = ownInstrument.scale.map(({ score }) => score)
const scale = { lowest: Math.min(...scores), highest: Math.max(...scores) }

/**
 * What was seen in lessons in one half school year, by domain of our own instrument: the mean over teachers of their own
 * mean, so that nobody weighs more who was visited more. It was counted once, when the half year was over; null: none could be.
 */
export function behaviourFigures(counted: CountedBehaviour | null): readonly Figure[] {
  return ownInstrument.domains.map(({ id }) =>
    behaviourFigure(`domain-${id}`, counted, counted?.domains.get(id) ?? null),
  )
}

/** All domains together; `isOpen`: the first half of the year that is asked is not over yet. */
export function behaviourAll(counted: CountedBehaviour | null, isOpen = false): Figure {
  const figure = behaviourFigure('behaviour-all', counted, counted?.all ?? null)
  return counted === null && isOpen ? { ...figure, outcome: { ok: false, reason: 'half-open' } } : figure
}

function behaviourFigure(
  name: `domain-${string}` | 'behaviour-all',
  counted: CountedBehaviour | null,
  seen: BehaviourFigure | null,
): Figure {
  const figure = { name, unit: 'of-four' } as const
  if (counted === null || seen === null) return { ...figure, outcome: notMeasured }
  return { ...figure, outcome: meanOfPeople({ n: counted.teachers, ...seen }, scale) }
}
