export { loadSolver } from '@kantelpunt/solver'
export {
  type CriterionId,
  checkWeights,
  type Fit,
  type FitCriterion,
  type FitProfile,
  type FitProgramme,
  type FitReason,
  type FitValue,
  type FitWeights,
  fitScore,
  preferencesByFit,
} from './fit/fit.ts'
export { type FitText, fitText, tellFit } from './fit/text.ts'
export type { Market, Matching } from './market/market.ts'
export {
  type Admission,
  exactLimit,
  type Method,
  type SolveOptions,
  solveAdmission,
} from './matching/solve-admission.ts'
export { type Assignments, assignmentsOf, readAssignments } from './reading/assignments.ts'
export { describeProblem, type Problem } from './reading/problem.ts'
export { type MarketFile, readMarket } from './reading/read-market.ts'
export { type BlockingPair, findBlockingPairs, type Verdict, type Violation } from './verify/find-blocking-pairs.ts'
