import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Card } from '../../../../platform/ui/index.ts'
import { sessionText } from '../../text.session.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { PhoneZone } from '../session/phone-zone.tsx'
import { SuccessForm } from './success-form.tsx'

const shownMost = 4

/** A success of this week, and what others told. */
export function PhoneSuccesses(props: ZoneProps): Html {
  const { locale, data, audience } = props
  const shown = data.successes.slice(0, shownMost)
  const rest = data.successes.length - shown.length
  return (
    <PhoneZone zone="successes" props={props} tone="good">
      {audience !== 'reads' && <SuccessForm {...props} />}
      <div class="cards" id="phone-success-list">
        {shown.map((success) => (
          <Card id={`success-${success.id}`}>
            {success.description}
            {success.byName && <small> — {success.byName}</small>}
          </Card>
        ))}
      </div>
      {rest > 0 && <p class="soft">{sessionText(locale).wall.more(rest)}</p>}
    </PhoneZone>
  )
}
