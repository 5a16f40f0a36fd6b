import type { Html } from '../../../../platform/html/jsx-runtime.ts'

interface IntervalPictureProps {
  readonly label: string
  readonly lowest: number
  readonly highest: number
  readonly rows: readonly {
    readonly name: string
    readonly value: number
    readonly interval: readonly [number, number]
  }[]
}

const width = 600
const left = 12
const rowHeight = 56

/** Means with their margins on one scale. Its table stands under it. */
export function IntervalPicture({ label, lowest, highest, rows }: IntervalPictureProps): Html {
  const x = (value: number) => left + ((value - lowest) / (highest - lowest)) * (width - 2 * left)
  const height = rows.length * rowHeight + 26
  const steps = Array.from({ length: Math.floor(highest - lowest) + 1 }, (_, i) => lowest + i)
  return (
    <svg class="intervals" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {steps.map((step) => (
        <>
          <line class="step" x1={x(step)} x2={x(step)} y1={0} y2={height - 22} />
          <text class="scale" x={x(step)} y={height - 4} text-anchor="middle">
            {step}
          </text>
        </>
      ))}
      {rows.map(({ name, value, interval: [low, high] }, row) => (
        <>
          <text class="name" x={left + 6} y={row * rowHeight + 20}>
            {name}
          </text>
          <line class="margin" x1={x(low)} x2={x(high)} y1={row * rowHeight + 38} y2={row * rowHeight + 38} />
          <circle class="mean" cx={x(value)} cy={row * rowHeight + 38} r={8} />
        </>
      ))}
    </svg>
  )
}
