import type { ZoneViews } from './zone-view.ts'
import { DeskActions } from './zones/actions/desk-actions.tsx'
import { DeskCheckIn } from './zones/check-in/desk-check-in.tsx'
import { DeskGoals } from './zones/goals/desk-goals.tsx'
import { DeskPlans } from './zones/plans/desk-plans.tsx'
import { DeskSession } from './zones/session/desk-session.tsx'
import { DeskSuccesses } from './zones/successes/desk-successes.tsx'

/** Which component shows a zone where. */
export const views: ZoneViews = {
  desk: {
    session: DeskSession,
    'check-in': DeskCheckIn,
    successes: DeskSuccesses,
    goals: DeskGoals,
    actions: DeskActions,
    plans: DeskPlans,
  },
  wall: {},
  phone: {},
  choose: {},
}
