import type { Html } from '#html'

/** The picture at the door: many small balls together, and the plank goes. Decoration, on wide screens only. */
export function Scene(): Html {
  return (
    <svg class="scene" viewBox="0 0 640 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path class="pivot" d="m392 560 96 190H296z" />
      <g transform="rotate(14 392 548)">
        <path class="beam" d="M120 548H664" stroke-width="30" stroke-linecap="round" />
        <circle class="one" cx="186" cy="495" r="38" />
        <circle class="tone-design" cx="470" cy="495" r="38" />
        <circle class="tone-voice" cx="546" cy="495" r="38" />
        <circle class="tone-insight" cx="622" cy="495" r="38" />
        <circle class="tone-visit" cx="508" cy="429" r="38" />
        <circle class="tone-good" cx="584" cy="429" r="38" />
      </g>
    </svg>
  )
}
