import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamTime } from '../../../../platform/text/days.ts'
import { Timer } from '../../../../platform/ui/index.ts'
import type { OpenSession } from '../../session.ts'
import { clockOf, sessionEnd, stepEnd } from '../../session-timer.ts'
import { sessionText } from '../../text.session.ts'
import type { ZoneProps } from '../../zone-view.ts'

/** Counts down the step; under it until when the whole session lasts. */
export function SessionTimer({ locale, now, session }: ZoneProps & { readonly session: OpenSession }): Html {
  const clock = clockOf(session)
  const end = new Date(stepEnd(clock))
  return (
    <Timer
      locale={locale}
      id="session-timer"
      endsAt={end}
      now={now}
      until={amsterdamTime(end)}
      note={sessionText(locale).inAllUntil(amsterdamTime(new Date(sessionEnd(clock))))}
    />
  )
}
