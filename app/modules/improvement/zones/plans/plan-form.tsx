import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, TextArea } from '../../../../platform/ui/index.ts'
import { zoneText } from '../../text.board.ts'
import type { ZoneProps } from '../../zone-view.ts'
import { nextMonday } from './plan-weeks.ts'

/** One line for next week, in a session. */
export function PlanForm({ locale, board, path, view, today }: ZoneProps): Html {
  const words = zoneText(locale, board.kind).plans
  return (
    <form class="form line" method="post" action={`${path}/plans`} data-entry={`${view}-plan-list`}>
      <input type="hidden" name="week" value={nextMonday(today)} />
      <TextArea
        name="description"
        id={`${view}-plan`}
        label={words.description}
        rows={view === 'wall' ? 1 : 2}
        maxlength={300}
        placeholder=" "
        required
      />
      <Button>{words.put}</Button>
    </form>
  )
}
