import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateOf } from './track.ts'

const track = { closedAt: null, reviewOn: '2027-06-01', readEveryWeeks: 4, startedOn: '2026-09-01' }
const goal = (lastReading: string | null) => ({ isOpen: true, lastReading })

describe('what a track asks for', () => {
  it.each([
    ['nothing once it is closed', { ...track, closedAt: new Date() }, [], '2027-01-01', 'closed'],
    ['a goal, at first', track, [], '2026-09-10', 'no-goal'],
    ['attention, where after eight weeks there is still no goal', track, [], '2026-10-27', 'silent'],
    ['nothing while it is measured', track, [goal('2026-10-01')], '2026-10-20', 'running'],
    ['a reading, once one was planned', track, [goal('2026-10-01')], '2026-10-29', 'reading-due'],
    ['attention after eight weeks without a reading', track, [goal('2026-10-01')], '2026-11-26', 'silent'],
    ['attention where a goal was never measured', track, [goal(null)], '2026-10-27', 'silent'],
    ['nothing while another goal is measured', track, [goal(null), goal('2026-11-20')], '2026-11-26', 'running'],
    ['a look back on the day that was set', track, [goal('2027-05-30')], '2027-06-01', 'review-due'],
  ] as const)('is %s', (_, of, goals, today, expected) => {
    expect(stateOf(of, goals, today)).toBe(expected)
  })

  it('is silent from the day on which eight weeks are over, and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (days) => {
        const today = new Date(Date.parse('2026-10-01') + days * 86_400_000).toISOString().slice(0, 10)
        expect(stateOf(track, [goal('2026-10-01')], today) === 'silent').toBe(days >= 56)
      }),
    )
  })
})
