import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button } from '../../../../platform/ui/index.ts'
import { cardPath } from '../../board.ts'
import type { GoalCard } from '../../cards.ts'
import { sayNumber } from '../../figure.ts'
import { lastReading } from '../../goal.ts'
import { sessionText } from '../../text.session.ts'
import type { ZoneProps } from '../../zone-view.ts'

/** A new reading, from the last one on: less, the number, more. Without script the number is typed. */
export function ReadingForm({ goal, props }: { readonly goal: GoalCard; readonly props: ZoneProps }): Html {
  const { locale, path, view } = props
  const words = sessionText(locale).reading
  const last = lastReading(goal)
  const outOf = goal.outOf ?? last?.outOf ?? null
  const field = `${view}-reading-${goal.id}`
  return (
    <form
      class="reading"
      method="post"
      action={`${cardPath(path, 'goals', goal.id)}/readings`}
      data-entry=""
      data-controller="stepper"
    >
      <Button type="button" kind="quiet" size="square" icon="minus" label={words.less} action="stepper#less" />
      <label class="hide" for={field}>
        {words.label(goal.effect)}
      </label>
      <input
        class="utrecht-textbox utrecht-textbox--html-input num"
        id={field}
        name="value"
        inputmode="decimal"
        autocomplete="off"
        required
        value={sayNumber(locale, last?.value ?? goal.baseline ?? 0)}
        data-stepper-target="number"
        data-stepper-max={outOf ?? undefined}
        data-entry-text
      />
      <Button type="button" kind="quiet" size="square" icon="plus" label={words.more} action="stepper#more" />
      <Button kind="strong" label={`${words.put}: ${goal.effect}`}>
        {words.put}
      </Button>
    </form>
  )
}
