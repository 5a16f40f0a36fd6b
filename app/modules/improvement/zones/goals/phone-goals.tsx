import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Card, EmptyState } from '../../../../platform/ui/index.ts'
import type { GoalCard } from '../../cards.ts'
import { cardInTurn } from '../../session.ts'
import { zoneText } from '../../text.board.ts'
import { sessionText } from '../../text.session.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { PhoneZone } from '../session/phone-zone.tsx'
import { GoalCount } from './goal-figure.tsx'
import { ReadingForm } from './reading-form.tsx'

/** A new reading for each goal; the one that is talked about first. */
export function PhoneGoals(props: ZoneProps): Html {
  const { locale, board, data, session } = props
  const words = zoneText(locale, board.kind).goals
  const turn = session && cardInTurn(data.goals, session)
  const others = data.goals.filter((goal) => goal !== turn)
  return (
    <PhoneZone zone="goals" props={props} tone="board">
      {data.goals.length === 0 && <EmptyState title={words.empty}>{words.emptyLead}</EmptyState>}
      {turn && <PhoneGoal goal={turn} props={props} heading="h2" />}
      {turn && others.length > 0 && <h2>{sessionText(locale).phone.otherGoals}</h2>}
      <div class="cards">
        {others.map((goal) => (
          <PhoneGoal goal={goal} props={props} heading={turn ? 'h3' : 'h2'} />
        ))}
      </div>
    </PhoneZone>
  )
}

interface PhoneGoalProps {
  readonly goal: GoalCard
  readonly props: ZoneProps
  readonly heading: 'h2' | 'h3'
}

function PhoneGoal({ goal, props, heading: Heading }: PhoneGoalProps): Html {
  return (
    <Card id={`goal-${goal.id}`} shape="goal">
      <Heading>{goal.effect}</Heading>
      <GoalCount locale={props.locale} kind={props.board.kind} goal={goal} />
      {props.audience === 'writes' && <ReadingForm goal={goal} props={props} />}
    </Card>
  )
}
