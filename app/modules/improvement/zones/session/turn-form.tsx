import type { Child, Html } from '../../../../platform/html/jsx-runtime.ts'

interface TurnFormProps {
  /** Of the board. */
  readonly path: string
  /** The goal or action that comes forward. */
  readonly forward?: string | undefined
  /** The one that was talked about: it goes behind. */
  readonly seen?: string | undefined
  /** Its button. */
  readonly children: Child
}

/** Brings a goal or an action forward for everybody, or puts one behind, or both. */
export function TurnForm({ path, forward, seen, children }: TurnFormProps): Html {
  return (
    <form method="post" action={`${path}/session/turn`} data-entry>
      {forward && <input type="hidden" name="forward" value={forward} />}
      {seen && <input type="hidden" name="seen" value={seen} />}
      {children}
    </form>
  )
}
