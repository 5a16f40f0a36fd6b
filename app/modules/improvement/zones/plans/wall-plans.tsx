import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Card, EmptyState, Zone } from '../../../../platform/ui/index.ts'
import { placeOf } from '../../session-place.ts'
import { zoneText } from '../../text.board.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { AwayZone } from '../session/away-zone.tsx'
import { PlanForm } from './plan-form.tsx'
import { nextMonday, weekWords } from './plan-weeks.ts'

const shownLarge = 3
const shownSmall = 3

/** What is planned for next week; in its own step with a form to add. */
export function WallPlans(props: ZoneProps): Html {
  const { locale, session, board, data, today } = props
  const place = placeOf('plans', session?.step ?? null)
  if (place === 'away') return <AwayZone zone="plans" />
  const words = zoneText(locale, board.kind).plans
  const large = place === 'now'
  const coming = data.plans.filter((plan) => plan.week >= nextMonday(today))
  const shown = coming.slice(0, large ? shownLarge : shownSmall)
  return (
    <Zone id={zoneId('plans')} title={words.title} tone="insight" class={`place-${place}`}>
      {large && props.audience === 'writes' && <PlanForm {...props} />}
      {coming.length === 0 && (
        <EmptyState title={words.empty} example={words.example}>
          {words.emptyLead}
        </EmptyState>
      )}
      <div class="cards" id="wall-plan-list">
        {shown.map((plan) => (
          <Card
            id={`plan-${plan.id}`}
            over={plan.week === nextMonday(today) ? undefined : weekWords(locale, board.kind, plan.week, today)}
          >
            <p class={large ? 'say words' : 'words'}>
              {plan.description}
              {plan.byName && <span class="soft"> — {plan.byName}</span>}
            </p>
          </Card>
        ))}
      </div>
      {coming.length > shown.length && (
        <p class="soft">{sessionText(locale).wall.more(coming.length - shown.length)}</p>
      )}
    </Zone>
  )
}
