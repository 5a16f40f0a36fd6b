import type { Html } from '../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../platform/text/dictionary.ts'
import type { Audience, Board } from './board.ts'
import type { BoardData } from './board-data.ts'
import type { OpenSession } from './session.ts'
import type { Zone } from './zone.ts'

/** The pages that show a board: at a desk, on the big screen, in the hand, and choosing actions by effect. */
export const viewNames = ['desk', 'wall', 'phone', 'choose'] as const
export type View = (typeof viewNames)[number]

/** What every zone gets to show itself. The same for all devices of a variant, so nothing personal stands in it. */
export interface ZoneProps {
  readonly locale: Locale
  readonly view: View
  readonly audience: Audience
  /** `/s/<slug>/boards/<id>`: where its forms post to. */
  readonly path: string
  readonly board: Board
  readonly data: BoardData
  /** The session that is going on; null outside of one. */
  readonly session: OpenSession | null
  /** Today in Amsterdam, `YYYY-MM-DD`. */
  readonly today: string
  /** The moment of rendering: what a timer counts from. */
  readonly now: Date
}

/** Shows a zone as one element with the id `zone-<zone>`: on the page, and again as a fragment after a change. */
export type ZoneView = (props: ZoneProps) => Html

/** Which component shows a zone in a view; a zone that a view leaves out is not sent to it. */
export type ZoneViews = Readonly<Record<View, Partial<Readonly<Record<Zone, ZoneView>>>>>

export function zoneId(zone: Zone): string {
  return `zone-${zone}`
}
