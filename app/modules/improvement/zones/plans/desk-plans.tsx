import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { EmptyState, Zone } from '../../../../platform/ui/index.ts'
import { zoneText } from '../../text.board.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { CardTitle } from '../card-title.tsx'
import { byWeek, nextMonday, weekWords } from './plan-weeks.ts'

/** What was agreed for this week and later, by week. */
export function DeskPlans(props: ZoneProps): Html {
  const { locale, board, data, today } = props
  const words = zoneText(locale, board.kind).plans
  const weeks = byWeek(data.plans)
  return (
    <Zone id={zoneId('plans')} title={words.title} tone="insight">
      {data.plans.length === 0 && (
        <EmptyState title={words.empty} example={words.example}>
          {words.emptyLead}
        </EmptyState>
      )}
      <div class="cards" id="plan-list">
        {weeks.map(([week, plans]) => (
          <>
            {(weeks.length > 1 || week !== nextMonday(today)) && (
              <h3 class="week">{weekWords(locale, board.kind, week, today)}</h3>
            )}
            {plans.map(({ id, description, byName }) => (
              <article id={`plan-${id}`} class="card">
                <CardTitle props={props} table="plans" id={id} words={description} />
                {byName !== '' && <small> — {byName}</small>}
              </article>
            ))}
          </>
        ))}
      </div>
    </Zone>
  )
}
