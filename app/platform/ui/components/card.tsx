import type { Child, Html } from '#html'
import { classes, type Tone } from '../tone.ts'

interface CardProps {
  readonly id?: string
  /** Left out: the tone of the zone it stands in. */
  readonly tone?: Tone | undefined
  /** Small words above the content: where it comes from, when. */
  readonly over?: Child
  readonly state?: 'done' | 'waiting' | 'refused' | 'fresh' | undefined
  /** `item` lays out three parts on a line: tick, words, when. `flat` has no coloured edge. */
  readonly shape?: 'item' | 'flat' | 'goal'
  readonly as?: 'article' | 'section' | 'div' | 'li'
  readonly children?: Child
}

/** A sheet of paper with a coloured edge. */
export function Card({ id, tone, over, state, shape, as: Tag = 'article', children }: CardProps): Html {
  return (
    <Tag id={id} class={classes('card', shape, state, tone && `tone-${tone}`)}>
      {over && <p class="over">{over}</p>}
      {children}
    </Tag>
  )
}
