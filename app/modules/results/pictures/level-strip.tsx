import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { LevelView, ShownShare } from '../school/domain-view.ts'

interface LevelStripProps {
  readonly level: LevelView
  /** The whole picture in a sentence or two. */
  readonly label: string
  readonly words: {
    readonly years: string
    readonly norm: (value: number) => string
    readonly year: (period: string) => string
  }
}

const width = 340
const left = 70
const right = 14
const row = 30
const top = 24

/** Per school year, and over them, which share of pupils reached a level: the part that masks leave open is a bar. */
export function LevelStrip({ level, label, words }: LevelStripProps): Html {
  const rows = [
    ...level.years.map(({ period, share }) => ({ name: words.year(period), share, isAll: false })),
    { name: words.years, share: level.overYears, isAll: true },
  ]
  const bottom = top + rows.length * row
  const x = (percent: number) => Math.round((left + (percent / 100) * (width - left - right)) * 10) / 10
  const { norm, similar } = level
  return (
    <svg class="levels" viewBox={`0 0 ${width} ${bottom + 22}`} role="img" aria-label={label}>
      {similar !== undefined && (
        <rect
          class="like"
          x={x(similar.low)}
          y={top - 4}
          width={x(similar.high) - x(similar.low)}
          height={bottom - top + 8}
        />
      )}
      {[0, 50, 100].map((percent) => (
        <>
          <path class="tick" d={`M${x(percent)} ${top - 4}V${bottom + 4}`} />
          <text
            x={x(percent)}
            y={bottom + 19}
            text-anchor={percent === 0 ? 'start' : percent === 100 ? 'end' : 'middle'}
          >
            {percent === 100 ? '100 %' : percent}
          </text>
        </>
      ))}
      {rows.map(({ name, share, isAll }, index) => (
        <g class={isAll ? 'all' : undefined}>
          <text x="0" y={top + index * row + 20}>
            {name}
          </text>
          {share !== undefined && <Mark share={share} x={x} y={top + index * row + row / 2} />}
        </g>
      ))}
      {norm !== undefined && (
        <>
          <path class="norm" d={`M${x(norm)} ${top - 6}V${bottom + 4}`} />
          <text class="norm-word" x={x(norm)} y={top - 10} text-anchor={norm > 80 ? 'end' : 'middle'}>
            {words.norm(norm)}
          </text>
        </>
      )}
    </svg>
  )
}

/** A line for chance, a bar for what masks leave open; where they leave nothing open a dot. */
function Mark({
  share,
  x,
  y,
}: {
  readonly share: ShownShare
  readonly x: (percent: number) => number
  readonly y: number
}): Html {
  const [low, high] = share.chance
  return (
    <>
      <path class="chance" d={`M${x(low)} ${y}H${x(high)}`} />
      <path class="share" d={`M${x(share.low)} ${y}H${x(share.high)}`} />
    </>
  )
}
