import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Card, EmptyState, Zone } from '../../../../platform/ui/index.ts'
import { placeOf } from '../../session-place.ts'
import { zoneText } from '../../text.board.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { AwayZone } from '../session/away-zone.tsx'
import { SuccessForm } from './success-form.tsx'

const shownLarge = 6
const shownSmall = 2

/** What went well, newest first. */
export function WallSuccesses(props: ZoneProps): Html {
  const { locale, session, board, data } = props
  const place = placeOf('successes', session?.step ?? null)
  if (place === 'away') return <AwayZone zone="successes" />
  const words = zoneText(locale, board.kind).successes
  const large = place === 'now'
  const shown = data.successes.slice(0, large ? shownLarge : shownSmall)
  const rest = data.successes.length - shown.length
  return (
    <Zone
      id={zoneId('successes')}
      title={words.title}
      tone="good"
      note={words.note}
      class={large ? 'place-now wide' : `place-${place}`}
    >
      {large && props.audience === 'writes' && <SuccessForm {...props} />}
      {shown.length === 0 && large && (
        <EmptyState title={words.empty} example={words.example}>
          {words.emptyLead}
        </EmptyState>
      )}
      <div class={large ? 'cards grid' : 'cards'} id="wall-success-list">
        {shown.map((success) => (
          <Card id={`success-${success.id}`}>
            <p class={large ? 'say words' : 'words'}>
              {success.description}
              {success.byName && <span class="soft"> — {success.byName}</span>}
            </p>
          </Card>
        ))}
      </div>
      {rest > 0 && <p class="soft">{sessionText(locale).wall.more(rest)}</p>}
    </Zone>
  )
}
