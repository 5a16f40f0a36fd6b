import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../platform/text/days.ts'
import { byWeight, daysLate, namesIn, ownerNames, proposedDueDay } from './action.ts'
import { dueWords } from './zones/actions/due-words.ts'

const today = '2026-11-22'

describe('how late an action is', () => {
  test.each([
    ['2026-11-23', 'morgen'],
    ['2026-11-22', 'vandaag'],
    ['2026-11-21', '1 dag te laat'],
    ['2026-11-16', '6 dagen te laat'],
    ['2026-11-15', '1 week te laat'],
    ['2026-11-08', '2 weken te laat'],
    ['2026-11-27', 'vr 27 nov'],
  ])('due on %s: %s', (dueOn, words) => {
    expect(dueWords('nl', 'improvement', { state: 'open', dueOn }, today)).toBe(words)
  })

  test('what has ended is never late', () => {
    for (const state of ['done', 'adapted', 'stopped'] as const) {
      expect(daysLate({ state, dueOn: '2020-01-01' }, today)).toBe(0)
    }
    expect(daysLate({ state: 'open', dueOn: null }, today)).toBe(0)
  })
})

describe('when a new action is due', () => {
  test('is always in the coming week, on the weekday of the last session', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (ago) => {
        const last = addDays(today, -ago)
        const due = proposedDueDay(last, today)
        expect(daysBetween(today, due)).toBeGreaterThan(0)
        expect(daysBetween(today, due)).toBeLessThanOrEqual(7)
        expect(daysBetween(last, due) % 7).toBe(0)
      }),
    )
  })

  test('is a week away where there was no session', () => {
    expect(proposedDueDay(null, today)).toBe('2026-11-29')
  })
})

describe('who does it', () => {
  const team = [
    { id: 'b', name: 'Farida Amrani' },
    { id: 'a', name: 'Jan de Boer' },
  ]

  test('first names in the order of the team, then others', () => {
    expect(ownerNames({ ownerIds: ['a', 'b', 'gone'], ownerNames: ['Opa'] }, team)).toEqual(['Farida', 'Jan', 'Opa'])
  })

  test('names with commas between them, each once', () => {
    expect(namesIn(' Jan, Farida;Jan,, \n Opa ')).toEqual(['Jan', 'Farida', 'Opa'])
    expect(namesIn('')).toEqual([])
  })
})

test('what weighs most comes first, and what was not weighed last', () => {
  const action = (id: string, impact: number | null, feasibility: number | null) => ({ id, impact, feasibility })
  const ordered = byWeight([action('none', 5, null), action('low', 1, 2), action('high', 5, 4), action('same', 4, 5)])
  expect(ordered.map(({ id }) => id)).toEqual(['high', 'same', 'low', 'none'])
})
