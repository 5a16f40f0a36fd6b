export type { Certificate, Impossible, Leaf, PanelFact, Proof, Split, Stage } from './certificate/certificate.ts'
export { type Statistics, statisticsOf } from './explain/statistics.ts'
export type { Feature, Limit, Person, Pool, Quota } from './pool/pool.ts'
export type {
  Algorithm,
  Progress,
  SelectAnswer,
  Selection,
  SelectOptions,
  WeighedPanel,
} from './selection/selection.ts'
