import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, Card, Chip, EmptyState, Plank, Zone } from '../../../../platform/ui/index.ts'
import type { GoalCard } from '../../cards.ts'
import { shareReached } from '../../goal.ts'
import { cardInTurn } from '../../session.ts'
import { placeOf } from '../../session-place.ts'
import { zoneText } from '../../text.board.ts'
import { sessionText } from '../../text.session.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { AwayZone } from '../session/away-zone.tsx'
import { TurnForm } from '../session/turn-form.tsx'
import { GoalChart, GoalCount } from './goal-figure.tsx'
import { ReadingForm } from './reading-form.tsx'
import { ReasonChip } from './reason-chip.tsx'

const shownBeside = { now: 4, mid: 5, side: 3 } as const

/** The goals on the big screen: in their own step the one in turn large, the others a line each. */
export function WallGoals(props: ZoneProps): Html {
  const { locale, session, board, data } = props
  const place = placeOf('goals', session?.step ?? null)
  if (place === 'away') return <AwayZone zone="goals" />
  const words = zoneText(locale, board.kind).goals
  const own = sessionText(locale).wall
  const { goals } = data
  const turn = place === 'now' && session !== null ? cardInTurn(goals, session) : null
  const others = goals.filter((goal) => goal !== turn)
  const shown = others.slice(0, shownBeside[place])
  const note = place === 'now' && turn === null && goals.length > 0 ? own.allGoals : words.count(goals.length)
  return (
    <Zone
      id={zoneId('goals')}
      title={turn === null ? words.title : own.goalOf(goals.indexOf(turn) + 1, goals.length)}
      tone="board"
      note={turn === null ? note : undefined}
      class={`place-${place}`}
    >
      {goals.length === 0 && (
        <EmptyState title={words.empty} example={words.example}>
          {words.emptyLead}
        </EmptyState>
      )}
      {turn && <GoalInTurn goal={turn} last={goals.length === 1} props={props} />}
      <div class="cards">
        {shown.map((goal) => (
          <GoalBeside goal={goal} props={props} />
        ))}
      </div>
      {others.length > shown.length && <p class="soft">{own.more(others.length - shown.length)}</p>}
    </Zone>
  )
}

interface GoalProps {
  readonly goal: GoalCard
  readonly props: ZoneProps
}

function GoalInTurn({ goal, last, props }: GoalProps & { readonly last: boolean }): Html {
  const { locale, board, path, audience } = props
  const words = sessionText(locale).wall
  return (
    <Card id={`goal-${goal.id}`} shape="goal">
      <ReasonChip locale={locale} kind={board.kind} path={path} goal={goal} />
      <h3>{goal.effect}</h3>
      {goal.measure !== '' && <p class="soft">{goal.measure}</p>}
      <div class="figure">
        <GoalCount locale={locale} kind={board.kind} goal={goal} />
        {goal.readings.length > 0 && <GoalChart locale={locale} kind={board.kind} goal={goal} />}
      </div>
      {shareReached(goal) === 1 && (
        <Chip tone="good" icon="check">
          {zoneText(locale, board.kind).goals.reached}
        </Chip>
      )}
      {audience === 'writes' && (
        <div class="spread">
          <ReadingForm goal={goal} props={props} />
          {!last && (
            <TurnForm path={path} card={goal.id} seen>
              <Button kind="quiet" size="big" iconAfter="arrow-down">
                {words.nextGoal}
              </Button>
            </TurnForm>
          )}
        </div>
      )}
    </Card>
  )
}

/** A goal as one line; in the step of the goals it can be brought forward. */
function GoalBeside({ goal, props }: GoalProps): Html {
  const { locale, board, session, audience, path } = props
  const seen = session?.seenIds.includes(goal.id) ?? false
  const step = placeOf('goals', session?.step ?? null) === 'now'
  return (
    <Card id={`goal-${goal.id}`} shape="item" state={step && seen ? 'done' : undefined}>
      <Plank share={shareReached(goal) ?? 0} />
      <div>
        <p>{goal.effect}</p>
        <GoalCount locale={locale} kind={board.kind} goal={{ ...goal, baseline: null }} />
      </div>
      {step && audience === 'writes' && (
        <TurnForm path={path} card={goal.id}>
          <Button
            kind="quiet"
            size="square"
            icon="arrow-up"
            label={sessionText(locale).wall.bringForward(goal.effect)}
          />
        </TurnForm>
      )}
    </Card>
  )
}
