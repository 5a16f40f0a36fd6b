import { describe, expect, test } from 'vitest'
import { attentionOf, type TeamFacts } from './attention.ts'

const calm: TeamFacts = {
  name: 'Onderbouw',
  rhythm: { weeks: [true, true], sessions: 2, perMonth: 4.3, weeksSince: 0 },
  openActions: 3,
  lateActions: 0,
  goals: 2,
  goalsNotCounted: 0,
  lastPeriod: { theme: 'Rust', endsOn: '2026-10-16', closed: true },
}

describe('what wants attention', () => {
  test('a team in rhythm with nothing late is left alone', () => {
    expect(attentionOf([calm], '2026-11-22')).toEqual([])
  })

  test('teams that stopped meeting come first, then periods left open, then what is late', () => {
    const slow = {
      ...calm,
      name: 'Bovenbouw',
      lateActions: 2,
      goalsNotCounted: 1,
      rhythm: { ...calm.rhythm, weeksSince: 3 },
    }
    const open = { ...calm, name: 'Middenbouw', lastPeriod: { theme: 'Rust', endsOn: '2026-10-16', closed: false } }
    expect(attentionOf([calm, slow, open], '2026-11-22')).toEqual([
      { kind: 'no-session', team: 'Bovenbouw', weeks: 3 },
      { kind: 'not-closed', team: 'Middenbouw', theme: 'Rust' },
      { kind: 'late-actions', team: 'Bovenbouw', count: 2 },
      { kind: 'not-counted', team: 'Bovenbouw', goals: 1 },
    ])
  })

  test('a period that ended this week may still be open', () => {
    const open = { ...calm, lastPeriod: { theme: 'Rust', endsOn: '2026-11-16', closed: false } }
    expect(attentionOf([open], '2026-11-22')).toEqual([])
  })
})
