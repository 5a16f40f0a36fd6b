import { addDays, type Day, daysBetween } from '../../platform/text/days.ts'
import type { ActionCard, Colleague } from './cards.ts'

/** Days that an open action is past its due date; 0 where it is not, or has none. */
export function daysLate(action: Pick<ActionCard, 'state' | 'dueOn'>, today: Day): number {
  if (action.state !== 'open' || action.dueOn === null) return 0
  return Math.max(0, daysBetween(action.dueOn, today))
}

/** First names of who does it, in the order of the team; then the names that are of no account. */
export function ownerNames(
  action: Pick<ActionCard, 'ownerIds' | 'ownerNames'>,
  team: readonly Colleague[],
): readonly string[] {
  const members = team.filter((colleague) => action.ownerIds.includes(colleague.id))
  return [...members.map((colleague) => firstName(colleague.name)), ...action.ownerNames]
}

export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

/**
 * When a new action is due where nobody says: at the next session, which is so many weeks after the last one; a week
 * from today where there was none.
 */
export function proposedDueDay(lastSessionDay: Day | null, today: Day): Day {
  if (lastSessionDay === null) return addDays(today, 7)
  const weeksSince = Math.floor(daysBetween(lastSessionDay, today) / 7)
  return addDays(lastSessionDay, Math.max(0, weeksSince + 1) * 7)
}

/** `Jan, Farida ` → `['Jan', 'Farida']`: at most ten names, each once. */
export function namesIn(text: string): readonly string[] {
  const names = text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Set(names)].slice(0, 10)
}

/** Effect times feasibility: from 1 to 25; null where one of them is not weighed yet. */
export function weightOf({ impact, feasibility }: Pick<ActionCard, 'impact' | 'feasibility'>): number | null {
  return impact === null || feasibility === null ? null : impact * feasibility
}

/** What to do first: most weight in front, what was not weighed behind; where that is the same as it was. */
export function byWeight<T extends Pick<ActionCard, 'impact' | 'feasibility'>>(actions: readonly T[]): readonly T[] {
  return actions.toSorted((a, b) => (weightOf(b) ?? 0) - (weightOf(a) ?? 0))
}
