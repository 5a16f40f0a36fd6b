import type { Html } from '../../../platform/html/jsx-runtime.ts'

interface Ends {
  readonly low: number
  readonly high: number
}

interface IndicatorStripProps {
  readonly rows: readonly { readonly name: string; readonly value: Ends | undefined; readonly isAll: boolean }[]
  /** The scale of the indicator: the picture shows the part of it that is used. */
  readonly least: number
  readonly most: number
  readonly step: number
  readonly norm: number | undefined
  /** The middle half of locations, from the lowest that it can begin to the highest that it can end. */
  readonly half: Ends | undefined
  readonly number: (value: number) => string
  readonly normWords: string
  /** The whole picture in a sentence or two. */
  readonly label: string
}

const width = 340
const left = 70
const right = 22
const row = 30
const top = 24

/** Per school year, and over them, what an indicator is: a dot where it is known, a bar for what masks leave open. */
export function IndicatorStrip(props: IndicatorStripProps): Html {
  const { rows, norm, half, number, normWords, label } = props
  const [from, to] = windowOf(props)
  const bottom = top + rows.length * row
  const x = (value: number) => Math.round((left + ((value - from) / (to - from)) * (width - left - right)) * 10) / 10
  return (
    <svg class="levels" viewBox={`0 0 ${width} ${bottom + 22}`} role="img" aria-label={label}>
      {half !== undefined && (
        <rect class="like" x={x(half.low)} y={top - 4} width={x(half.high) - x(half.low)} height={bottom - top + 8} />
      )}
      {[from, (from + to) / 2, to].map((value) => (
        <>
          <path class="tick" d={`M${x(value)} ${top - 4}V${bottom + 4}`} />
          <text x={x(value)} y={bottom + 19} text-anchor="middle">
            {number(value)}
          </text>
        </>
      ))}
      {rows.map(({ name, value, isAll }, index) => (
        <g class={isAll ? 'all' : undefined}>
          <text x="0" y={top + index * row + 20}>
            {name}
          </text>
          {value !== undefined && (
            <path class="share" d={`M${x(value.low)} ${top + index * row + row / 2}H${x(value.high)}`} />
          )}
        </g>
      ))}
      {norm !== undefined && (
        <>
          <path class="norm" d={`M${x(norm)} ${top - 6}V${bottom + 4}`} />
          <text class="norm-word" x={x(norm)} y={top - 10} text-anchor={x(norm) > width - 60 ? 'end' : 'middle'}>
            {normWords}
          </text>
        </>
      )}
    </svg>
  )
}

/** Whole steps around everything that is shown, four at least, within the scale. */
function windowOf({ rows, norm, half, least, most, step }: IndicatorStripProps): readonly [from: number, to: number] {
  const shown = [
    ...rows.flatMap(({ value }) => (value === undefined ? [] : [value.low, value.high])),
    ...(norm === undefined ? [] : [norm]),
    ...(half === undefined ? [] : [half.low, half.high]),
  ]
  const from = Math.max(least, Math.floor(Math.min(...shown) / step) * step)
  const to = Math.min(most, Math.max(from + 4 * step, Math.ceil(Math.max(...shown) / step) * step))
  return [Math.max(least, Math.min(from, to - 4 * step)), to]
}
