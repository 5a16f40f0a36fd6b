import type { Child, Html } from '#html'
import { Button } from './button.tsx'
import { TextField } from './text-field.tsx'

interface SearchFormProps {
  readonly action: string
  readonly label: string
  readonly hint?: string
  /** What was looked for. */
  readonly value: string
  readonly maxlength?: number
  readonly button: string
  /** What narrows the search. */
  readonly children?: Child
}

/** Looks something up: what is sought goes into the address as `q`, so that an answer can be shared. */
export function SearchForm({ action, value, button, maxlength = 200, children, ...field }: SearchFormProps): Html {
  return (
    <search>
      <form class="form" method="get" action={action}>
        <TextField name="q" type="search" {...field} value={value} maxlength={maxlength} />
        {children}
        <div class="actions">
          <Button kind="main" icon="search">
            {button}
          </Button>
        </div>
      </form>
    </search>
  )
}
