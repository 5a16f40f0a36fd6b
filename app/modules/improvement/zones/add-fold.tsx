import type { Child, Html } from '../../../platform/html/jsx-runtime.ts'
import { Icon } from '../../../platform/ui/index.ts'

interface AddFoldProps {
  readonly id: string
  /** What is added: 'Actie erbij'. */
  readonly summary: string
  readonly children: Child
}

/** A form to add something, folded away behind a button until somebody wants it. Opens without script. */
export function AddFold({ id, summary, children }: AddFoldProps): Html {
  return (
    <details class="add" id={id}>
      <summary class="utrecht-button utrecht-button--secondary-action">
        <Icon name="plus" />
        {summary}
      </summary>
      <div class="card flat">{children}</div>
    </details>
  )
}
