export { loadSolver, type Solver } from '@kantelpunt/solver'
export { type Alternates, type AlternatesOptions, chooseAlternates } from './alternates/choose-alternates.ts'
export { type Replacement, type ReplaceOptions, replaceDropouts, type Short } from './alternates/replace.ts'
export type { Certificate, Impossible, Leaf, PanelFact, Proof, Split, Stage } from './certificate/certificate.ts'
export { describeWhy } from './certificate/describe-why.ts'
export type { Verdict, Why } from './certificate/verdict.ts'
export { verifyResult } from './certificate/verify.ts'
export { type CheckOptions, checkPool, type ImpossiblePeople, type PoolCheck } from './check/check-pool.ts'
export type { Conflict } from './check/conflict.ts'
export { describeCheck } from './check/describe-check.ts'
export type { Change, Relaxation } from './check/relaxation.ts'
export type { Rule } from './check/rules.ts'
export { type ChanceRow, chancePicture, chancesByFeature } from './explain/chance-picture.ts'
export { describeChance } from './explain/describe-chance.ts'
export { type ExplainedValue, type Explanation, explainChance } from './explain/explain-chance.ts'
export { type Manipulability, type ManipulabilityOptions, manipulability } from './explain/manipulability.ts'
export { type Statistics, statisticsOf } from './explain/statistics.ts'
export type { Language } from './language.ts'
export { canonicalText } from './lottery/canonical-text.ts'
export { canDraw, type Draw, type DrawRefusal, drawPanel } from './lottery/draw.ts'
export {
  type DrawMethod,
  type Lottery,
  type LotteryChances,
  type LotteryOptions,
  lotteryOf,
  type PanelDistribution,
} from './lottery/lottery.ts'
export { type PersonalKey, personalKeys, pseudonymOf } from './lottery/pseudonyms.ts'
export { type LotteryRefusal, panelsWith, readLottery } from './lottery/read-lottery.ts'
export { lotteryPage } from './page/lottery-page.ts'
export { describeNote, describeProblem, type FileNames } from './pool/describe-problem.ts'
export type { Feature, Limit, Person, Pool, Quota } from './pool/pool.ts'
export type { PoolNote, PoolProblem } from './pool/problem.ts'
export { type PoolSource, type ReadPool, readPool } from './pool/read-pool.ts'
export { type PanelResult, resultOf } from './selection/result.ts'
export { selectPanels } from './selection/select-panels.ts'
export type {
  Algorithm,
  Progress,
  SelectAnswer,
  Selection,
  SelectOptions,
  WeighedPanel,
} from './selection/selection.ts'
