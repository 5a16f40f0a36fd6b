import type { Html } from '#html'
import { classes } from '../tone.ts'

interface PlankProps {
  /** How far from start (0) to goal (1). From 1 on the plank has tipped. */
  readonly share: number
  /** The spoken description; without it the picture is decoration beside words that say the same. */
  readonly label?: string
}

/** The plank of the house as a small picture of progress: the ball rolls from start to goal, and at the goal it tips. */
export function Plank({ share, label }: PlankProps): Html {
  const tipped = share >= 1
  const along = Math.min(1, Math.max(0, share))
  // The plank leans 5 up over 40 across towards the goal, and as much the other way once tipped.
  const x = 12 + 40 * along
  const rise = (x - 32) / 20
  const y = 30 + (tipped ? 1 : -1) * rise * 6 - 8.6
  return (
    <svg
      class={classes('plank', tipped && 'tipped')}
      viewBox="0 0 64 48"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <path class="pivot" d="m32 31 9 15H23z" />
      <path class="beam" d={tipped ? 'M6 22.2 58 37.8' : 'M6 37.8 58 22.2'} stroke-width="5" stroke-linecap="round" />
      <circle class="ball" cx={x.toFixed(1)} cy={y.toFixed(1)} r="6" />
    </svg>
  )
}
