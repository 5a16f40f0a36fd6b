export { loadSolver } from '@kantelpunt/solver'
export type { CyclesCertificate } from './cycles/certificate.ts'
export { type SolveCyclesOptions, type SolvedCycles, solveCycles } from './cycles/solve-cycles.ts'
export { type CyclesVerdict, verifyCycles } from './cycles/verify-cycles.ts'
export { type ArcGraph, type Cycles, type EdgeGraph, weightLimit } from './graph/graph.ts'
export { mutualEdges } from './graph/mutual-edges.ts'
export { matchBest } from './matching/match-best.ts'
export type { Matching, MatchingDuals } from './matching/matching.ts'
export { type LiveMatching, openMatching } from './matching/rematch.ts'
export { type MatchingVerdict, verifyMatching } from './matching/verify-matching.ts'
export { compareMechanisms, type Reached } from './mechanisms/compare-mechanisms.ts'
export { type CleverAnswers, type Guarantee, guaranteeOf } from './mechanisms/guarantees.ts'
export type { Longest, Mechanism } from './mechanisms/mechanism.ts'
export { type MechanismAnswer, mayBeLongest, solveMechanism } from './mechanisms/solve-mechanism.ts'
export { type MechanismVerdict, verifyMechanism } from './mechanisms/verify-mechanism.ts'
export { type ExchangeFile, type ExchangeFormat, readExchange, recogniseFormat } from './reading/read-exchange.ts'
export type { ExchangeRefusal } from './reading/refusal.ts'
export {
  type ExchangeAnswer,
  type MatchingCertificate,
  type NothingBecause,
  solveExchange,
} from './solve/solve-exchange.ts'
export { solveThrees } from './solve/solve-threes.ts'
export { type ExchangeVerdict, verifyExchange } from './solve/verify-exchange.ts'
