import type { JournalEntry } from '../../platform/journal/journal.ts'

/**
 * The parts of a board, in the fixed order of a session. `session` says where a session is (steps, time), `stand` at the
 * foot of the window who does what and what comes next.
 */
export const zones = ['session', 'check-in', 'successes', 'goals', 'actions', 'plans', 'stand'] as const
export type Zone = (typeof zones)[number]

/** Which zones show a kind of subject: what has to be sent again when something happened to one. */
const zonesOfSubject: Readonly<Record<string, readonly Zone[]>> = {
  session: ['session', 'check-in', 'stand'],
  'check-in': ['check-in'],
  success: ['successes'],
  goal: ['goals', 'actions'],
  reading: ['goals'],
  action: ['actions'],
  plan: ['plans'],
}

/** The zones touched by these entries, each once, in the order of the board. A new step of a session touches them all. */
export function touchedZones(entries: readonly JournalEntry[]): readonly Zone[] {
  if (entries.some((entry) => entry.action.startsWith('session-'))) return zones
  const touched = new Set(entries.flatMap((entry) => zonesOfSubject[kindOf(entry)] ?? []))
  return zones.filter((zone) => touched.has(zone))
}

/** A reading is recorded in the history of its goal, but changes nothing on the actions that hang on it. */
function kindOf({ action, subject }: JournalEntry): string {
  return action.startsWith('reading-') ? 'reading' : (subject.split(':')[0] ?? '')
}
