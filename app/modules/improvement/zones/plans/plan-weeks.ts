import { addDays, type Day, formatDay, mondayOf } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import type { PlanCard } from '../../cards.ts'
import type { BoardKind } from '../../tables.ts'
import { zoneText } from '../../text.board.ts'

/** The Monday of next week: what a plan is for where nobody says. */
export function nextMonday(today: Day): Day {
  return addDays(mondayOf(today), 7)
}

/** 'Deze week', 'Volgende week', 'Week van 7 dec'. */
export function weekWords(locale: Locale, kind: BoardKind, week: Day, today: Day): string {
  const words = zoneText(locale, kind).plans
  if (week === mondayOf(today)) return words.thisWeek
  if (week === nextMonday(today)) return words.nextWeek
  return words.weekOf(formatDay(locale, week))
}

/** Plans under their week, in the order of the weeks. */
export function byWeek(plans: readonly PlanCard[]): readonly (readonly [week: Day, plans: readonly PlanCard[]])[] {
  const weeks = [...new Set(plans.map((plan) => plan.week))].toSorted()
  return weeks.map((week) => [week, plans.filter((plan) => plan.week === week)] as const)
}
