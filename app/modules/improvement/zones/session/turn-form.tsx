import type { Child, Html } from '../../../../platform/html/jsx-runtime.ts'

interface TurnFormProps {
  /** Of the board. */
  readonly path: string
  readonly card: string
  /** It was talked about: the next one is in turn. Left out: bring this one forward. */
  readonly seen?: boolean
  /** Its button. */
  readonly children: Child
}

/** Brings a goal or an action forward for everybody, or puts it behind. */
export function TurnForm({ path, card, seen, children }: TurnFormProps): Html {
  return (
    <form method="post" action={`${path}/session/turn`} data-entry>
      <input type="hidden" name="card" value={card} />
      {seen && <input type="hidden" name="seen" value="yes" />}
      {children}
    </form>
  )
}
