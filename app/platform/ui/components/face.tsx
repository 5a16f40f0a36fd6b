import type { Html } from '#html'
import { classes } from '../tone.ts'

export const moods = ['good', 'fair', 'bad'] as const
export type Mood = (typeof moods)[number]

const mouth: Readonly<Record<Mood, string>> = {
  good: 'M18 34c3.5 8 20.5 8 24 0',
  fair: 'M19 38h22',
  bad: 'M19 42c3.5-7.5 18.5-7.5 22 0',
}

/** One of three faces. Decoration: the word beside it says the same. */
export function Face({ mood, on }: { readonly mood: Mood; readonly on?: boolean }): Html {
  return (
    <svg class={classes('face', on && 'on')} viewBox="0 0 60 60" aria-hidden="true">
      <circle class="skin line" cx="30" cy="30" r="26.5" stroke-width="3.5" />
      <circle class="eye" cx="21.5" cy="25" r="3.4" />
      <circle class="eye" cx="38.5" cy="25" r="3.4" />
      <path class="line" d={mouth[mood]} fill="none" stroke-width="3.5" stroke-linecap="round" />
    </svg>
  )
}
