import { describe, expect, it } from 'vitest'
import type { Changes, JournalEntry } from '../../platform/journal/journal.ts'
import { changeWords, happenedWords } from './history-words.ts'

/** What looking back on a period writes in the journal of a board. */
const ofLookingBack = [
  'look-back-edited',
  'look-back-edit-superseded',
  'evaluation-edited',
  'evaluation-edit-superseded',
  'goal-taken-up',
  'pulse-answered',
  'pulse-closed',
  'period-closed',
  'session-roles-changed',
] as const

function entry(action: string, changes: Changes): JournalEntry {
  return {
    sequence: 1,
    operation: '1',
    at: new Date('2026-11-23T09:00:00Z'),
    actor: 'person:1',
    action,
    subject: 'look-back:1',
    changes,
  }
}

describe('the history of a board', () => {
  it('says in words what looking back did, in both languages', () => {
    for (const locale of ['nl', 'en'] as const) {
      const said = ofLookingBack.map((action) => happenedWords(locale, { action }))
      expect(said).not.toContain(happenedWords(locale, { action: 'something-else' }))
      expect(new Set(said).size).toBe(said.length)
    }
  })

  it('names fields and decisions as a reader does, never as a table does', () => {
    const changes = { learned: ['', 'Wachten helpt.'], decision: [null, 'keep'] } as const
    const said = changeWords('nl', entry('evaluation-edited', changes), new Map())
    expect(said.map(({ field, after }) => `${field}: ${after}`).toSorted()).toEqual([
      'en nu: houden',
      'wat we nu weten: Wachten helpt.',
    ])
  })
})
