import type { MarketRules, MarketTeacher, PlaceSystem } from '../market/market.ts'
import { type TeacherColumn, teacherColumns } from './columns.ts'
import { listOf, placeOf, systemOf, wordsOf } from './read-schools.ts'
import { openCells, type TableCells, type TableProblem } from './table-cells.ts'

const required: readonly (readonly TeacherColumn[])[] = [
  ['id'],
  ['school'],
  ['leader'],
  ['buddy'],
  ['subject'],
  ['partTime'],
  ['radius', 'minutes'],
  ['periods'],
  ['year'],
]

/** Reads teachers; places only in the system of the schools. Cells that can't be read are told, and read as something harmless. */
export function readTeachers(
  bytes: Uint8Array,
  system: PlaceSystem | undefined,
  rules: MarketRules,
  problems: TableProblem[],
) {
  const before = problems.length
  const cells = openCells('teachers', bytes, teacherColumns, required, problems)
  if (cells === undefined || problems.length > before) return undefined
  const places = system !== undefined && systemOf(cells) === system ? system : undefined
  const teachers = Array.from({ length: cells.rows }, (_, row): MarketTeacher => {
    const place = places === undefined ? undefined : placeOf(cells, row, places)
    return {
      id: cells.text(row, 'id'),
      school: cells.text(row, 'school'),
      leader: personOf(cells.text(row, 'leader')),
      buddy: personOf(cells.text(row, 'buddy')),
      subject: cells.text(row, 'subject').toLowerCase(),
      otherSubjects: wordsOf(cells.text(row, 'otherSubjects')),
      requires: cells.text(row, 'requires').toLowerCase(),
      qualifications: wordsOf(cells.text(row, 'qualifications')),
      otherSectors: wordsOf(cells.text(row, 'otherSectors')),
      partTime: partTimeOf(cells, row),
      tolerance: cells.number(row, 'tolerance') ?? 0,
      radius: radiusOf(cells, row, rules),
      periods: wordsOf(cells.text(row, 'periods')),
      year: yearOf(cells, row),
      vetoes: listOf(cells.text(row, 'vetoes')),
      buddyVetoes: listOf(cells.text(row, 'buddyVetoes')),
      ...(place === undefined ? {} : { place }),
    }
  })
  return { cells, teachers }
}

type Cells = TableCells<TeacherColumn>

/** '' for nobody. */
function personOf(text: string): string {
  return /^(nee|no|n|-|0|false|onwaar)$/i.test(text) ? '' : text
}

function partTimeOf(cells: Cells, row: number): number {
  if (cells.text(row, 'partTime') === '') cells.tell(row, 'partTime', { reason: 'blank' })
  return cells.number(row, 'partTime') ?? 1
}

/** Kilometres, or what minutes come to; the smaller where both are there. */
function radiusOf(cells: Cells, row: number, { journey }: MarketRules): number {
  const [radius, minutes] = [cells.number(row, 'radius'), cells.number(row, 'minutes')]
  const column = cells.has('radius') ? 'radius' : 'minutes'
  if (cells.text(row, 'radius') === '' && cells.text(row, 'minutes') === '')
    cells.tell(row, column, { reason: 'blank' })
  if (minutes !== undefined && !(minutes >= 0 && minutes <= 600))
    cells.tell(row, 'minutes', { reason: 'out-of-range', least: 0, most: 600 })
  else if (minutes !== undefined)
    return Math.min(radius ?? 1000, ((minutes / 60) * journey.kilometresPerHour) / journey.detour)
  return radius ?? 0
}

/** `2026-2027`, also from `2026/27`. A year that can't be read is told, and one that is blank by the check of the market. */
function yearOf(cells: Cells, row: number): string {
  const text = cells.text(row, 'year')
  if (text === '') return ''
  const [, first, second] = /^(\d{4})\s*[-/–]\s*(\d{4}|\d{2})$/.exec(text) ?? []
  const next = `${Number(first) + 1}`
  if (first !== undefined && (second === next || second === next.slice(2))) return `${first}-${next}`
  cells.tell(row, 'year', { reason: 'no-school-year' })
  return '?'
}
