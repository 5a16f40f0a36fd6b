export { type TableDataOptions, tableData } from './data/table-data.ts'
export type { Method } from './fit/criterion.ts'
export { type Fit, type FitRefusal, fitModel } from './fit/fit.ts'
