import type { Child, Html } from '#html'
import { Button } from './button.tsx'
import { Fold } from './fold.tsx'

interface ConfirmFormProps {
  readonly action: string
  /** The line to press first: 'Doel weghalen'. */
  readonly summary: string
  /** What will happen, and whether it can be undone. */
  readonly children: Child
  /** Fields, where there is something to choose. */
  readonly fields?: Child
  /** The words of the button that does it: 'Ja, haal het weg'. */
  readonly confirm: string
}

/** Asks before it does something that takes things away. Two presses, no window, no script. */
export function ConfirmForm({ action, summary, children, fields, confirm }: ConfirmFormProps): Html {
  return (
    <Fold summary={summary}>
      <form class="form" method="post" action={action}>
        <p>{children}</p>
        {fields}
        <div class="actions">
          <Button kind="danger">{confirm}</Button>
        </div>
      </form>
    </Fold>
  )
}
