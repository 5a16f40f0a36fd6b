import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, Face, moods, Zone } from '../../../../platform/ui/index.ts'
import { text as uiText } from '../../../../platform/ui/text.ts'
import { countOf, fewestFaces, openFaces } from '../../session.ts'
import { placeOf } from '../../session-place.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { AwayZone } from '../session/away-zone.tsx'

const nobody = { together: [0, 0, 0], phones: [0, 0, 0] } as const

/** Three faces with how many chose each; large, they can be counted together on this device. */
export function WallCheckIn(props: ZoneProps): Html {
  const { locale, session, path, audience } = props
  const place = placeOf('check-in', session?.step ?? null)
  if (place === 'away') return <AwayZone zone="check-in" />
  const words = sessionText(locale)
  const faces = session?.faces ?? nobody
  const shown = openFaces(faces)
  const phones = countOf(faces.phones)
  const large = place === 'now'
  return (
    <Zone id={zoneId('check-in')} title={words.steps['check-in']} tone="board" class={`place-${place}`}>
      <ul class="face-counts">
        {moods.map((mood, index) => (
          <li>
            <Face mood={mood} on={(shown[index] ?? 0) > 0} />
            <span>{uiText(locale).faces[mood]}</span>
            <b class="count">{shown[index]}</b>
            {large && audience === 'writes' && (
              <form class="row" method="post" action={`${path}/session/faces`} data-entry>
                <input type="hidden" name="face" value={mood} />
                <Button
                  kind="quiet"
                  size="square"
                  icon="minus"
                  label={words.wall.oneLess(uiText(locale).faces[mood])}
                  name="by"
                  value="-1"
                />
                <Button
                  kind="quiet"
                  size="square"
                  icon="plus"
                  label={words.wall.oneMore(uiText(locale).faces[mood])}
                  name="by"
                  value="1"
                />
              </form>
            )}
          </li>
        ))}
      </ul>
      {large && (
        <p class="say">
          {phones === 0 ? words.wall.together : words.wall.onPhones(phones)}
          {phones > 0 && phones < fewestFaces && `. ${words.wall.hiddenFaces}`}
        </p>
      )}
    </Zone>
  )
}
