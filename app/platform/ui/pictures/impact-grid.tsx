import type { Html } from '#html'
import type { Locale } from '../../text/dictionary.ts'
import { text } from '../text.ts'

export interface Idea {
  /** Of the thing itself, for dragging it: see `client/impact-controller.ts`. */
  readonly id?: string
  readonly label: string
  /** From 1 (little) to 5 (much). */
  readonly effect: number
  /** From 1 (hard) to 5 (easy). */
  readonly feasible: number
}

const side = 360
const edge = 34
const cell = (side - edge) / 5

/** Ideas by their effect on pupils and how feasible they are, numbered, with the same as a list. Top right: do this first. */
export function ImpactGrid({ locale, ideas }: { readonly locale: Locale; readonly ideas: readonly Idea[] }): Html {
  const words = text(locale).impact
  const seen = new Map<string, number>()
  return (
    <div class="impact picture">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={words.label}>
        <rect class="ground" x={edge} y="0" width={side - edge} height={side - edge} rx="10" />
        <rect class="best" x={edge + 3 * cell} y="0" width={2 * cell} height={2 * cell} rx="10" />
        {/* Between two rows, where no idea stands. */}
        <text class="first" x={side - 10} y={cell + 6} text-anchor="end">
          {words.first}
        </text>
        <text x={edge} y={side - 8}>
          {words.feasible}
        </text>
        <text transform={`translate(20 ${side - edge}) rotate(-90)`}>{words.effect}</text>
        {ideas.map((idea, index) => {
          const place = `${idea.effect} ${idea.feasible}`
          const before = seen.get(place) ?? 0
          seen.set(place, before + 1)
          // Ideas at the same place stand a little beside each other instead of on top of each other.
          const x = Math.round(edge + (idea.feasible - 0.5) * cell + before * 13 - 6)
          const y = Math.round(side - edge - (idea.effect - 0.5) * cell + before * 9)
          return (
            <g data-id={idea.id}>
              <circle class="dot" cx={x} cy={y} r="15" />
              <text class="dot-word" x={x} y={y + 5}>
                {index + 1}
              </text>
            </g>
          )
        })}
      </svg>
      <ol aria-label={words.list}>
        {ideas.map((idea) => (
          <li>
            {idea.label} <span class="soft small">{words.place(idea.effect, idea.feasible)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
