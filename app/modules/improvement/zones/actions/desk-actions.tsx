import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { EmptyState, Tick, Zone } from '../../../../platform/ui/index.ts'
import { classes } from '../../../../platform/ui/tone.ts'
import { daysLate } from '../../action.ts'
import type { ActionCard } from '../../cards.ts'
import { zoneText } from '../../text.board.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'
import { CardTitle } from '../card-title.tsx'
import { dueWords } from './due-words.ts'
import { ownersWords } from './owners-words.ts'

/** The actions at a desk: open ones first by due date, each with its tick. One form serves them all. */
export function DeskActions(props: ZoneProps): Html {
  const words = zoneText(props.locale, props.board.kind).actions
  const { actions } = props.data
  const late = actions.filter((action) => daysLate(action, props.today) > 0).length
  const open = actions.filter((action) => action.state === 'open').length
  const list = actions.map((action) => <DeskAction action={action} props={props} />)
  return (
    <Zone id={zoneId('actions')} title={words.title} tone="board" note={words.count(open, late)}>
      {actions.length === 0 && (
        <EmptyState title={words.empty} example={words.example}>
          {words.emptyLead}
        </EmptyState>
      )}
      {props.audience === 'reads' ? (
        <div class="cards" id="action-list">
          {list}
        </div>
      ) : (
        <form class="cards" id="action-list" method="post" action={`${props.path}/ticks`} data-entry="">
          {list}
        </form>
      )}
    </Zone>
  )
}

function DeskAction({ action, props }: { readonly action: ActionCard; readonly props: ZoneProps }): Html {
  const words = zoneText(props.locale, props.board.kind).actions
  const { id, description } = action
  const isOpen = action.state === 'open'
  const late = daysLate(action, props.today) > 0
  const owners = ownersWords(props, action)
  const goal = goalNumber(action, props)
  return (
    <article
      id={`action-${id}`}
      class={classes('card item', !isOpen && 'done', late && 'tone-late', action.state === 'done' && 'tone-good')}
    >
      {props.audience !== 'reads' && (
        <Tick
          name={isOpen ? 'done' : 'open'}
          value={id}
          label={isOpen ? words.done(description) : words.reopen(description)}
          done={action.state === 'done'}
        />
      )}
      <div>
        <CardTitle props={props} table="actions" id={id} words={description} />
        <small>{goal === null ? owners : `${owners} · ${words.goalNumber(goal)}`}</small>
      </div>
      <span class="due">{dueWords(props.locale, props.board.kind, action, props.today)}</span>
    </article>
  )
}

/** Which goal of the board it is for, from 1; null where the board has one goal or it is for none. */
function goalNumber({ goalId }: ActionCard, { data }: ZoneProps): number | null {
  const index = data.goals.findIndex((goal) => goal.id === goalId)
  return data.goals.length < 2 || index === -1 ? null : index + 1
}
