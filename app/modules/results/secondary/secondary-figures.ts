import { percentage, type ShareBounds, wilsonInterval } from '@kantelpunt/school-results'
import type { StoredMeasure } from '../published/tables.ts'
import type { ShownShare } from '../school/domain-view.ts'

/** A number as it is kept: both ends, null where it is missing. */
export interface StoredEnds {
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

export interface Count {
  readonly low: number
  readonly high: number
}

/** As the parts of the measure `pupils` are called. */
export const moves = ['moved-down', 'repeating', 'moved-up'] as const
export type Move = (typeof moves)[number]

/** What became of pupils after a year, at one location. */
export interface Progress {
  readonly pupils: Count
  readonly moves: readonly { readonly move: Move; readonly pupils: Count; readonly share: ShownShare | undefined }[]
}

export interface ExamYear {
  readonly track: string
  readonly period: string
  readonly candidates: Count
  readonly passed: Count
  readonly share: ShownShare | undefined
}

/** The moves of one row of kind `progress-secondary`; undefined where its pupils are missing. */
export function progressOf(measures: readonly StoredMeasure[], row: StoredEnds): Progress | undefined {
  const pupils = countAt(measures, row, ({ part }) => part === '')
  if (pupils === undefined) return undefined
  return {
    pupils,
    moves: moves.flatMap((move) => {
      const moved = countAt(measures, row, ({ part }) => part === move)
      return moved === undefined ? [] : [{ move, pupils: moved, share: shareOf(moved, pupils) }]
    }),
  }
}

/** The exams of a location from its rows of kind `exam-passes`, programmes of one track together, newest year first. */
export function examsOf(
  measures: readonly StoredMeasure[],
  rows: readonly (StoredEnds & { readonly track: string })[],
): readonly ExamYear[] {
  const periods = [...new Set(measures.flatMap(({ period }) => period ?? []))].toSorted().toReversed()
  const tracks = [...new Set(rows.map(({ track }) => track))].toSorted((one, other) => one.localeCompare(other, 'nl'))
  return tracks.flatMap((track) => {
    const own = rows.filter((row) => row.track === track)
    return periods.flatMap((period): readonly ExamYear[] => {
      const of = (name: string) => sumOf(own.map((row) => countAt(measures, row, (each) => isOf(each, name, period))))
      const candidates = of('candidates')
      const passed = of('passed')
      if (candidates === undefined || passed === undefined || candidates.high === 0) return []
      return [{ track, period, candidates, passed, share: shareOf(passed, candidates) }]
    })
  })
}

/** A part of a whole, both as intervals; undefined where there may be nobody. Nobody in the part is outside of the whole. */
export function shareOf(part: Count, whole: Count): ShownShare | undefined {
  if (whole.low <= 0 || !Number.isFinite(whole.high)) return undefined
  const bounds: ShareBounds = {
    low: { above: Math.min(part.low, whole.high), total: whole.high },
    high: { above: Math.min(part.high, whole.low), total: whole.low },
  }
  return {
    low: percentage(bounds.low),
    high: percentage(bounds.high),
    chance: [wilsonInterval(bounds.low, 1.96)[0], wilsonInterval(bounds.high, 1.96)[1]],
  }
}

function isOf({ name, part, period }: StoredMeasure, wanted: string, ofPeriod: string): boolean {
  return name === wanted && part === 'all' && period === ofPeriod
}

function countAt(
  measures: readonly StoredMeasure[],
  row: StoredEnds,
  isIt: (measure: StoredMeasure) => boolean,
): Count | undefined {
  const place = measures.findIndex(isIt)
  const low = row.low[place]
  if (place === -1 || low === null || low === undefined) return undefined
  // JSON and arrays of PostgreSQL have no end where a mask leaves none.
  return { low, high: row.high[place] ?? Number.POSITIVE_INFINITY }
}

/** Rows whose number is missing add nobody; undefined where it is missing in each. */
function sumOf(counts: readonly (Count | undefined)[]): Count | undefined {
  const known = counts.filter((count) => count !== undefined)
  if (known.length === 0) return undefined
  return known.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 })
}
