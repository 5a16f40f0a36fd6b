import { gunzipSync, gzipSync } from 'node:zlib'
import {
  type DomainShares,
  domains,
  type Interval,
  indicators,
  type SchoolCode,
  type SchoolFigures,
  type ShareBounds,
  type TogetherFigures,
  type YearFigures,
} from '@kantelpunt/school-results'

// The figures of the country are kept as gzipped JSON of plain lists: names of fields would be ten times the numbers.

type Ends = readonly [low: number, high: number | null]
type PackedBounds = readonly [lowAbove: number, lowTotal: number, highAbove: number, highTotal: number] | null
type PackedTogether = readonly [bounds: PackedBounds, published: TogetherFigures['published'] | null]
type PackedYear = readonly [period: string, pupils: Ends, shares: readonly PackedBounds[]]
type PackedSchool = readonly [
  location: string | null,
  object: string | null,
  weighting: number | null,
  pupils: Ends,
  together: readonly [PackedTogether, PackedTogether] | null,
  years: readonly PackedYear[],
  overYears: readonly PackedBounds[] | null,
]

/** The figures of schools as bytes: about 100 a school. */
export function packFigures(schools: readonly SchoolFigures[]): Uint8Array {
  return gzipSync(JSON.stringify(schools.map(packSchool)))
}

export function unpackFigures(bytes: Uint8Array): readonly SchoolFigures[] {
  // Written by packFigures and by nothing else: the table is the system's.
  const packed = JSON.parse(gunzipSync(bytes).toString('utf8')) as readonly PackedSchool[]
  return packed.map(unpackSchool)
}

function packSchool(school: SchoolFigures): PackedSchool {
  const { location, object, weighting, pupils, together, years, overYears } = school
  return [
    packCode(location),
    packCode(object),
    weighting ?? null,
    packEnds(pupils),
    together === undefined ? null : [packTogether(together['1F']), packTogether(together['1S/2F'])],
    years.map(({ period, pupils: own, shares }) => [period, packEnds(own), packShares(shares)]),
    overYears === undefined ? null : packShares(overYears),
  ]
}

function unpackSchool([location, object, weighting, pupils, together, years, overYears]: PackedSchool): SchoolFigures {
  return {
    location: unpackCode(location),
    object: unpackCode(object),
    weighting: weighting ?? undefined,
    pupils: unpackEnds(pupils),
    together:
      together === null ? undefined : { '1F': unpackTogether(together[0]), '1S/2F': unpackTogether(together[1]) },
    years: years.map(
      ([period, own, shares]): YearFigures => ({ period, pupils: unpackEnds(own), shares: unpackShares(shares) }),
    ),
    overYears: overYears === null ? undefined : unpackShares(overYears),
  }
}

function packCode(code: SchoolCode | undefined): string | null {
  return code === undefined ? null : `${code.brin}${code.location}`
}

function unpackCode(text: string | null): SchoolCode | undefined {
  return text === null ? undefined : { brin: text.slice(0, 4), location: text.slice(4) }
}

/** JSON has no infinity. */
function packEnds({ low, high }: Interval): Ends {
  return [low, Number.isFinite(high) ? high : null]
}

function unpackEnds([low, high]: Ends): Interval {
  return { low, high: high ?? Number.POSITIVE_INFINITY }
}

function packTogether({ bounds, published }: TogetherFigures): PackedTogether {
  return [packBounds(bounds), published ?? null]
}

function unpackTogether([bounds, published]: PackedTogether): TogetherFigures {
  return { bounds: unpackBounds(bounds), published: published ?? undefined }
}

function packShares(shares: DomainShares): readonly PackedBounds[] {
  return domains.flatMap((domain) => indicators.map((indicator) => packBounds(shares[domain][indicator])))
}

function unpackShares(packed: readonly PackedBounds[]): DomainShares {
  const of = (at: number) => ({ '1F': unpackBounds(packed[at] ?? null), '1S/2F': unpackBounds(packed[at + 1] ?? null) })
  return { reading: of(0), language: of(2), arithmetic: of(4) }
}

function packBounds(bounds: ShareBounds | undefined): PackedBounds {
  return bounds === undefined ? null : [bounds.low.above, bounds.low.total, bounds.high.above, bounds.high.total]
}

function unpackBounds(packed: PackedBounds): ShareBounds | undefined {
  if (packed === null) return undefined
  const [lowAbove, lowTotal, highAbove, highTotal] = packed
  return { low: { above: lowAbove, total: lowTotal }, high: { above: highAbove, total: highTotal } }
}
