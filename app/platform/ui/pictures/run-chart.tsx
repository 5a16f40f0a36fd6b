import type { Child, Html } from '#html'
import { Table } from '../components/table.tsx'

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
export function RunChart({ readings, start, goal, label, words, source }: RunChartProps): Html {
  const levels = [...readings.map((reading) => reading.value), ...[start, goal].filter((level) => level !== undefined)]
  const low = Math.min(...levels)
  const high = Math.max(...levels)
  const y = (value: number) => round(height - bottom - ((value - low) / (high - low || 1)) * (height - top - bottom))
  const x = (index: number) => round(left + (index / Math.max(1, readings.length - 1)) * (width - left - right))
  const last = readings.at(-1)
  const line = (value: number, name: string, word: string, fallback: number) => (
    <>
      <path class={name} d={`M${left} ${y(value)}H${width - right + 18}`} />
      <text class={name === 'goal-line' ? 'goal-word' : undefined} x={width - right + 24} y={fallback}>
        {word}
      </text>
    </>
  )
  return (
    <figure class="run">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {start !== undefined && line(start, 'start-line', `${words.start} ${start}`, y(start) + 5)}
        {goal !== undefined && line(goal, 'goal-line', `${words.goal} ${goal}`, y(goal) + 5)}
        <path class="line" d={`M${readings.map((reading, index) => `${x(index)} ${y(reading.value)}`).join(' ')}`} />
        {readings.map((reading, index) => (
          <circle cx={x(index)} cy={y(reading.value)} r={index === readings.length - 1 ? 9 : 6} />
        ))}
        {readings.length > 1 && (
          <text x={left - 8} y={height - 4}>
            {readings[0]?.day}
          </text>
        )}
        {last && (
          <text x={x(readings.length - 1)} y={height - 4} text-anchor="middle">
            {last.day}
          </text>
        )}
      </svg>
      {source && <figcaption class="source">{source}</figcaption>}
      <details class="fold small no-print">
        <summary>{words.table}</summary>
        <Table
          caption={label}
          captionHidden
          columns={[
            { head: words.day, cell: (reading: Reading) => reading.day },
            { head: words.value, cell: (reading: Reading) => reading.said ?? reading.value, numeric: true },
          ]}
          rows={readings}
        />
      </details>
    </figure>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
