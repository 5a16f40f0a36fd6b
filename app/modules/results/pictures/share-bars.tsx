import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { ShownShare } from '../school/domain-view.ts'

interface ShareBarsProps {
  readonly rows: readonly { readonly name: string; readonly share: ShownShare | undefined }[]
  /** The whole picture in a sentence or two. */
  readonly label: string
}

const width = 420
const left = 190
const right = 30
const row = 32

/** Shares below each other on a scale that ends where the largest needs it: a bar for masks, a line for chance. */
export function ShareBars({ rows, label }: ShareBarsProps): Html {
  const most = Math.max(10, ...rows.map(({ share }) => Math.ceil((share?.chance[1] ?? 0) / 10) * 10))
  const bottom = rows.length * row + 8
  const x = (percent: number) => Math.round((left + (percent / most) * (width - left - right)) * 10) / 10
  return (
    <svg class="levels" viewBox={`0 0 ${width} ${bottom + 22}`} role="img" aria-label={label}>
      {[0, most / 2, most].map((percent) => (
        <>
          <path class="tick" d={`M${x(percent)} 4V${bottom}`} />
          <text x={x(percent)} y={bottom + 18} text-anchor="middle">
            {`${percent} %`}
          </text>
        </>
      ))}
      {rows.map(({ name, share }, index) => (
        <g>
          <text x="0" y={index * row + 25}>
            {name}
          </text>
          {share !== undefined && (
            <>
              <path class="chance" d={`M${x(share.chance[0])} ${index * row + 20}H${x(share.chance[1])}`} />
              <path class="share" d={`M${x(share.low)} ${index * row + 20}H${x(share.high)}`} />
            </>
          )}
        </g>
      ))}
    </svg>
  )
}
