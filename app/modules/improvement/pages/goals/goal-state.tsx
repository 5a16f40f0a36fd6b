import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, Fold, RadioField } from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { GoalCard } from '../../cards.ts'
import { cardsText } from '../../text.cards.ts'
import { Back } from '../back.tsx'

interface GoalStateProps {
  readonly locale: Locale
  readonly goal: GoalCard
  readonly path: string
  /** Actions of it that are still open. */
  readonly open: number
  readonly filled: FilledForm
}

/** Closes a goal: kept, adapted or stopped; says first what that means for its actions. A closed one can run again. */
export function GoalState({ locale, goal, path, open, filled }: GoalStateProps): Html {
  const words = cardsText(locale).goal
  if (goal.state !== 'running') {
    return (
      <form method="post" action={`${path}/state`} data-entry="">
        <Back to="board" />
        <Button kind="quiet" name="state" value="running">
          {words.again}
        </Button>
      </form>
    )
  }
  return (
    <Fold summary={words.move} open={Object.keys(filled.errors).length > 0}>
      <form class="form" method="post" action={`${path}/state`} data-entry="">
        <Back to="board" />
        <p>{words.stateLead(open)}</p>
        <RadioField
          name="state"
          id="state-state"
          label={words.state}
          required
          options={[
            { value: 'kept', label: words.kept, hint: words.keptHint },
            { value: 'adapted', label: words.adapted, hint: words.adaptedHint },
            { value: 'stopped', label: words.stopped, hint: words.stoppedHint },
          ]}
          error={filled.errors.state}
        />
        <div class="actions">
          <Button>{words.move}</Button>
        </div>
      </form>
    </Fold>
  )
}
