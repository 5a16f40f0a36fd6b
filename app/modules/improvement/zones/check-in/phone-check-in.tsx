import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Face, moods } from '../../../../platform/ui/index.ts'
import { text as uiText } from '../../../../platform/ui/text.ts'
import type { Face as FaceNumber } from '../../tables.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { PhoneZone } from '../session/phone-zone.tsx'

export type PhoneCheckInProps = ZoneProps & {
  /** What this person chose already; only known to the page, never in a fragment that others get too. */
  readonly face?: FaceNumber | null
}

/** Checking in: one press. The choice is of this device; fragments for everybody leave it alone (`data-keep`). */
export function PhoneCheckIn({ face = null, ...props }: PhoneCheckInProps): Html {
  const { session, locale, path } = props
  if (session === null) return <section id={zoneId('check-in')} hidden />
  return (
    <PhoneZone zone="check-in" props={props} tone="board">
      {/* Named after the session, so that a next one begins without the choice of this one. */}
      <div id={`faces-of-${session.id}`}>
        <div id={ownFaceId(session.id)} data-keep>
          <OwnFace locale={locale} path={path} sessionId={session.id} face={face} />
        </div>
      </div>
      <p class="soft">{sessionText(locale).phone.hint}</p>
    </PhoneZone>
  )
}

/** The element that only the person's own answer changes. */
export function ownFaceId(sessionId: string): string {
  return `own-face-${sessionId}`
}

interface OwnFaceProps {
  readonly locale: Locale
  readonly path: string
  readonly sessionId: string
  readonly face: FaceNumber | null
}

export function OwnFace({ locale, path, sessionId, face }: OwnFaceProps): Html {
  const words = uiText(locale).faces
  return (
    <form class="stack" method="post" action={`${path}/session/face`} data-entry>
      <input type="hidden" name="session" value={sessionId} />
      <div class="faces">
        {moods.map((mood, index) => (
          <button type="submit" name="face" value={index + 1} aria-pressed={face === index + 1 ? 'true' : 'false'}>
            <Face mood={mood} on={face === index + 1} />
            {words[mood]}
          </button>
        ))}
      </div>
      <p role="status">{face !== null && sessionText(locale).phone.chosen}</p>
    </form>
  )
}
