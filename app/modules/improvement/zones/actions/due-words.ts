import { type Day, daysBetween, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { daysLate } from '../../action.ts'
import type { Board } from '../../board.ts'
import type { ActionCard } from '../../cards.ts'
import { zoneText } from '../../text.board.ts'

/** When an action is due, as people say it: '1 week te laat', 'vandaag', 'vr 28 nov'; how it ended where it did. */
export function dueWords(
  locale: Locale,
  kind: Board['kind'],
  action: Pick<ActionCard, 'state' | 'dueOn'>,
  today: Day,
): string {
  const words = zoneText(locale, kind).actions
  if (action.state !== 'open') return words.states[action.state]
  const late = daysLate(action, today)
  if (late >= 7) return words.weeksLate(Math.floor(late / 7))
  if (late > 0) return words.daysLate(late)
  if (action.dueOn === null) return ''
  if (action.dueOn === today) return words.today
  if (daysBetween(today, action.dueOn) === 1) return words.tomorrow
  return formatDay(locale, action.dueOn, 'weekday')
}
