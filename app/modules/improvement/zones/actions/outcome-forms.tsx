import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { addDays, type Day, formatDay } from '../../../../platform/text/days.ts'
import { Button, Fold, TextField } from '../../../../platform/ui/index.ts'
import type { ActionCard } from '../../cards.ts'
import { sessionText } from '../../text.session.ts'
import type { ZoneProps } from '../../zone-view.ts'

interface OutcomeProps {
  readonly action: ActionCard
  readonly props: ZoneProps
}

/** What becomes of the action in turn: done, it goes on, it goes on otherwise, it stops. */
export function OutcomeForms({ action, props }: OutcomeProps): Html {
  const words = sessionText(props.locale).outcome
  const { path, view, locale, today } = props
  const to = `${path}/session/actions/${action.id}`
  const id = (name: string) => `${view}-${name}-${action.id}`
  const until = dayToGoOn(action.dueOn, today)
  return (
    <div class="outcomes">
      <form class="row" method="post" action={to} data-entry>
        <Button icon="check" name="outcome" value="done">
          {words.done}
        </Button>
        <input type="hidden" name="due" value={until} />
        <Button kind="quiet" iconAfter="arrow-right" name="outcome" value="on">
          {until === action.dueOn ? words.goesOn : words.goesOnUntil(formatDay(locale, until, 'weekday'))}
        </Button>
      </form>
      <div class="folds">
        <Fold summary={words.otherDay}>
          <form class="form line" method="post" action={to} data-entry data-entry-keep>
            <TextField name="due" id={id('due')} type="date" label={words.due} value={until} required />
            <Button name="outcome" value="on">
              {words.goesOn}
            </Button>
          </form>
        </Fold>
        <Fold summary={words.adapt}>
          <form class="form" method="post" action={to} data-entry data-entry-keep>
            <TextField name="reason" id={id('adapt-why')} label={words.reason} maxlength={300} required />
            <TextField
              name="description"
              id={id('adapt-what')}
              label={words.what}
              maxlength={300}
              value={action.description}
              required
            />
            <TextField name="due" id={id('adapt-due')} type="date" label={words.due} value={until} required />
            <Button name="outcome" value="adapted">
              {words.adaptDo}
            </Button>
          </form>
        </Fold>
        <Fold summary={words.stop}>
          <form class="form line" method="post" action={to} data-entry data-entry-keep>
            <TextField name="reason" id={id('stop-why')} label={words.reason} maxlength={300} required />
            <Button name="outcome" value="stopped">
              {words.stopDo}
            </Button>
          </form>
        </Fold>
      </div>
    </div>
  )
}

/** The day until which an action goes on where nobody says: its own while that is to come, else a week from today. */
function dayToGoOn(dueOn: Day | null, today: Day): Day {
  return dueOn !== null && dueOn > today ? dueOn : addDays(today, 7)
}
