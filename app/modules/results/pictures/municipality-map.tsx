import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { MunicipalityChange } from '../policy/municipality-changes.ts'
import { municipalityTiles, type Tile, tileColumns, tileRows } from '../policy/municipality-tiles.ts'

interface MunicipalityMapProps {
  readonly municipalities: readonly MunicipalityChange[]
  /** The whole picture in a sentence or two. */
  readonly label: string
  /** What is said of one municipality, to who points at it. */
  readonly sayOf: (municipality: MunicipalityChange) => string
}

const step = 20
const gap = 1
const full = step - 2 * gap

/**
 * A square for each municipality. What of its schools changes for certain is filled from below, what masked cells leave open
 * stands on top of that; a square with a dotted edge has too few schools.
 */
export function MunicipalityMap({ municipalities, label, sayOf }: MunicipalityMapProps): Html {
  const placed = municipalities.flatMap((municipality) => {
    const tile = municipalityTiles.get(municipality.code)
    return tile === undefined ? [] : [{ municipality, tile }]
  })
  const shares = placed.filter(({ municipality }) => municipality.share !== undefined)
  const squares = (all: typeof placed) => all.map(({ tile }) => bar(tile, 0, 1)).join('')
  const filled = (from: (share: Share) => number, to: (share: Share) => number) =>
    shares
      .map(({ municipality: { share }, tile }) => (share === undefined ? '' : bar(tile, from(share), to(share))))
      .join('')
  return (
    <svg class="tiles" viewBox={`0 0 ${tileColumns * step} ${tileRows * step}`} role="img" aria-label={label}>
      <path class="tile" d={squares(shares)} />
      <path class="few" d={squares(placed.filter(({ municipality }) => municipality.share === undefined))} />
      <path
        class="sure"
        d={filled(
          () => 0,
          ({ low }) => low,
        )}
      />
      <path
        class="open"
        d={filled(
          ({ low }) => low,
          ({ high }) => high,
        )}
      />
      <path class="border" d={borders(placed)} />
      {placed.map(({ municipality, tile: { column, row } }) => (
        <rect class="hit" x={column * step} y={row * step} width={step} height={step}>
          <title>{sayOf(municipality)}</title>
        </rect>
      ))}
    </svg>
  )
}

type Share = NonNullable<MunicipalityChange['share']>

/** A part of a square, from one share of its height to another. */
function bar({ column, row }: Tile, from: number, to: number): string {
  const height = Math.round(full * (to - from) * 10) / 10
  if (height <= 0) return ''
  const top = Math.round((row * step + gap + full * (1 - to)) * 10) / 10
  return `M${column * step + gap} ${top}h${full}v${height}h-${full}z`
}

/** Lines between squares of different provinces, so that one finds the way. */
function borders(placed: readonly { readonly municipality: MunicipalityChange; readonly tile: Tile }[]): string {
  const provinceAt = new Map(
    placed.map(({ municipality, tile }) => [`${tile.column} ${tile.row}`, municipality.province]),
  )
  const differs = (province: string, column: number, row: number) => {
    const other = provinceAt.get(`${column} ${row}`)
    return other !== undefined && other !== province
  }
  return placed
    .map(({ municipality: { province }, tile: { column, row } }) => {
      const right = differs(province, column + 1, row) ? `M${(column + 1) * step} ${row * step}v${step}` : ''
      const below = differs(province, column, row + 1) ? `M${column * step} ${(row + 1) * step}h${step}` : ''
      return right + below
    })
    .join('')
}
