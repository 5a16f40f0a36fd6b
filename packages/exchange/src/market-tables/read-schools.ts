import type { MarketRules, MarketSchool, Place, PlaceSystem } from '../market/market.ts'
import { type SchoolColumn, schoolColumns } from './columns.ts'
import { openCells, type TableCells, type TableProblem } from './table-cells.ts'

export type PlaceColumn = 'latitude' | 'longitude' | 'rdX' | 'rdY'

/** The columns of places that a table has: those of the Dutch grid, or degrees. */
export function systemOf(cells: TableCells<PlaceColumn>): PlaceSystem | undefined {
  if (cells.has('rdX') && cells.has('rdY')) return 'rd'
  return cells.has('latitude') && cells.has('longitude') ? 'wgs84' : undefined
}

/** The place of a row; undefined where both cells are blank, or where something is wrong, which is told. */
export function placeOf(cells: TableCells<PlaceColumn>, row: number, system: PlaceSystem): Place | undefined {
  const [across, up] = system === 'rd' ? (['rdX', 'rdY'] as const) : (['longitude', 'latitude'] as const)
  const [x, y] = [cells.number(row, across), cells.number(row, up)]
  if (x !== undefined && y !== undefined) return { x, y }
  const [left, right] = [cells.text(row, across), cells.text(row, up)]
  if ((left === '') !== (right === '')) cells.tell(row, left === '' ? across : up, { reason: 'half-a-place' })
  return undefined
}

/** Texts between `|`, `;` or `,`, each once. */
export function listOf(text: string): readonly string[] {
  const parts = text.split(/[|;,]/).map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}

/** The same in small letters, for what is compared as words. */
export function wordsOf(text: string): readonly string[] {
  return listOf(text.toLowerCase())
}

export function readSchools(bytes: Uint8Array, rules: MarketRules, problems: TableProblem[]) {
  const before = problems.length
  const required = [['id'], ['sector'], ['latitude', 'rdX'], ['longitude', 'rdY'], ['expertise'], ['goals']] as const
  const cells = openCells<SchoolColumn>('schools', bytes, schoolColumns, required, problems)
  if (cells === undefined || problems.length > before) return undefined
  const system = systemOf(cells)
  if (system === undefined) return undefined
  const schools = Array.from({ length: cells.rows }, (_, row): MarketSchool => {
    const place = placeOf(cells, row, system)
    const across = system === 'rd' ? 'rdX' : 'longitude'
    if (cells.text(row, across) === '' && place === undefined) cells.tell(row, across, { reason: 'blank' })
    return {
      id: cells.text(row, 'id'),
      sector: cells.text(row, 'sector').toLowerCase(),
      place: place ?? (system === 'rd' ? { x: 0, y: 300_000 } : { x: 0, y: 0 }),
      expertise: levelsOf(cells, row, 'expertise', rules.levels.expertise),
      goals: levelsOf(cells, row, 'goals', rules.levels.goal),
      vetoes: listOf(cells.text(row, 'vetoes')),
    }
  })
  return { cells, system, schools }
}

/** `taal:4 | rekenen:2`; a theme without a level has the highest. */
function levelsOf(cells: TableCells<SchoolColumn>, row: number, column: 'expertise' | 'goals', most: number) {
  const levels = new Map<string, number>()
  for (const part of cells.text(row, column).toLowerCase().split(/[|;,]/)) {
    if (part.trim() === '') continue
    const [theme = '', level = `${most}`, ...more] = part.split(':').map((piece) => piece.trim())
    const value = /^\d{1,3}$/.test(level) ? Number(level) : Number.NaN
    if (theme === '' || more.length > 0 || !(value <= most))
      cells.tell(row, column, { reason: 'no-level', most }, part.trim())
    else if (levels.has(theme)) cells.tell(row, column, { reason: 'theme-twice' }, theme)
    else levels.set(theme, value)
  }
  return Object.fromEntries(levels)
}
