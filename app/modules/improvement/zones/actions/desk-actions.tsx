import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import { Button, Card, TextField, Tick, Zone } from '../../../../platform/ui/index.ts'
import { daysLate, ownerNames } from '../../action.ts'
import type { ActionCard } from '../../cards.ts'
import { boardText } from '../../text.board.ts'
import { type ZoneProps, zoneId } from '../../zone-view.ts'

/** The actions at a desk: open ones first by due date, each with its tick; a form to add one. */
export function DeskActions(props: ZoneProps): Html {
  const words = boardText(props.locale).actions
  const { actions } = props.data
  const late = actions.filter((action) => daysLate(action, props.today) > 0).length
  const open = actions.filter((action) => action.state === 'open').length
  return (
    <Zone id={zoneId('actions')} title={words.title} tone="board" note={words.count(open, late)}>
      <div class="cards">
        {actions.map((action) => (
          <DeskAction action={action} props={props} />
        ))}
      </div>
      {props.audience === 'writes' && (
        <form class="form" method="post" action={`${props.path}/actions`} data-entry>
          <TextField name="description" id="new-action" label={words.description} maxlength={300} required />
          <TextField name="dueOn" id="new-action-due" type="date" label={words.due} />
          <div class="actions">
            <Button>{words.put}</Button>
          </div>
        </form>
      )}
    </Zone>
  )
}

function DeskAction({ action, props }: { readonly action: ActionCard; readonly props: ZoneProps }): Html {
  const words = boardText(props.locale).actions
  const owners = action.everyone ? words.everyone : ownerNames(action, props.data.team).join(' · ')
  return (
    <Card
      id={`action-${action.id}`}
      shape="item"
      state={action.state === 'open' ? undefined : 'done'}
      tone={daysLate(action, props.today) > 0 ? 'late' : undefined}
    >
      {props.audience === 'writes' && (
        <form method="post" action={`${props.path}/actions/${action.id}`} data-entry>
          <Tick
            name="state"
            value={action.state === 'open' ? 'done' : 'open'}
            label={words.done(action.description)}
            done={action.state === 'done'}
          />
        </form>
      )}
      <div>
        {action.description}
        <p class="soft">{owners}</p>
      </div>
      <span class="strong nowrap">{action.dueOn && formatDay(props.locale, action.dueOn, 'weekday')}</span>
    </Card>
  )
}
