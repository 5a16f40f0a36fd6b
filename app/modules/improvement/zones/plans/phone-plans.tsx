import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Card } from '../../../../platform/ui/index.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { PhoneZone } from '../session/phone-zone.tsx'
import { PlanForm } from './plan-form.tsx'
import { nextMonday } from './plan-weeks.ts'

/** What is planned for next week, and a line more. */
export function PhonePlans(props: ZoneProps): Html {
  const coming = props.data.plans.filter((plan) => plan.week >= nextMonday(props.today))
  return (
    <PhoneZone zone="plans" props={props} tone="insight">
      {props.audience !== 'reads' && <PlanForm {...props} />}
      <div class="cards" id="phone-plan-list">
        {coming.map((plan) => (
          <Card id={`plan-${plan.id}`}>
            {plan.description}
            {plan.byName && <small> — {plan.byName}</small>}
          </Card>
        ))}
      </div>
    </PhoneZone>
  )
}
