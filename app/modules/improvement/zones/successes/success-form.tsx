import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, TextArea } from '../../../../platform/ui/index.ts'
import { zoneText } from '../../text.board.ts'
import type { ZoneProps } from '../../zone-view.ts'

/** One success, in a session: of whoever writes it. */
export function SuccessForm({ locale, board, path, view }: ZoneProps): Html {
  const words = zoneText(locale, board.kind).successes
  return (
    <form class="form line" method="post" action={`${path}/successes`} data-entry={`${view}-success-list`}>
      <TextArea
        name="description"
        id={`${view}-success`}
        label={words.description}
        hint={words.hint}
        rows={view === 'wall' ? 1 : 2}
        maxlength={500}
        placeholder=" "
        required
      />
      <Button>{words.put}</Button>
    </form>
  )
}
