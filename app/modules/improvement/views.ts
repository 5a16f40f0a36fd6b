import type { ZoneViews } from './zone-view.ts'
import { DeskActions } from './zones/actions/desk-actions.tsx'

/** Which component shows a zone where. */
export const views: ZoneViews = {
  desk: { actions: DeskActions },
  wall: {},
  phone: {},
  choose: {},
}
