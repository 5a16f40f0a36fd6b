import { exactly, type Interval } from './interval.ts'

/** What a column counts or measures, which says what a cell in it may hold. */
export type Unit = 'count' | 'percent' | 'mark' | 'score' | 'weighting' | 'metres' | 'indicator'

export type Cell =
  | { readonly kind: 'known'; readonly value: number; readonly decimals: number }
  /** Hidden to protect pupils: anything in `within`. */
  | { readonly kind: 'masked'; readonly within: Interval }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' }

/** The least that `<5` can mean: 1 where zeros are published as 0, and 0 where the file says that it hides zeros too. */
export type MaskFloor = 0 | 1

const missing: ReadonlySet<string> = new Set([
  '',
  '-',
  '.',
  'na',
  'n/a',
  '#n/b',
  '#n/a',
  'null',
  'nvt',
  'n.v.t.',
  'onbekend',
])
const number = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/
/** Counts of some old files: a count has no decimals, so that three digits after a point are thousands. */
const thousands = /^\d{1,3}(?:\.\d{3})+$/
const below = /^< ?(\d+)$/
const atMost = /^(?:<=|≤) ?(\d+)$/
/** Hidden at the high end, of an indicator: anything above. */
const above = /^(?:>|>=|≥) ?(\d+)$/
const between = /^(\d+) ?(?:-|–|t\/m|tot en met) ?(\d+)$/

const most: Readonly<Record<Unit, number>> = {
  count: Number.POSITIVE_INFINITY,
  percent: 100,
  mark: 10,
  score: Number.POSITIVE_INFINITY,
  weighting: Number.POSITIVE_INFINITY,
  metres: Number.POSITIVE_INFINITY,
  indicator: 100,
}

/** Only an indicator can be below nought: the position of pupils against their advice. */
const least = (unit: Unit) => (unit === 'indicator' ? -100 : 0)

/**
 * Reads a cell as it is published: `17`, `" 183"`, `1.234` (a count), `535,789473684211`, `90.9`, `,0%`, `38.700000000000003`; `<5`, `<=4`,
 * `1-4` and `*` are masked; blank is missing. Counts are whole and not negative, percentages at most 100, marks at most 10,
 * indicators from -100 to 100 (`>95` is masked); anything else is unreadable, never rounded or guessed.
 */
export function readCell(text: string, unit: Unit, floor: MaskFloor): Cell {
  const plain = text.replace(/[\s\u00a0]+/g, ' ').trim()
  if (missing.has(plain.toLowerCase())) return { kind: 'missing' }
  if (plain === '*') return { kind: 'masked', within: { low: least(unit), high: most[unit] } }
  const masked = maskedWithin(plain, unit, floor)
  if (masked !== undefined)
    return masked.high <= most[unit] ? { kind: 'masked', within: masked } : { kind: 'unreadable' }
  if (unit === 'count' && thousands.test(plain))
    return { kind: 'known', value: Number(plain.replaceAll('.', '')), decimals: 0 }
  const digits = unit === 'percent' ? plain.replace(/ ?%$/, '') : plain
  if (!number.test(digits)) return { kind: 'unreadable' }
  const value = Number(digits.replace(',', '.'))
  if (value < least(unit) || value > most[unit] || (unit === 'count' && !Number.isInteger(value)))
    return { kind: 'unreadable' }
  return { kind: 'known', value, decimals: /[.,](\d*)$/.exec(digits)?.[1]?.length ?? 0 }
}

/** The numbers that a cell can stand for; undefined where it stands for none. */
export function intervalOf(cell: Cell): Interval | undefined {
  if (cell.kind === 'known') return exactly(cell.value)
  return cell.kind === 'masked' ? cell.within : undefined
}

function maskedWithin(text: string, unit: Unit, floor: MaskFloor): Interval | undefined {
  const [, limit] = below.exec(text) ?? []
  // A mean or percentage below 5 can be any number up to it.
  if (limit !== undefined) {
    return unit === 'count' ? { low: floor, high: Number(limit) - 1 } : { low: least(unit), high: Number(limit) }
  }
  const [, bottom] = above.exec(text) ?? []
  if (bottom !== undefined) return unit === 'indicator' ? { low: Number(bottom), high: most[unit] } : undefined
  const [, top] = atMost.exec(text) ?? []
  if (top !== undefined) return { low: least(unit), high: Number(top) }
  const [, from, to] = between.exec(text) ?? []
  if (from === undefined || to === undefined || Number(from) > Number(to)) return undefined
  return { low: Number(from), high: Number(to) }
}
