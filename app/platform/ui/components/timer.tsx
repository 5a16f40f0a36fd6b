import type { Child, Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { text } from '../text.ts'

interface TimerProps {
  readonly locale: Locale
  readonly id?: string
  /** When it ends, and what time it is on the server: the script counts with the difference, never with the device's clock. */
  readonly endsAt: Date
  readonly now: Date
  /** The end as a clock says it ('14:05'): what is shown without script. */
  readonly until: string
  /** It does not run yet: it is shown, and counts, when a form with `data-begins` (minutes) is sent. */
  readonly waits?: boolean | undefined
  /** Small words under it, such as how long the whole session still takes. */
  readonly note?: Child
}

/** Counts down to the end of a step, and on into red when it is over. Without script: the time at which it ends. */
export function Timer({ locale, id, endsAt, now, until, waits = false, note }: TimerProps): Html {
  const words = text(locale)
  return (
    <div
      class="timer"
      id={id}
      role="timer"
      data-controller="timer"
      data-action={waits ? 'submit@document->timer#begin' : undefined}
      data-begun={waits ? '' : undefined}
      hidden={waits}
      data-timer-ends-value={endsAt.getTime()}
      data-timer-now-value={now.getTime()}
      data-timer-over-value={words.overTime}
    >
      <time datetime={endsAt.toISOString()} data-timer-target="left" data-keep>
        {words.until(until)}
      </time>
      {note && <small>{note}</small>}
    </div>
  )
}
