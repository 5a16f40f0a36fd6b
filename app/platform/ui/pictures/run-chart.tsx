import type { Child, Html } from '#html'
import { TableParts } from '../components/table.tsx'

export interface Reading {
  /** The day as the reader says it, such as '10 nov'. */
  readonly day: string
  readonly value: number
  /** The value as the reader writes it ('7 van 12', '38 %'); left out: the number. */
  readonly said?: string
}

interface RunChartProps {
  readonly readings: readonly Reading[]
  readonly start?: number | undefined
  readonly goal?: number | undefined
  /** Writes a number as the reader does ('2,5'). */
  readonly say?: (value: number) => string
  /** The whole picture in one sentence. */
  readonly label: string
  readonly words: {
    readonly start: string
    readonly goal: string
    readonly day: string
    readonly value: string
    readonly table: string
  }
  /** How many were counted, by whom, since when. */
  readonly source?: Child
}

const width = 420
const height = 150
const left = 14
const right = 64
const top = 18
const bottom = 30

/** Readings over time with the lines of start and goal, and the same figures as a table under it. */
export function RunChart({ readings, start, goal, say = String, label, words, source }: RunChartProps): Html {
  const levels = [...readings.map(({ value }) => value), start, goal].filter((level) => level !== undefined)
  const low = Math.min(...levels)
  const high = Math.max(...levels)
  const y = (value: number) =>
    Math.round(height - bottom - ((value - low) / (high - low || 1)) * (height - top - bottom))
  const x = (index: number) => Math.round(left + (index / Math.max(1, readings.length - 1)) * (width - left - right))
  const places = readings.map(({ value }, index) => `${x(index)} ${y(value)}`)
  // Round ends of lines without length: a dot for a few bytes each.
  const points = places.map((place) => `M${place}h0`).join('')
  const last = readings.at(-1)
  return (
    <figure class="run">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {start !== undefined && (
          <>
            <path class="start-line" d={`M${left} ${y(start)}H${width - right + 18}`} />
            <text x={width - right + 24} y={y(start) + 5 + nudge(y(start), goal === undefined ? undefined : y(goal))}>
              {words.start} {say(start)}
            </text>
          </>
        )}
        {goal !== undefined && (
          <>
            <path class="goal-line" d={`M${left} ${y(goal)}H${width - right + 18}`} />
            <text class="goal-word" x={width - right + 24} y={y(goal) + 5}>
              {words.goal} {say(goal)}
            </text>
          </>
        )}
        {places.length > 1 && <path class="line" d={`M${places.join(' ')}`} />}
        {places.length > 0 && <path class="ring" d={points} />}
        {places.length > 0 && <path class="point" d={points} />}
        {last && (
          <circle
            class={isReached(last.value, start, goal) ? 'reached' : undefined}
            cx={x(readings.length - 1)}
            cy={y(last.value)}
            r="9"
          />
        )}
        {readings.length > 1 && (
          <text x={left - 8} y={height - 4}>
            {readings[0]?.day}
          </text>
        )}
        {last && (
          <text x={x(readings.length - 1)} y={height - 4} text-anchor={readings.length > 1 ? 'middle' : undefined}>
            {last.day}
          </text>
        )}
      </svg>
      {source && <figcaption class="source">{source}</figcaption>}
      <details class="fold small no-print">
        <summary>{words.table}</summary>
        <table class="utrecht-table utrecht-table--html-table" aria-label={words.table}>
          <TableParts
            columns={[
              { head: words.day, cell: (reading: Reading) => reading.day },
              { head: words.value, cell: (reading: Reading) => reading.said ?? say(reading.value), numeric: true },
            ]}
            rows={readings}
          />
        </table>
      </details>
    </figure>
  )
}

/** How far the word of the start line moves away from that of the goal line, where they would be written through each other. */
function nudge(start: number, goal: number | undefined): number {
  if (goal === undefined || Math.abs(start - goal) >= 17) return 0
  return start >= goal ? goal + 17 - start : goal - 17 - start
}

/** A goal may lie under the start: fewer pupils who drop out. */
function isReached(value: number, start: number | undefined, goal: number | undefined): boolean {
  if (goal === undefined) return false
  return goal >= (start ?? goal) ? value >= goal : value <= goal
}
