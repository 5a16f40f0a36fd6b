import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import { Card, Face, moods, Zone } from '../../../../platform/ui/index.ts'
import { text as uiText } from '../../../../platform/ui/text.ts'
import { type FaceCounts, shownFaces } from '../../session.ts'
import { zoneText } from '../../text.board.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'

/** How the last session began: how many chose each face. Too few are not shown, or they could be pointed at. */
export function DeskCheckIn({ locale, board, data }: ZoneProps): Html {
  const words = zoneText(locale, board.kind).checkIn
  const last = data.lastSession
  const note = last === null ? undefined : words.last(formatDay(locale, amsterdamDay(new Date(last.startedAt))))
  return (
    <Zone id={zoneId('check-in')} title={words.title} tone="plain" note={note}>
      <Card shape="flat">
        {last === null ? (
          <p class="soft">{words.none}</p>
        ) : (
          <FaceTally locale={locale} kind={board.kind} counts={last.faces} />
        )}
      </Card>
    </Zone>
  )
}

function FaceTally(
  props: Pick<ZoneProps, 'locale'> & { readonly kind: ZoneProps['board']['kind']; readonly counts: FaceCounts },
): Html {
  const { locale, kind } = props
  const { total, counts } = shownFaces(props.counts)
  if (counts === null) return <p class="soft">{zoneText(locale, kind).checkIn.few(total)}</p>
  const names = uiText(locale).faces
  return (
    <ul class="tally">
      {moods.map((mood, index) => (
        <li>
          <Face mood={mood} on={(counts[index] ?? 0) > 0} />
          <b class="num">{counts[index]}</b>
          <span class="hide"> {names[mood]}</span>
        </li>
      ))}
    </ul>
  )
}
