export type { OtherWidths, RowWidth } from './cell-index.ts'
export { csvLines } from './csv-lines.ts'
export type { TextColumn } from './dictionary.ts'
export { dutchLines } from './dutch-lines.ts'
export type { Encoding } from './encoding.ts'
export type { Decimal } from './parse-number.ts'
export {
  type DelimitedRefusal,
  type DelimitedTable,
  type NumberColumn,
  type NumberOptions,
  type ReadOptions,
  readDelimited,
} from './read-delimited.ts'
