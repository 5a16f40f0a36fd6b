import type { Html } from '#html'

interface DotsProps {
  /** One a week, oldest first: whether it happened. */
  readonly weeks: readonly boolean[]
  /** The same in words: '3 van 4 weken'. */
  readonly label: string
}

/** A rhythm: filled where it happened, open where it did not. */
export function Dots({ weeks, label }: DotsProps): Html {
  return (
    <span class="dots">
      <svg viewBox={`0 0 ${weeks.length * 20} 20`} role="img" aria-label={label}>
        {weeks.map((happened, index) => (
          <circle class={happened ? 'on' : 'off'} cx={index * 20 + 10} cy="10" r="6.5" stroke-width="2.5" />
        ))}
      </svg>
    </span>
  )
}
