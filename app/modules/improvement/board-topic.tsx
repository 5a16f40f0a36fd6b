import type { Html } from '../../platform/html/jsx-runtime.ts'
import type { Topic } from '../../platform/live/topic.ts'
import { People } from '../../platform/ui/index.ts'
import { anyMemberOrGuest } from '../../platform/web/access.ts'
import type { Audience } from './board.ts'
import { findBoard, findBoardOf } from './board-store.ts'
import { views } from './views.ts'
import { touchedZones } from './zone.ts'
import { loadZoneProps } from './zone-props.ts'
import { type View, viewNames, type ZoneProps, zoneId } from './zone-view.ts'

/** What pages that show a board are sent: the zones that were touched, whole, merged into what stands there. */
export const boardTopic: Topic = {
  kind: 'board',
  access: anyMemberOrGuest('session', 'pupil'),
  follow: async (trx, visit, id) => (await findBoard(trx, visit, id))?.audience ?? null,
  render: async (trx, { organisation, id, entries, locale, view, audience, now }) => {
    // A page to read and write at length: it asks for itself again, and keeps what is being typed.
    if (view === 'review') return <turbo-stream action="refresh" />
    const board = await findBoardOf(trx, organisation.id, id)
    const shown = views[viewNamed(view)]
    const zones = touchedZones(entries).filter((zone) => shown[zone] !== undefined)
    if (board === null || zones.length === 0) return <></>
    const props = await loadZoneProps(trx, {
      organisation,
      board,
      // `follow` above is where this text came from.
      audience: audience as Audience,
      locale,
      view: viewNamed(view),
      zones,
      now,
    })
    return (
      <>
        {zones.map((zone) => (
          <turbo-stream action="replace" method="morph" target={zoneId(zone)}>
            <template>{shown[zone]?.(props)}</template>
          </turbo-stream>
        ))}
      </>
    )
  },
  renderPresence: (present, variant) =>
    presenceFragment(
      present.map((each) => each.name),
      variant.locale,
    ),
}

function viewNamed(name: string): View {
  return viewNames.find((view) => view === name) ?? 'desk'
}

function presenceFragment(names: readonly string[], locale: ZoneProps['locale']): Html {
  return (
    <turbo-stream action="replace" target="present">
      <template>
        <People locale={locale} id="present" names={names} />
      </template>
    </turbo-stream>
  )
}
