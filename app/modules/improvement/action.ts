import { type Day, daysBetween } from '../../platform/text/days.ts'
import type { ActionCard, Colleague } from './cards.ts'

/** Days that an open action is past its due date; 0 where it is not, or has none. */
export function daysLate(action: Pick<ActionCard, 'state' | 'dueOn'>, today: Day): number {
  if (action.state !== 'open' || action.dueOn === null) return 0
  return Math.max(0, daysBetween(action.dueOn, today))
}

/** First names of who does it, in the order of the team; then the names that are of no account. */
export function ownerNames(action: ActionCard, team: readonly Colleague[]): readonly string[] {
  const members = team.filter((colleague) => action.ownerIds.includes(colleague.id))
  return [...members.map((colleague) => colleague.name.split(' ')[0] ?? colleague.name), ...action.ownerNames]
}
