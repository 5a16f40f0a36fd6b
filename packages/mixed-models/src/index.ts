export type { ModelData, Place } from './data/model-data.ts'
export { type TableDataOptions, tableData } from './data/table-data.ts'
export type { Method } from './fit/criterion.ts'
export {
  type Fit,
  type FitRefusal,
  type FixedEffect,
  fitFrame,
  fitModel,
  type ModelFrame,
  modelFrame,
} from './fit/fit.ts'
export type { GroupModes, RandomBlock } from './fit/random-effects.ts'
export { caterpillarSvg } from './growth/caterpillar.ts'
export { type Growth, type GrowthRefusal, growthOf, type SchoolGrowth, type Verdict } from './growth/growth.ts'
export { type MadeUpSchools, madeUpSchools, type SchoolsPlan } from './growth/made-up-schools.ts'
export { type Interval, profileIntervals } from './intervals/profile.ts'
