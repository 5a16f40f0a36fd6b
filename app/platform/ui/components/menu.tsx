import type { Child, Html } from '#html'
import { Icon } from '../icons/icon.tsx'
import { classes } from '../tone.ts'

interface MenuProps {
  /** The spoken name of the button. */
  readonly label: string
  /** What the button shows; three dots where nothing is given. */
  readonly summary?: Child
  /** Opens towards the end of the line instead of the start. */
  readonly align?: 'start'
  /** Links, and forms with one button each. */
  readonly children: Child
}

/** What else can be done with a thing. Opens without script; script closes it on Escape and on a click elsewhere. */
export function Menu({ label, summary, align, children }: MenuProps): Html {
  return (
    <details class={classes('menu', align)}>
      <summary aria-label={summary === undefined ? label : undefined}>
        {summary ?? <Icon name="dots" />}
        {summary !== undefined && <span class="hide">{label}</span>}
      </summary>
      <div>{children}</div>
    </details>
  )
}
