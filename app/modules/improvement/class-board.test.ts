import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/text/days.ts'
import { endFault, latestEnd } from './class-board.ts'

const today = '2026-11-22'
const period = (startsOn: string, endsOn: string) => ({ startsOn, endsOn })

describe('the last day of a class board', () => {
  test('is the end of the period', () => {
    expect(latestEnd(today, [period('2026-10-26', '2026-12-18')])).toBe('2026-12-18')
  })

  test('is the end of the next period where this one is nearly over', () => {
    expect(latestEnd(today, [period('2026-10-26', '2026-11-27'), period('2026-11-30', '2027-01-22')])).toBe(
      '2027-01-22',
    )
  })

  test('is ten weeks away where no period says otherwise', () => {
    expect(latestEnd(today, [])).toBe('2027-01-31')
    expect(latestEnd(today, [period('2026-09-01', '2026-11-01'), period('2027-01-01', '2027-06-01')])).toBe(
      '2027-01-31',
    )
  })

  test('is never in the past and never more than ten weeks away', () => {
    const span = fc
      .tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 60 }))
      .map(([from, days]) => period(addDays(today, from), addDays(today, from + days)))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (periods) => {
        const latest = latestEnd(today, periods)
        expect(endFault(latest, today, latest)).toBeNull()
        expect(latest <= addDays(today, 70)).toBe(true)
      }),
    )
  })
})

test.each([
  ['2026-11-21', 'in-the-past'],
  ['2026-11-22', null],
  ['2026-12-18', null],
  ['2026-12-19', 'too-late'],
])('an end on %s: %s', (endsOn, fault) => {
  expect(endFault(endsOn, today, '2026-12-18')).toBe(fault)
})
