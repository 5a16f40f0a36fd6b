import type { Html } from '#html'

interface TickProps {
  /** Says what becomes done: 'Klaar: stappenkaart hangen'. */
  readonly label: string
  readonly done?: boolean
  readonly name: string
  readonly value: string
  /** The id of a form elsewhere on the page: one form serves a whole list, which keeps each card small. */
  readonly form?: string
}

/** A big box to tick, in a form: `name=value` says which thing. */
export function Tick({ label, done = false, name, value, form }: TickProps): Html {
  return (
    <button
      type="submit"
      class="tick"
      form={form}
      name={name}
      value={value}
      aria-label={label}
      aria-pressed={done ? 'true' : 'false'}
    />
  )
}
