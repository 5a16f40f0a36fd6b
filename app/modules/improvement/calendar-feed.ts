import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Day } from '../../platform/text/days.ts'
import type { Locale } from '../../platform/text/dictionary.ts'
import { sessionText } from './text.session.ts'

export interface FeedAction {
  readonly id: string
  readonly description: string
  readonly dueOn: Day
  readonly boardId: string
  readonly teamName: string
}

export interface FeedSession {
  readonly boardId: string
  readonly teamName: string
  readonly day: Day
  readonly start: Date
  readonly minutes: number
}

export interface Feed {
  readonly locale: Locale
  readonly personName: string
  readonly actions: readonly FeedAction[]
  readonly sessions: readonly FeedSession[]
  /** Address of a board by its id. */
  readonly boardUrl: (boardId: string) => string
  readonly now: Date
}

/** How often calendars are asked to look again, in seconds. */
const lookAgain = 6 * 3600

/**
 * A person's feed as iCalendar (RFC 5545): open actions as all-day events on their due day, sessions to come at their
 * time. Each has a UID that stays the same for as long as the thing exists, so that a change moves it and adds nothing.
 */
export function writeFeed({ locale, personName, actions, sessions, boardUrl, now }: Feed): string {
  const words = sessionText(locale).calendar
  const calendar = ical({
    // The library writes the name as it is: what has a meaning in iCalendar is left out.
    name: words.feed(personName.replace(/[\\;,\s]+/g, ' ')),
    prodId: { company: 'Kantelpunt', product: 'Verbeterbord', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: lookAgain,
  })
  for (const { id, description, dueOn, boardId, teamName } of actions) {
    calendar.createEvent({
      id: `action-${id}@kantelpunt`,
      start: dueOn,
      allDay: true,
      // Something to do on a day does not make the day full.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: description,
      description: teamName,
      url: boardUrl(boardId),
      stamp: now,
    })
  }
  for (const { boardId, teamName, day, start, minutes } of sessions) {
    calendar.createEvent({
      id: `session-${boardId}-${day}@kantelpunt`,
      start,
      end: new Date(start.getTime() + minutes * 60_000),
      summary: words.session(teamName),
      url: boardUrl(boardId),
      stamp: now,
    })
  }
  return calendar.toString()
}
