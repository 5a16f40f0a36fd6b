import type { Child, Html } from '#html'
import { classes, type Tone } from '../tone.ts'

interface ZoneProps {
  readonly id?: string
  readonly title: string
  readonly tone?: Tone
  /** A few words beside the heading: how many, since when. */
  readonly note?: Child
  readonly class?: string
  readonly children?: Child
}

/** A part of a board: a heading on a leaning flag, and what stands under it. Its tone colours everything inside. */
export function Zone({ id, title, tone, note, class: extra, children }: ZoneProps): Html {
  return (
    <section id={id} class={classes('zone', tone && `tone-${tone}`, extra)}>
      <header>
        <h2>{title}</h2>
        {note && <span>{note}</span>}
      </header>
      {children}
    </section>
  )
}
