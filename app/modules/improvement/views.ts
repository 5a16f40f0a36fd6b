import type { ZoneViews } from './zone-view.ts'
import { ChooseActions } from './zones/actions/choose-actions.tsx'
import { DeskActions } from './zones/actions/desk-actions.tsx'
import { PhoneActions } from './zones/actions/phone-actions.tsx'
import { WallActions } from './zones/actions/wall-actions.tsx'
import { DeskCheckIn } from './zones/check-in/desk-check-in.tsx'
import { PhoneCheckIn } from './zones/check-in/phone-check-in.tsx'
import { WallCheckIn } from './zones/check-in/wall-check-in.tsx'
import { DeskGoals } from './zones/goals/desk-goals.tsx'
import { PhoneGoals } from './zones/goals/phone-goals.tsx'
import { WallGoals } from './zones/goals/wall-goals.tsx'
import { DeskPlans } from './zones/plans/desk-plans.tsx'
import { PhonePlans } from './zones/plans/phone-plans.tsx'
import { WallPlans } from './zones/plans/wall-plans.tsx'
import { DeskSession } from './zones/session/desk-session.tsx'
import { PhoneSession } from './zones/session/phone-session.tsx'
import { PhoneStand } from './zones/session/phone-stand.tsx'
import { WallSession } from './zones/session/wall-session.tsx'
import { WallStand } from './zones/session/wall-stand.tsx'
import { DeskSuccesses } from './zones/successes/desk-successes.tsx'
import { PhoneSuccesses } from './zones/successes/phone-successes.tsx'
import { WallSuccesses } from './zones/successes/wall-successes.tsx'

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
  wall: {
    session: WallSession,
    'check-in': WallCheckIn,
    successes: WallSuccesses,
    goals: WallGoals,
    actions: WallActions,
    plans: WallPlans,
    stand: WallStand,
  },
  phone: {
    session: PhoneSession,
    'check-in': PhoneCheckIn,
    successes: PhoneSuccesses,
    goals: PhoneGoals,
    actions: PhoneActions,
    plans: PhonePlans,
    stand: PhoneStand,
  },
  choose: { actions: ChooseActions },
}
