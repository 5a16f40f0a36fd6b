import { expect, test } from 'vitest'
import type { JournalEntry } from '../../platform/journal/journal.ts'
import { touchedZones, zones } from './zone.ts'

const entry = (action: string, subject: string): JournalEntry => ({
  action,
  subject,
  sequence: 1,
  at: new Date(0),
  actor: 'system',
  operation: '0',
})

test.each([
  ['success-added', 'success:1', ['successes']],
  ['goal-edited', 'goal:1', ['goals', 'actions']],
  ['reading-added', 'goal:1', ['goals']],
  ['reading-edit-superseded', 'goal:1', ['goals']],
  ['action-edited', 'action:1', ['actions']],
  ['plan-added', 'plan:1', ['plans']],
  ['evaluation-written', 'evaluation:1', []],
])('%s of %s is shown in %j', (action, subject, touched) => {
  expect(touchedZones([entry(action, subject)])).toEqual(touched)
})

test('a new step of a session is shown everywhere, and no zone twice', () => {
  expect(touchedZones([entry('session-moved', 'session:1')])).toEqual(zones)
  expect(touchedZones([entry('plan-added', 'plan:1'), entry('plan-edited', 'plan:2')])).toEqual(['plans'])
})
