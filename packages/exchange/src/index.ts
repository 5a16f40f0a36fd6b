export { type ArcGraph, type Cycles, type EdgeGraph, weightLimit } from './graph/graph.ts'
export { mutualEdges } from './graph/mutual-edges.ts'
export { matchBest } from './matching/match-best.ts'
export type { Matching, MatchingDuals } from './matching/matching.ts'
export { type LiveMatching, openMatching } from './matching/rematch.ts'
export { type MatchingVerdict, verifyMatching } from './matching/verify-matching.ts'
export { type ExchangeFile, type ExchangeFormat, readExchange, recogniseFormat } from './reading/read-exchange.ts'
export type { ExchangeRefusal } from './reading/refusal.ts'
export {
  type ExchangeAnswer,
  type MatchingCertificate,
  type NothingBecause,
  solveExchange,
} from './solve/solve-exchange.ts'
export { type ExchangeVerdict, verifyExchange } from './solve/verify-exchange.ts'
