import type { Child, Html } from '#html'
import { classes, type Tone } from '../tone.ts'

interface PressLook {
  readonly tone?: Tone | undefined
  /** Stands before the words: an `Avatar`, a `Plank`. */
  readonly before?: Child
  readonly title: Child
  /** Small words under the title. */
  readonly note?: Child
}

function inside({ before, title, note }: PressLook): Html {
  return (
    <>
      {before}
      <span>
        <b>{title}</b>
        {note && <small>{note}</small>}
      </span>
    </>
  )
}

const look = ({ tone }: PressLook): string => classes('card press', tone ? `tone-${tone}` : 'flat')

/** A sheet that can be pressed as a whole and sends its form. */
export function CardButton(props: PressLook & { readonly name: string; readonly value: string }): Html {
  return (
    <button type="submit" class={look(props)} name={props.name} value={props.value}>
      {inside(props)}
    </button>
  )
}

/** A sheet that leads somewhere as a whole. */
export function CardLink(props: PressLook & { readonly href: string }): Html {
  return (
    <a class={look(props)} href={props.href}>
      {inside(props)}
    </a>
  )
}
