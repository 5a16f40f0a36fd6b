import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { firstWeighting, lastWeighting, shareStep, type WeightingPlot } from '../policy/weighting-plot.ts'

interface WeightingCellsProps {
  readonly plot: WeightingPlot
  /** The norm of the class that starts there, if it has one. */
  readonly normOf: (from: number) => number | undefined
  /** The whole picture in a sentence or two. */
  readonly label: string
  readonly words: { readonly across: string }
}

const left = 46
const top = 12
const size = 18
const columns = lastWeighting - firstWeighting
const steps = 100 / shareStep
const width = left + columns * size + 10
const bottom = top + steps * size

/** Squares as large as the number of schools in that part, full where they are there for certain; the norm is a line. */
export function WeightingCells({ plot, normOf, label, words }: WeightingCellsProps): Html {
  const most = Math.max(1, ...plot.cells.map(({ possible }) => possible))
  const x = (weighting: number) => left + (weighting - firstWeighting) * size
  const y = (share: number) => bottom - (share / shareStep) * size
  const squares = (countOf: (cell: WeightingPlot['cells'][number]) => number) =>
    plot.cells
      .map((cell) => {
        const side = Math.round(Math.sqrt(countOf(cell) / most) * (size - 2) * 10) / 10
        if (side <= 0) return ''
        const from = x(cell.weighting) + (size - side) / 2
        const above = y(cell.share) - (size + side) / 2
        return `M${round(from)} ${round(above)}h${side}v${side}h-${side}z`
      })
      .join('')
  const line = Array.from({ length: columns }, (_, index) => firstWeighting + index)
    .map((from, index) => {
      const norm = normOf(from)
      if (norm === undefined) return ''
      const start =
        index === 0 || normOf(from - 1) === undefined ? `M${x(from)} ${round(y(norm))}` : `V${round(y(norm))}`
      return `${start}h${size}`
    })
    .join('')
  return (
    <svg class="cells" viewBox={`0 0 ${width} ${bottom + 44}`} role="img" aria-label={label}>
      {[0, 25, 50, 75, 100].map((share) => (
        <>
          <path class="tick" d={`M${left} ${y(share)}H${x(lastWeighting)}`} />
          <text x={left - 6} y={y(share) + 5} text-anchor="end">
            {share === 100 ? '100 %' : share}
          </text>
        </>
      ))}
      {[20, 25, 30, 35, 40].map((weighting) => (
        <text x={x(weighting)} y={bottom + 18} text-anchor="middle">
          {weighting}
        </text>
      ))}
      <text x={x(30)} y={bottom + 38} text-anchor="middle">
        {words.across}
      </text>
      <path class="may" d={squares(({ possible }) => possible)} />
      <path class="sure" d={squares(({ sure }) => sure)} />
      <path class="norm" d={line} />
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
