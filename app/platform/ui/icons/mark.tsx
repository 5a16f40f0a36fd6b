import type { Html } from '#html'

/** The mark: a plank about to tip, with the ball that will do it. Follows the theme by classes. */
export function Mark(): Html {
  return (
    <svg class="plank" viewBox="0 0 32 32" aria-hidden="true">
      <path class="pivot" d="m16 17.5 6 11H10z" />
      <path class="beam" d="M3 23 29 13" stroke-width="3.2" stroke-linecap="round" />
      <circle class="ball" cx="25.4" cy="8.2" r="4.3" />
    </svg>
  )
}
