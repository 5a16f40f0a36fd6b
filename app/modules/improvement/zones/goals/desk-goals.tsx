import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, ButtonLink, Chip, EmptyState, Zone } from '../../../../platform/ui/index.ts'
import { cardPath } from '../../board.ts'
import type { GoalCard } from '../../cards.ts'
import { shareReached } from '../../goal.ts'
import { zoneText } from '../../text.board.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { CardTitle } from '../card-title.tsx'
import { figureWords, GoalChart, GoalCount } from './goal-figure.tsx'
import { ReasonChip } from './reason-chip.tsx'

/** More goals than this and each is one line: who has so many does not need pictures but a choice. */
const mostWithPicture = 6

/** The goals at a desk: the figure and the picture of each, and a field for what was counted today. */
export function DeskGoals(props: ZoneProps): Html {
  const words = zoneText(props.locale, props.board.kind).goals
  const { goals } = props.data
  const writes = props.audience === 'writes'
  const add = writes && (
    <ButtonLink kind="quiet" icon="plus" href={cardPath(props.path, 'goals', 'new')}>
      {words.add}
    </ButtonLink>
  )
  const Each = goals.length > mostWithPicture ? GoalLine : GoalSheet
  return (
    <Zone id={zoneId('goals')} title={words.title} tone="board" note={words.count(goals.length)}>
      {goals.length === 0 ? (
        <EmptyState title={words.empty} example={words.example} action={add}>
          {words.emptyLead}
        </EmptyState>
      ) : (
        <>
          <div class="cards">
            {goals.map((goal) => (
              <Each goal={goal} props={props} />
            ))}
          </div>
          {add && <div>{add}</div>}
        </>
      )}
    </Zone>
  )
}

interface GoalProps {
  readonly goal: GoalCard
  readonly props: ZoneProps
}

function GoalSheet({ goal, props }: GoalProps): Html {
  const { locale, board, path, audience } = props
  const { kind } = board
  const words = zoneText(locale, kind).goals
  const field = `reading-${goal.id}`
  return (
    <article id={`goal-${goal.id}`} class="card goal">
      <ReasonChip locale={locale} kind={kind} path={path} goal={goal} />
      <h3>
        <CardTitle props={props} table="goals" id={goal.id} words={goal.effect} />
      </h3>
      {goal.measure !== '' && <p class="soft">{goal.measure}</p>}
      <div class="figure">
        <GoalCount locale={locale} kind={kind} goal={goal} />
        {goal.readings.length > 0 && <GoalChart locale={locale} kind={kind} goal={goal} />}
      </div>
      {shareReached(goal) === 1 && (
        <Chip tone="good" icon="check">
          {words.reached}
        </Chip>
      )}
      {audience === 'writes' && (
        <form class="row" method="post" action={`${cardPath(path, 'goals', goal.id)}/readings`} data-entry="">
          <label for={field}>{words.value}</label>
          <input
            class="utrecht-textbox utrecht-textbox--html-input"
            id={field}
            name="value"
            inputmode="decimal"
            size={4}
            autocomplete="off"
            required
            data-entry-text
          />
          <Button kind="quiet" label={`${words.putReading}: ${goal.effect}`}>
            {words.putReading}
          </Button>
        </form>
      )}
    </article>
  )
}

function GoalLine({ goal, props }: GoalProps): Html {
  const { locale, board } = props
  return (
    <article id={`goal-${goal.id}`} class="card item">
      <div>
        <CardTitle props={props} table="goals" id={goal.id} words={goal.effect} />
      </div>
      <span class="due">{figureWords(locale, board.kind, goal)}</span>
    </article>
  )
}
